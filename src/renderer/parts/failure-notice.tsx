import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '../lib/error-words.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Stack } from '../ui/stack.tsx'

/** Describes a failure, with a button to try again if possible; shows nothing without a failure. */
export function FailureNotice({
  failure,
  title,
  onRetry,
  isRetrying = false,
  aside,
}: {
  failure: unknown
  /** A title of the screen's own, if it says more than the failure's words. */
  title?: string
  onRetry?: (() => void) | undefined
  isRetrying?: boolean
  /** Another action, beside trying again. */
  aside?: ReactNode
}) {
  const { t } = useTranslation()
  if (failure === null || failure === undefined) return null
  const words = wordsForFailure(t, failure)
  const retry =
    onRetry === undefined ? undefined : (
      <Button isPending={isRetrying} onPress={onRetry}>
        {t('app.tryAgain')}
      </Button>
    )
  const action =
    aside === undefined ? (
      retry
    ) : (
      <Stack direction="row" gap={8}>
        {retry}
        {aside}
      </Stack>
    )
  return (
    <ErrorNotice title={title ?? words.title} action={action}>
      {words.advice}
    </ErrorNotice>
  )
}

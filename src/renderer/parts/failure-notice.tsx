import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '../lib/error-words.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Stack } from '../ui/stack.tsx'

/** Says a failure in its own words, with a way to try again where there is one; shows nothing where nothing failed. */
export function FailureNotice({
  failure,
  title,
  onRetry,
  isRetrying = false,
  aside,
}: {
  failure: unknown
  /** Says what did not work, where the screen knows it better than the failure. */
  title?: string
  onRetry?: (() => void) | undefined
  isRetrying?: boolean
  /** Another way on, beside the one to try again. */
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

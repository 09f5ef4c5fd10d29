import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Page } from '#renderer/ui/page.tsx'

/** The whole screen where what it shows could not be looked up. */
export function LoadFailure({
  title,
  failure,
  onRetry,
}: {
  title: string
  failure: unknown
  onRetry: () => void
}) {
  const { t } = useTranslation()
  const words = wordsForFailure(t, failure)
  return (
    <Page title={title}>
      <ErrorNotice title={words.title} action={<Button onPress={onRetry}>{t('logSession.tryAgain')}</Button>}>
        {words.advice}
      </ErrorNotice>
    </Page>
  )
}

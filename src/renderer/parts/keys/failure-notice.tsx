import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'

/** A failure in its words; nothing where there is none. */
export function FailureNotice({ failure }: { failure: unknown }) {
  const { t } = useTranslation()
  if (failure === null || failure === undefined) return null
  const { title, advice } = wordsForFailure(t, failure)
  return <ErrorNotice title={title}>{advice}</ErrorNotice>
}

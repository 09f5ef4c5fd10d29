import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Door } from './door.tsx'
import { TroubleActions } from './trouble-actions.tsx'

/** What is shown when Attune can't even tell whether there is a vault: what failed, what is safe, and trying again. */
export function VaultTroubleScreen({ failure }: { failure: unknown }) {
  const { t } = useTranslation()
  const { title, advice } = wordsForFailure(t, failure)
  return (
    <Door title={t('unlock.trouble.title')}>
      <ErrorNotice title={title}>{advice}</ErrorNotice>
      <p>{t('unlock.trouble.safe')}</p>
      <TroubleActions />
    </Door>
  )
}

import { useTranslation } from 'react-i18next'
import type { CardAdded } from '#shared/contract/operations/contacts.ts'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'

/** Says why a card changed nothing; shows nothing for a card that did, or about which there is a question. */
export function CardOutcome({ outcome }: { outcome: CardAdded }) {
  const { t } = useTranslation()
  if (outcome.kind === 'refused')
    return (
      <ErrorNotice title={t(`contacts.add.refused.${outcome.reason}.title`)}>
        {t(`contacts.add.refused.${outcome.reason}.advice`)}
      </ErrorNotice>
    )
  const { name } = outcome.contact
  if (outcome.kind === 'key-of-another')
    return (
      <ErrorNotice title={t('contacts.add.keyOfAnother', { name })}>
        {t('contacts.add.keyOfAnotherText')}
      </ErrorNotice>
    )
  return outcome.kind === 'known' ? <output>{t('contacts.add.known', { name })}</output> : null
}

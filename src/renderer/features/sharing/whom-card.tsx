import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Recipient } from '#shared/sharing/shared-client.ts'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import common from '#renderer/ui/common.module.css'

/** Chooses the people for whom a file is made. */
export function WhomCard({
  recipients,
  notCompared,
  chosen,
  onChange,
}: {
  recipients: readonly Recipient[]
  notCompared: number
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}) {
  const { t } = useTranslation()
  const about = ({ lastSentAt, toWithdraw }: Recipient): string =>
    [
      lastSentAt === null ? t('sharing.whom.never') : t('sharing.whom.last', { date: new Date(lastSentAt) }),
      ...(toWithdraw === 0 ? [] : [t('sharing.whom.toWithdraw', { count: toWithdraw })]),
    ].join(' ')
  return (
    <Card title={t('sharing.whom.title')}>
      {recipients.length === 0 ? <p>{t('sharing.whom.none')}</p> : null}
      {recipients.map((recipient) => (
        <CheckBox
          key={recipient.id}
          label={recipient.name}
          description={about(recipient)}
          isSelected={chosen.includes(recipient.id)}
          onChange={(isChosen) =>
            onChange(
              recipients
                .map(({ id }) => id)
                .filter((id) => (id === recipient.id ? isChosen : chosen.includes(id))),
            )
          }
        />
      ))}
      {recipients.length < 2 ? null : <p className={common['note']}>{t('sharing.whom.each')}</p>}
      {notCompared === 0 ? null : (
        <p className={common['note']}>{t('sharing.whom.notCompared', { count: notCompared })}</p>
      )}
      {recipients.length > 0 && notCompared === 0 ? null : (
        <p>
          <Link to="/supervision/people">{t('sharing.whom.people')}</Link>
        </p>
      )}
    </Card>
  )
}

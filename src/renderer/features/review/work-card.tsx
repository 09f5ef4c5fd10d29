import { useTranslation } from 'react-i18next'
import type { ReviewOverview } from '#shared/review/supervisee.ts'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { ClientWork, hasWork } from './client-work.tsx'
import { fewClients } from './few-clients.ts'
import { SuperviseeLink } from './supervisee-link.tsx'

/** What is open across supervisees, as work to talk about: by supervisee, and never by a number. */
export function WorkCard({ supervisees }: { supervisees: ReviewOverview }) {
  const { t } = useTranslation()
  const open = supervisees
    .map((supervisee) => ({ supervisee, found: supervisee.clients.filter(hasWork) }))
    .filter(({ found }) => found.length > 0)
  return (
    <Card title={t('review.work.title')}>
      <p className={common['note']}>{t(open.length === 0 ? 'review.work.none' : 'review.work.lead')}</p>
      {open.length === 0 ? null : (
        <ul className={common['divided']}>
          {open.map(({ supervisee, found }) => (
            <li key={supervisee.contactId} className={stackClass({ gap: 12 })}>
              <h3>
                <SuperviseeLink supervisee={supervisee} />
              </h3>
              {found.slice(0, fewClients).map((client) => (
                <ClientWork key={client.id} client={client} />
              ))}
              {found.length > fewClients ? (
                <p>
                  <SuperviseeLink supervisee={supervisee}>
                    {t('review.changes.more', { count: found.length - fewClients, name: supervisee.name })}
                  </SuperviseeLink>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

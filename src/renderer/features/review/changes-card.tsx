import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewOverview } from '#shared/review/supervisee.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'
import { ClientChanges } from './client-changes.tsx'
import { fewClients } from './few-clients.ts'
import { SuperviseeLink } from './supervisee-link.tsx'

/** What changed since the user last looked, the newest bundle first. */
export function ChangesCard({
  supervisees,
  isOfOne = false,
}: {
  supervisees: ReviewOverview
  /** Whether the screen is about one supervisee: then it names nobody, and shows every client. */
  isOfOne?: boolean
}) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const looking = useChange('review.lookedAt')
  const title = useRef<HTMLHeadingElement>(null)
  const [last, setLast] = useState<string | null>(null)
  const changed = supervisees.filter(
    ({ clients, withdrawn }) => withdrawn.length > 0 || clients.some(({ changes }) => changes.length > 0),
  )
  return (
    <Card title={t('review.changes.title')} titleRef={title}>
      {changed.length === 0 ? <p className={common['note']}>{t('review.changes.none')}</p> : null}
      <FailureNotice failure={looking.error} />
      {last === null ? null : <output>{t('review.changes.done', { name: last })}</output>}
      {changed.length === 0 ? null : (
        <ul className={common['divided']}>
          {changed.map((supervisee) => {
            const { contactId, name, clients, withdrawn, madeAt, receivedAt } = supervisee
            const found = clients.filter(({ changes }) => changes.length > 0)
            const most = isOfOne ? found.length : fewClients
            const more = found.length - most
            return (
              <li key={contactId} className={stackClass({ gap: 8 })}>
                {isOfOne ? null : (
                  <>
                    <h3>
                      <SuperviseeLink supervisee={supervisee} />
                    </h3>
                    <p className={common['note']}>
                      {t('review.bundleOf', { made: new Date(madeAt), received: new Date(receivedAt) })}
                    </p>
                  </>
                )}
                {withdrawn.length === 0 ? null : (
                  <p>{t('review.changes.withdrawn', { count: withdrawn.length, names: withdrawn })}</p>
                )}
                {found.slice(0, most).map((client) => (
                  <ClientChanges key={client.id} client={client} />
                ))}
                {more > 0 ? (
                  <p>
                    <SuperviseeLink supervisee={supervisee}>
                      {t('review.changes.more', { count: more, name })}
                    </SuperviseeLink>
                  </p>
                ) : null}
                {isReadOnly ? null : (
                  <div>
                    <Button
                      onPress={() =>
                        looking.mutate(
                          { contactId },
                          {
                            onSuccess: () => {
                              setLast(name)
                              title.current?.focus()
                            },
                          },
                        )
                      }
                    >
                      <span aria-hidden="true">{t('review.changes.lookedAt')}</span>
                      <VisuallyHidden>{t('review.changes.lookedAtFor', { name })}</VisuallyHidden>
                    </Button>
                  </div>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

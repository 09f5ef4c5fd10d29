import { useTranslation } from 'react-i18next'
import type { ListedSent } from '#shared/sharing/shared-client.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'

/** What was saved for whom, newest first. Each can be made once more with what has come since. */
export function SentCard({ onUpdate }: { onUpdate: ((sent: ListedSent) => void) | null }) {
  const { t } = useTranslation()
  return (
    <Card title={t('sharing.sent.title')}>
      <Loaded query={useAsk('sharing.sent')} loading={t('sharing.loading')}>
        {(sent) =>
          sent.length === 0 ? (
            <p className={common['note']}>{t('sharing.sent.none')}</p>
          ) : (
            <ul className={common['divided']}>
              {sent.map((each) => (
                <li key={each.id} className={stackClass({ gap: 4 })}>
                  <SentLines sent={each} />
                  {onUpdate === null || each.clients.length === 0 ? null : (
                    <div>
                      <Button onPress={() => onUpdate(each)}>
                        {t('sharing.sent.update')}
                        <VisuallyHidden>
                          {' '}
                          {t('sharing.sent.updateOf', { name: each.contactName })}
                        </VisuallyHidden>
                      </Button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}

function SentLines({ sent }: { sent: ListedSent }) {
  const { t } = useTranslation()
  const { contactName, sentAt, clients, clientCount, removals, isWithWellbeing } = sent
  const erased = clientCount - clients.length
  const kindsOf = ({
    series,
    question,
    withDates,
    withRuptures,
    withNotes,
    withWords,
    withAgreements,
  }: (typeof clients)[number]['choice']) => [
    t('sharing.sent.kinds.sessions'),
    ...(series.length === 0 ? [] : [t('sharing.sent.kinds.scales', { count: series.length })]),
    ...(question.trim() === '' ? [] : [t('sharing.sent.kinds.question')]),
    ...(withRuptures ? [t('sharing.sent.kinds.ruptures')] : []),
    ...(withDates ? [t('sharing.sent.kinds.dates')] : []),
    ...(withNotes ? [t('sharing.sent.kinds.notes')] : []),
    ...(withWords ? [t('sharing.sent.kinds.words')] : []),
    ...(withAgreements ? [t('sharing.sent.kinds.agreements')] : []),
  ]
  return (
    <>
      <p className={common['strong']}>
        {t('sharing.sent.to', { name: contactName, date: new Date(sentAt) })}
      </p>
      {clients.map(({ code, pseudonym, choice }) => (
        <p key={pseudonym}>{t('sharing.sent.client', { code, pseudonym, kinds: kindsOf(choice) })}</p>
      ))}
      {erased === 0 ? null : <p>{t('sharing.sent.erased', { count: erased })}</p>}
      {removals === 0 ? null : <p>{t('sharing.sent.removals', { count: removals })}</p>}
      {isWithWellbeing ? <p>{t('sharing.sent.wellbeing')}</p> : null}
    </>
  )
}

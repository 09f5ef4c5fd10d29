import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { ClientId } from '#shared/records/ids.ts'
import type { ListedAgreement, RatingsSince } from '#shared/supervision/meeting.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'

const answers = ['tried', 'not-yet', 'dropped'] as const

/**
 * What was agreed about a client in supervision, those that are due first, each with a question and the ratings since.
 * Shows nothing without an agreement; `due` leaves out those that are not due.
 */
export function AgreementsCard({ clientId, shows }: { clientId: ClientId; shows: 'all' | 'due' }) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const asked = useAsk('supervision.agreements', { clientId })
  const answering = useChange('supervision.answerAgreement')
  const title = useRef<HTMLHeadingElement>(null)
  const answer = (id: ListedAgreement['id'], state: ListedAgreement['state']): void =>
    // The buttons of the agreement go away.
    answering.mutate({ id, state }, { onSuccess: () => title.current?.focus() })
  const due = (asked.data ?? []).filter(({ isDue }) => isDue)
  const others = shows === 'due' ? [] : (asked.data ?? []).filter(({ isDue }) => !isDue).toReversed()
  if (due.length + others.length === 0 && asked.error === null) return null
  return (
    <Card title={t('supervision.agreements.title')} titleRef={title}>
      <FailureNotice failure={asked.error ?? answering.error} />
      <ul className={common['divided']}>
        {due.map((agreement) => (
          <li key={agreement.id} className={stackClass({ gap: 8 })}>
            <p className={common['strong']}>{t('supervision.agreements.asked', wordsOf(agreement))}</p>
            <p>{sinceInWords(agreement.since, t)}</p>
            {isReadOnly ? null : (
              <Stack direction="row" gap={8} lineGap={8}>
                {answers.map((state) => (
                  <Button
                    key={state}
                    isDisabled={answering.isPending}
                    onPress={() => answer(agreement.id, state)}
                  >
                    {t(`supervision.agreements.${state === 'tried' ? 'yes' : state}`)}
                    <VisuallyHidden>: {agreement.text}</VisuallyHidden>
                  </Button>
                ))}
              </Stack>
            )}
          </li>
        ))}
        {others.map((agreement) => (
          <li key={agreement.id} className={stackClass({ gap: 4 })}>
            <p>{t('supervision.agreements.agreed', wordsOf(agreement))}</p>
            <p className={common['note']}>
              {t(`supervision.agreements.state.${agreement.state}`, {
                date: new Date(agreement.answeredOn ?? agreement.agreedOn),
              })}{' '}
              {sinceInWords(agreement.since, t)}
            </p>
            {isReadOnly || agreement.state === 'open' ? null : (
              <div className={common['quietLine']}>
                <Button kind="quiet" onPress={() => answer(agreement.id, 'open')}>
                  {t('supervision.agreements.undo')}
                  <VisuallyHidden>: {agreement.text}</VisuallyHidden>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const wordsOf = ({ agreedOn, text }: ListedAgreement) => ({
  date: new Date(agreedOn),
  // The sentence ends in a full stop of its own.
  text: text.replace(/\.$/, ''),
})

/** The sessions and both ratings of the alliance since a day. */
function sinceInWords({ sessions, client, therapist }: RatingsSince, t: TFunction): string {
  const inWords = (rater: 'client' | 'therapist', change: RatingsSince['client']): string[] => {
    if (change === null) return []
    const { before, now } = change
    return before === null
      ? [t(`supervision.agreements.${rater}Now`, { now })]
      : [t(`supervision.agreements.${rater}`, { before, now })]
  }
  return [
    sessions === 0
      ? t('supervision.agreements.none')
      : t('supervision.agreements.since', { count: sessions }),
    ...inWords('client', client),
    ...inWords('therapist', therapist),
  ].join(' ')
}

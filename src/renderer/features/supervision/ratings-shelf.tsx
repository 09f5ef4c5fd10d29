import { useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  agendaItemIdSchema,
  agendaReasonKindSchema,
  type AgendaState,
  type Suggestion,
} from '#shared/supervision/agenda.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { agendaReasonInWords } from '#renderer/parts/supervision/agenda-reason.ts'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { ItemActions } from './item-actions.tsx'

/** What the ratings would bring. The therapist takes up or puts off each reason. */
export function RatingsShelf({ suggestions }: { suggestions: readonly Suggestion[] }) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const taking = useChange('supervision.takeUp')
  const title = useRef<HTMLHeadingElement>(null)
  const [last, setLast] = useState<{ code: string; state: 'open' | 'put-off' } | null>(null)
  const take = (
    { clientId, clientCode, reason: { kind, evidence } }: Suggestion,
    state: Extract<AgendaState, 'open' | 'put-off'>,
  ): void =>
    taking.mutate(
      {
        id: agendaItemIdSchema.parse(crypto.randomUUID()),
        clientId,
        kind: agendaReasonKindSchema.parse(kind),
        evidence,
        state,
      },
      {
        onSuccess: () => {
          setLast({ code: clientCode, state })
          title.current?.focus()
        },
      },
    )
  return (
    <Card title={t('supervision.ratings.title')} titleRef={title}>
      <p className={common['note']}>
        {suggestions.length === 0
          ? t('supervision.ratings.none')
          : t(isReadOnly ? 'supervision.ratings.leadToRead' : 'supervision.ratings.lead')}
      </p>
      <FailureNotice failure={taking.error} />
      {last === null ? null : (
        <output>
          {t(last.state === 'open' ? 'supervision.ratings.tookUp' : 'supervision.mine.wasPutOff', {
            name: last.code,
          })}
        </output>
      )}
      {suggestions.length === 0 ? null : (
        <ul className={common['divided']}>
          {suggestions.map((suggestion) => {
            const { clientId, clientCode, reason } = suggestion
            const words = agendaReasonInWords(reason, t)
            const name = `${clientCode}, ${words}`
            return (
              <li key={`${clientId} ${reason.kind}`} className={stackClass({ gap: 8 })}>
                <p>
                  <Link className={common['codeLink']} to="/clients/$clientId" params={{ clientId }}>
                    {clientCode}
                  </Link>{' '}
                  {words}
                </p>
                {isReadOnly ? null : (
                  <ItemActions
                    name={name}
                    first={{
                      label: t('supervision.ratings.takeUp'),
                      onPress: () => take(suggestion, 'open'),
                    }}
                    second={{
                      label: t('supervision.mine.putOff'),
                      onPress: () => take(suggestion, 'put-off'),
                    }}
                  />
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionEventIdSchema } from '#shared/records/ids.ts'
import { sessionEventKinds, type SessionEvent } from '#shared/records/session.ts'
import { longestNote } from '#shared/records/text.ts'
import { Card } from '#renderer/ui/card.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { WordChoice } from '#renderer/ui/word-choice.tsx'
import { withEventKinds, withEventNote, withSession } from './edit-log.ts'
import type { PartProps } from './part-props.ts'

/** Events to find again later, each with an optional note, and free notes. */
export function EventsCard({ log, change, isAhead }: PartProps) {
  const { t } = useTranslation()
  const nameOf = (kind: (typeof sessionEventKinds)[number]) => t(`logSession.events.names.${kind}`)
  // A kind that is switched off by mistake gets its note back when it is switched on.
  const known = useRef(new Map<string, SessionEvent>())
  const choose = (kinds: readonly SessionEvent['kind'][]) => {
    for (const event of log.events) known.current.set(event.kind, event)
    change((before) => withEventKinds(before, kinds, (kind) => known.current.get(kind) ?? newEvent(kind)))
  }
  return (
    <Card title={t('logSession.events.title')}>
      <WordChoice
        label={t('logSession.events.kinds')}
        options={sessionEventKinds.map((value) => ({ value, label: nameOf(value) }))}
        value={[...new Set(log.events.map(({ kind }) => kind))]}
        onChange={choose}
        isDisabled={isAhead}
      />
      {log.events.map(({ id, kind, note }) => (
        <TextField
          key={id}
          label={t('logSession.events.note', { kind: nameOf(kind) })}
          value={note}
          onChange={(text) => change((before) => withEventNote(before, id, text))}
          maxLength={longestNote}
        />
      ))}
      <TextField
        label={t('logSession.events.notes')}
        value={log.session.notes}
        onChange={(notes) => change((before) => withSession(before, { notes }))}
        maxLength={longestNote}
        rows={6}
        multiline
      />
    </Card>
  )
}

function newEvent(kind: SessionEvent['kind']): SessionEvent {
  return { id: sessionEventIdSchema.parse(crypto.randomUUID()), kind, note: '' }
}

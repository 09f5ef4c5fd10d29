import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { sessionEventIdSchema } from '#shared/records/ids.ts'
import { sessionEventKinds, type SessionEvent } from '#shared/records/session.ts'
import { longestNote } from '#shared/records/text.ts'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { focusNeighbour } from '#renderer/ui/rating-neighbours.ts'
import { Stack } from '#renderer/ui/stack.tsx'
import { WordChoice } from '#renderer/ui/word-choice.tsx'
import { responseTo, withSession, withEventKinds, withEventNote } from './edit-log.ts'
import { InstrumentRatings } from './instrument-ratings.tsx'
import { LeftOpenCard } from './left-open-card.tsx'
import type { PartProps } from './part-props.ts'
import { RuptureCard } from './rupture-card.tsx'
import { attendanceOf } from './save-purpose.ts'
import { formIds, formOf } from './use-instruments.ts'
import styles from './log-session.module.css'

/** After the session: all ratings in one run, so that digits and Enter are enough, then the notes. */
export function AfterPart(props: PartProps & { isGuessing: boolean }) {
  const { t } = useTranslation()
  const { log, findInstrument, isAhead } = props
  const form = (id: string) => formOf(log, id, findInstrument)
  const alliance = form(formIds.alliance)
  const empathy = form(formIds.empathy)
  const feelings = form(formIds.after)
  const guess = form(formIds.guess)
  const hasRatings = log.responses.some(({ occasion }) => occasion === 'after') || log.ruptureNote !== null
  // Existing ratings stay visible, so that a wrong "did not come" cannot hide them.
  if (attendanceOf(log.session.status) !== 'came' && !hasRatings)
    return (
      <>
        <p>{t('logSession.didNotHappen')}</p>
        <EventsCard {...props} />
      </>
    )
  return (
    <>
      {alliance ? (
        <Card title={t('logSession.after.alliance')}>
          <p>{alliance.instruction}</p>
          <InstrumentRatings {...props} instrument={alliance} isDisabled={isAhead} />
          {empathy ? <InstrumentRatings {...props} instrument={empathy} isDisabled={isAhead} /> : null}
        </Card>
      ) : null}
      {feelings ? (
        <Card title={t('logSession.after.feelings')}>
          <p>{feelings.instruction}</p>
          <InstrumentRatings {...props} instrument={feelings} isDisabled={isAhead} />
        </Card>
      ) : null}
      {guess ? <GuessCard {...props} instrument={guess} takesFocus={props.isGuessing} /> : null}
      <RuptureCard {...props} />
      {isAhead ? null : <LeftOpenCard session={log.session} isAsking />}
      <EventsCard {...props} />
    </>
  )
}

/** The guess of the client's emotions: open for rating, then either sealed for good or skipped on purpose. */
function GuessCard(props: PartProps & { instrument: Instrument; takesFocus: boolean }) {
  const { t } = useTranslation()
  const ratings = useRef<HTMLDivElement>(null)
  const { takesFocus } = props
  useEffect(() => {
    if (takesFocus) ratings.current?.querySelector<HTMLElement>('input')?.focus()
  }, [takesFocus])
  const { log, stored, change, instrument, isAhead } = props
  const { guess } = log.session
  const isMade = responseTo(log, instrument.id) !== null
  const isFinal = (stored?.session.guess ?? 'open') !== 'open'
  const setGuess = (next: typeof guess) => change((before) => withSession(before, { guess: next }))
  const seal = useRef<HTMLButtonElement>(null)
  const sealAndGoOn = () => {
    // The next Enter must not take the seal back.
    if (seal.current) focusNeighbour(seal.current, 1)
    setGuess('sealed')
  }
  return (
    <Card title={t('logSession.guess.title')}>
      <p>{guess === 'skipped' && isFinal ? t('logSession.guess.skipped') : instrument.instruction}</p>
      {guess === 'skipped' && !isMade ? null : (
        <div ref={ratings} className={styles['ratings']}>
          <InstrumentRatings {...props} isDisabled={isAhead || guess !== 'open'} />
        </div>
      )}
      {guess === 'open' ? (
        <Stack gap={8} align="start">
          <p>{t('logSession.guess.why')}</p>
          <Button ref={seal} icon="lock" onPress={sealAndGoOn} isDisabled={isAhead || !isMade}>
            {t('logSession.guess.seal')}
          </Button>
          {isMade || isAhead ? null : <p>{t('logSession.guess.nothing')}</p>}
        </Stack>
      ) : isFinal ? (
        guess === 'sealed' ? (
          <p>{t('logSession.guess.sealed')}</p>
        ) : null
      ) : (
        <Stack gap={8} align="start">
          <p>{guess === 'sealed' ? t('logSession.guess.willSeal') : t('logSession.guess.willSkip')}</p>
          <Button onPress={() => setGuess('open')}>{t('logSession.guess.takeBack')}</Button>
        </Stack>
      )}
    </Card>
  )
}

/** Events to find again later, each with an optional note, and free notes. */
function EventsCard({ log, change, isAhead }: PartProps) {
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
        <LimitedField
          key={id}
          label={t('logSession.events.note', { kind: nameOf(kind) })}
          value={note}
          onChange={(text) => change((before) => withEventNote(before, id, text))}
          limit={longestNote}
        />
      ))}
      <LimitedField
        label={t('logSession.events.notes')}
        value={log.session.notes}
        onChange={(notes) => change((before) => withSession(before, { notes }))}
        limit={longestNote}
        rows={6}
        multiline
      />
    </Card>
  )
}

function newEvent(kind: SessionEvent['kind']): SessionEvent {
  return { id: sessionEventIdSchema.parse(crypto.randomUUID()), kind, note: '' }
}

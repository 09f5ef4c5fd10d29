import type { Instrument } from '#shared/instruments/instrument.ts'
import type { Answers } from '#shared/instruments/response.ts'
import type { StoredDraft } from '#shared/records/draft.ts'
import { responseIdSchema } from '#shared/records/ids.ts'
import type { RuptureNote } from '#shared/records/rupture-note.ts'
import type { Response, SessionLog, StoredSessionLog } from '#shared/records/session-log.ts'
import type { Session, SessionEvent } from '#shared/records/session.ts'
import { longestNote } from '#shared/records/text.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'

/** A new id and the time, for each addition. */
export interface Stamp {
  readonly id: string
  readonly at: string
}

/** A stamp with the current time. */
export const stamp = (): Stamp => ({ id: crypto.randomUUID(), at: new Date().toISOString() })

/** The therapist's part of a stored session, which the form edits and saves. */
export function therapistLog({ session, responses, ruptureNote, events }: StoredSessionLog): SessionLog {
  return { session, responses: responses.filter(({ rater }) => rater === 'therapist'), ruptureNote, events }
}

/** The draft to continue. A guess that was sealed or skipped since then keeps its sealed state. */
export function recoveredLog({ log }: StoredDraft, stored: StoredSessionLog | null): SessionLog {
  if (!stored || stored.session.guess === 'open') return log
  const sealed = stored.responses.filter(isGuess)
  return {
    ...log,
    session: { ...log.session, guess: stored.session.guess },
    responses: [...log.responses.filter((response) => !isGuess(response)), ...sealed],
  }
}

/** Whether a note of the log is too long to be saved. A draft keeps it. */
export function hasTooLongNote({ session, ruptureNote, events }: SessionLog): boolean {
  const notes = [session.notes, ruptureNote?.note ?? '', ...events.map(({ note }) => note)]
  return notes.some((note) => note.length > longestNote)
}

/** Whether two logs have the same content. */
export function isSameLog(a: SessionLog, b: SessionLog): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The therapist's response to an instrument, or null if none of it is answered. */
export function responseTo({ responses }: SessionLog, instrumentId: string): Response | null {
  return (
    responses.find((response) => response.rater === 'therapist' && response.instrumentId === instrumentId) ??
    null
  )
}

/** Sets one answer; `null` removes it. A response without content is removed too. */
export function withAnswer(
  log: SessionLog,
  instrument: Instrument,
  itemId: string,
  value: number | null,
  stamp: Stamp,
): SessionLog {
  const answer = value === null ? skipped : { value, missingReason: null }
  return withResponse(log, instrument, stamp, (response) => ({
    ...response,
    answers: { ...response.answers, [itemId]: answer },
  }))
}

/** Sets the words chosen beside the items. */
export function withWords(
  log: SessionLog,
  instrument: Instrument,
  words: string[],
  stamp: Stamp,
): SessionLog {
  return withResponse(log, instrument, stamp, (response) => ({ ...response, words }))
}

export function withSession(log: SessionLog, change: Partial<Session>): SessionLog {
  return { ...log, session: { ...log.session, ...change } }
}

/** Sets the rupture note; `null` removes it. */
export function withRupture(log: SessionLog, change: Partial<RuptureNote> | null): SessionLog {
  if (change === null) return { ...log, ruptureNote: null }
  return { ...log, ruptureNote: { ...(log.ruptureNote ?? blankRupture), ...change } }
}

/** Keeps the events of the chosen kinds with their notes, and adds one for each new kind. */
export function withEventKinds(
  log: SessionLog,
  kinds: readonly SessionEvent['kind'][],
  eventOf: (kind: SessionEvent['kind']) => SessionEvent,
): SessionLog {
  const kept = log.events.filter(({ kind }) => kinds.includes(kind))
  const added = kinds.filter((kind) => !kept.some((event) => event.kind === kind)).map(eventOf)
  return { ...log, events: [...kept, ...added] }
}

export function withEventNote(log: SessionLog, id: string, note: string): SessionLog {
  return { ...log, events: log.events.map((event) => (event.id === id ? { ...event, note } : event)) }
}

const skipped = { value: null, missingReason: 'skipped' } as const

const blankRupture: RuptureNote = {
  seenBy: 'therapist',
  isWithdrawal: false,
  isConfrontation: false,
  intensity: null,
  resolution: null,
  tried: [],
  note: '',
}

const isGuess = ({ instrumentId }: Response): boolean => instrumentId === ownInstruments.emotionsGuess

function withResponse(
  log: SessionLog,
  instrument: Instrument,
  stamp: Stamp,
  edit: (response: Response) => Response,
): SessionLog {
  const before = responseTo(log, instrument.id)
  const after = { ...edit(before ?? blankResponse(instrument, stamp)), recordedAt: stamp.at }
  const others = log.responses.filter((response) => response !== before)
  if (!isAnswered(after)) return { ...log, responses: others }
  if (!before) return { ...log, responses: [...others, after] }
  return { ...log, responses: log.responses.map((response) => (response === before ? after : response)) }
}

function isAnswered({ answers, words }: Response): boolean {
  return words.length > 0 || Object.values(answers).some(({ value }) => value !== null)
}

function blankResponse({ id, version, occasion, items }: Instrument, stamp: Stamp): Response {
  const answers: Answers = Object.fromEntries(items.map((item) => [item.id, skipped]))
  return {
    id: responseIdSchema.parse(stamp.id),
    instrumentId: id,
    instrumentVersion: version,
    rater: 'therapist',
    occasion: occasion === 'before' ? 'before' : 'after',
    answers,
    words: [],
    comment: '',
    recordedAt: stamp.at,
    fromPaperAt: null,
  }
}

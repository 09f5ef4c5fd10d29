import type { SessionDetails } from '#shared/imports/rated-session.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { Response, SessionLog } from '#shared/records/session-log.ts'
import { checkResponse } from '../../records/instruments/check-responses.ts'
import type { Records } from '../../records/records.ts'
import type { FullSession } from '../../records/sessions/session.repository.ts'
import { toVisibleSession } from '../../records/sessions/visible-session.ts'
import { applyOwnWords } from './apply-own-words.ts'
import type { PlannedTexts } from './check-texts.ts'
import { digestOf, type KeptOfClient, type KeptSession } from './kept-imports.ts'
import type { PlannedOfClient, PlannedSession } from './plan-import.ts'

/** Writes what is planned for one client, inside the caller's transaction. Yields after each session. */
export function* applyImport(
  records: Records,
  { clientId, client, sessions, ownWords }: PlannedOfClient,
): Generator<undefined, KeptOfClient> {
  const now = records.context.now().toISOString()
  if (client !== null)
    records.clients.insert({
      ...client,
      status: 'active',
      therapyType: '',
      usualDurationMinutes: null,
      notes: '',
      createdAt: now,
      revision: 1,
    })
  const kept: KeptSession[] = []
  for (const session of sessions) {
    session.added.forEach((response) => checkResponse(records.instruments, response, 'file'))
    const written = writeSession(records, session, now)
    records.riskPath.open(session, session.added)
    kept.push({
      id: session.id,
      clientId,
      made: session.before === null ? digestOf(written) : null,
      added: session.added.map((form) => ({ id: form.id, digest: digestOf(form) })),
      texts: keptTextsOf(session.texts),
    })
    yield undefined
  }
  records.ownSpreads.keep(clientId)
  return { sessions: kept, ownWords: yield* applyOwnWords(records, clientId, ownWords) }
}

function keptTextsOf({ note, forms }: PlannedTexts): KeptSession['texts'] {
  return {
    note: note === null ? null : digestOf(note),
    forms: forms.map(({ id, comment, words }) => ({
      id,
      comment: comment === null ? null : digestOf(comment),
      words: words === null ? null : digestOf(words),
    })),
  }
}

function writeSession({ sessions, context }: Records, planned: PlannedSession, now: string): FullSession {
  const { before, added, texts, details } = planned
  if (before === null) {
    // A file that only adds to sessions makes none.
    if (details === null) throw new Error('a session is made of nothing')
    return sessions.putWhole(newLog(planned, details, context.zone()), 1, now)
  }
  const { session, ruptureNote, events, responses, revision, savedAt } = before
  const written = {
    session: { ...session, notes: texts.note ?? session.notes },
    ruptureNote,
    events: [...events],
    responses: [...responses.map((form) => withTexts(form, texts)), ...added],
  }
  const changed = [...added, ...responses.filter(({ id }) => texts.forms.some((form) => form.id === id))]
  if (texts.note === null && changed.every(({ rater }) => rater === 'client'))
    return sessions.putWhole(written, revision, savedAt)
  // What was final keeps its earlier version, as after any other correction.
  if (session.closedAt !== null)
    sessions.keepVersion({ ...toVisibleSession(before), responses: [...responses] })
  return sessions.putWhole(written, revision + 1, now)
}

function withTexts(form: Response, { forms }: PlannedTexts): Response {
  const own = forms.find(({ id }) => id === form.id)
  return { ...form, comment: own?.comment ?? form.comment, words: [...(own?.words ?? form.words)] }
}

function newLog(
  { id, clientId, number, date, added }: PlannedSession,
  from: SessionDetails,
  zone: string,
): SessionLog {
  const hasGuess = added.some(({ instrumentId }) => instrumentId === ownInstruments.emotionsGuess)
  const responses: Response[] = [...added]
  return {
    session: {
      id,
      clientId,
      number,
      status: from.status,
      date,
      timeOfDay: null,
      zone,
      modality: from.modality,
      durationMinutes: from.durationMinutes,
      notes: from.notes,
      // Nobody can guess any more at a session that is over.
      guess: hasGuess ? 'sealed' : from.status === 'planned' ? 'open' : 'skipped',
      closedAt: null,
    },
    responses,
    ruptureNote: null,
    events: [],
  }
}

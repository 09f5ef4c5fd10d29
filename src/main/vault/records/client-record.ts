import type { AllianceMissingReason, SessionSummary } from '#shared/overview/client-overview.ts'
import { outcomeSources, type OutcomeSource } from '#shared/overview/outcome-source.ts'
import { sessionScores } from '#shared/overview/session-scores.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { InstrumentLibrary } from './instruments/instrument-library.ts'
import type { FullSession } from './sessions/session.repository.ts'
import { hasHiddenEmotions, visibleResponses } from './sessions/visible-session.ts'
import type { Records } from './records.ts'

/** The data of a client's sessions from which everything on the client's page is computed. */
export interface ClientRecord {
  readonly sessions: readonly SessionSummary[]
  readonly outcomes: readonly OutcomeSource[]
  /** The therapist's words for their own feelings, session by session. */
  readonly feelings: readonly (readonly string[])[]
}

/** Reads all sessions of a client with their scores. Leaves out what the therapist may not see yet. */
export function readClientRecord(
  { sessions, instruments, baselines }: Pick<Records, 'sessions' | 'instruments' | 'baselines'>,
  clientId: string,
): ClientRecord {
  const full = sessions.listOfClient(clientId)
  const chosen = baselines.ofClient(clientId)
  return {
    sessions: full.map((session) => summarise(session, instruments)),
    outcomes: outcomeSources(full.map(visibleResponses), instruments.find, (instrumentId) => {
      const index = full.findIndex(({ session }) => session.id === chosen.get(instrumentId))
      return index === -1 ? null : index
    }),
    feelings: full.map(({ responses }) =>
      responses.filter(({ rater }) => rater === 'therapist').flatMap(({ words }) => words),
    ),
  }
}

function summarise(full: FullSession, instruments: InstrumentLibrary): SessionSummary {
  const { session } = full
  const scores = sessionScores(visibleResponses(full), instruments.find)
  return {
    id: session.id,
    number: session.number,
    status: session.status,
    date: session.date,
    modality: session.modality,
    isClosed: session.closedAt !== null,
    hasHiddenEmotions: hasHiddenEmotions(full),
    hasNotes: session.notes !== '',
    clientMissing: scores['client.alliance'] === undefined ? reasonForMissingAlliance(full) : null,
    scores,
    ruptureNote: full.ruptureNote,
    events: full.events.map(({ kind }) => kind),
  }
}

function reasonForMissingAlliance({ responses }: FullSession): AllianceMissingReason | null {
  const form = responses.find(({ instrumentId }) => instrumentId === ownInstruments.allianceClient)
  if (!form) return null
  const answers = Object.values(form.answers)
  if (answers.some(({ value }) => value !== null)) return 'partly-answered'
  return answers.find(({ missingReason }) => missingReason !== null)?.missingReason ?? null
}

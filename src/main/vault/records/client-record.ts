import type { AllianceMissingReason, SessionSummary } from '#shared/overview/client-overview.ts'
import { outcomeSources, type OutcomeSource } from '#shared/overview/outcome-source.ts'
import { scoreOnOtherVersion, type ClientSeries } from '#shared/series/client-series.ts'
import { leadSeries } from '#shared/series/lead-series.ts'
import { readSeries } from './scores/series-of-client.ts'
import type { FullSession } from './sessions/session.repository.ts'
import { hasHiddenEmotions } from './sessions/visible-session.ts'
import type { Records } from './records.ts'

/** The data of a client's sessions from which everything on the client's page is computed. */
export interface ClientRecord {
  readonly sessions: readonly SessionSummary[]
  /** The series of the sessions' scores. */
  readonly series: readonly ClientSeries[]
  /** The id of the series that the therapist chose to lead; null if none was. */
  readonly chosenLead: string | null
  readonly outcomes: readonly OutcomeSource[]
  /** The therapist's words for their own feelings, session by session. */
  readonly feelings: readonly (readonly string[])[]
}

/** Reads all sessions of a client with their scores. Leaves out what the therapist may not see yet. */
export function readClientRecord(
  {
    sessions,
    clientScores,
    instruments,
    baselines,
    leads,
    ownSpreads,
  }: Pick<Records, 'sessions' | 'clientScores' | 'instruments' | 'baselines' | 'leads' | 'ownSpreads'>,
  clientId: string,
): ClientRecord {
  const full = sessions.listOfClient(clientId)
  const scored = clientScores.ofClient(clientId)
  const { series, scores } = readSeries(scored, instruments, ownSpreads.reader())
  const chosenLead = leads.ofClient(clientId)
  const lead = leadSeries(series, scores, chosenLead)
  const chosen = baselines.ofClient(clientId)
  return {
    sessions: full.map((session, index) => summarise(session, scores[index] ?? {}, lead)),
    series,
    chosenLead,
    outcomes: outcomeSources(scored, instruments.find, (instrumentId) => {
      const index = full.findIndex(({ session }) => session.id === chosen.get(instrumentId))
      return index === -1 ? null : index
    }),
    feelings: full.map(({ responses }) =>
      responses.filter(({ rater }) => rater === 'therapist').flatMap(({ words }) => words),
    ),
  }
}

function summarise(
  full: FullSession,
  scores: Readonly<Record<string, number>>,
  lead: ClientSeries | null,
): SessionSummary {
  const { session } = full
  return {
    id: session.id,
    number: session.number,
    status: session.status,
    date: session.date,
    modality: session.modality,
    isClosed: session.closedAt !== null,
    hasHiddenEmotions: hasHiddenEmotions(full),
    hasNotes: session.notes !== '',
    clientMissing: lead === null || isScored(scores, lead) ? null : reasonForMissing(full, lead),
    scores: { ...scores },
    ruptureNote: full.ruptureNote,
    events: full.events.map(({ kind }) => kind),
  }
}

/** Whether the scale of a series has a score, in this or in another version of its form. */
function isScored(scores: Readonly<Record<string, number>>, { id }: ClientSeries): boolean {
  return scores[id] !== undefined || scoreOnOtherVersion(scores, id) !== null
}

/** Why a client's rating has no score; null if nothing is known of it. */
export function reasonForMissing(
  { responses }: FullSession,
  { instrumentId: id }: ClientSeries,
): AllianceMissingReason | null {
  const form = responses.find(({ instrumentId, rater }) => instrumentId === id && rater === 'client')
  if (!form) return null
  const answers = Object.values(form.answers)
  if (answers.some(({ value }) => value !== null)) return 'partly-answered'
  return answers.find(({ missingReason }) => missingReason !== null)?.missingReason ?? null
}

import type { AllianceMissingReason, SessionSummary } from '#shared/overview/client-overview.ts'
import { feelingWordsOf } from '#shared/overview/feeling-words.ts'
import { outcomeSources, type OutcomeSource } from '#shared/overview/outcome-source.ts'
import type { RepairClosing } from '#shared/records/repair-closing.ts'
import type { SaidTogether } from '#shared/records/said-together.ts'
import type { Response } from '#shared/records/session-log.ts'
import { scoreOnOtherVersion, type ClientSeries } from '#shared/series/client-series.ts'
import { leadSeries } from '#shared/series/lead-series.ts'
import { readSeries } from './scores/series-of-client.ts'
import type { Records } from './records.ts'

/** The data of a client's sessions from which everything on the client's page is computed. */
export interface ClientRecord {
  readonly sessions: readonly SessionSummary[]
  /** The series of the sessions' scores. */
  readonly series: readonly ClientSeries[]
  /** The id of the series that the therapist chose to lead; null if none was. */
  readonly chosenLead: string | null
  readonly outcomes: readonly OutcomeSource[]
  /** What the therapist closed of drops and noted ruptures. */
  readonly closings: readonly RepairClosing[]
  /** What was said when both looked at a session. */
  readonly saidTogether: readonly SaidTogether[]
  /** The therapist's words for their own feelings, session by session. */
  readonly feelings: readonly (readonly string[])[]
}

/** Reads the sessions of a client with their scores. Leaves out what the therapist may not see yet. */
export function readClientRecord(
  {
    courseSessions,
    clientScores,
    instruments,
    baselines,
    leads,
    ownSpreads,
    closings,
    saidTogether,
  }: Pick<
    Records,
    | 'courseSessions'
    | 'clientScores'
    | 'instruments'
    | 'baselines'
    | 'leads'
    | 'ownSpreads'
    | 'closings'
    | 'saidTogether'
  >,
  clientId: string,
): ClientRecord {
  const sessions = courseSessions.ofClient(clientId)
  const scored = clientScores.ofClient(clientId)
  const { series, scores, scoresBefore } = readSeries(scored, instruments, ownSpreads.reader())
  const chosenLead = leads.ofClient(clientId)
  const lead = leadSeries(series, scores, chosenLead)
  const unrated = sessions.flatMap(({ id }, index) =>
    lead === null || isScored(scores[index] ?? {}, lead) ? [] : [id],
  )
  const answers = lead === null ? null : courseSessions.clientAnswers(unrated, lead.instrumentId)
  const chosen = baselines.ofClient(clientId)
  return {
    sessions: sessions.map(({ closedAt, felt, ...session }, index) => ({
      ...session,
      isClosed: closedAt !== null,
      clientMissing: reasonForMissing(answers?.get(session.id)),
      scores: { ...scores[index] },
      scoresBefore: { ...scoresBefore[index] },
      feelingWords: feelingWordsOf(felt, instruments.find),
    })),
    series,
    chosenLead,
    outcomes: outcomeSources(scored, instruments.find, (instrumentId) => {
      const index = sessions.findIndex(({ id }) => id === chosen.get(instrumentId))
      return index === -1 ? null : index
    }),
    closings: closings.ofClient(clientId),
    saidTogether: saidTogether.ofClient(clientId),
    feelings: sessions.map(({ felt }) => felt.flatMap(({ words }) => words)),
  }
}

/** Whether the scale of a series has a score, in this or in another version of its form. */
function isScored(scores: Readonly<Record<string, number>>, { id }: ClientSeries): boolean {
  return scores[id] !== undefined || scoreOnOtherVersion(scores, id) !== null
}

/** Why a client's answers to a form have no score; null without answers, or if nothing is known of it. */
export function reasonForMissing(given: Response['answers'] | undefined): AllianceMissingReason | null {
  const answers = Object.values(given ?? {})
  if (answers.some(({ value }) => value !== null)) return 'partly-answered'
  return answers.find(({ missingReason }) => missingReason !== null)?.missingReason ?? null
}

import type { ClientAttention } from '#shared/attention/attention.ts'
import { findReasons } from '#shared/attention/find-reasons.ts'
import { changeThresholdsOf } from '#shared/instruments/instrument.ts'
import { outcomeSources } from '#shared/overview/outcome-source.ts'
import { outcomeStatus, type OutcomeStatus } from '#shared/overview/outcome-status.ts'
import type { Client } from '#shared/records/client.ts'
import { countsInCourse } from '#shared/records/session.ts'
import type { ScoredColumns } from '#shared/series/client-series.ts'
import type { ScoreColumn } from '#shared/series/score-row.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { InstrumentLibrary } from '../instruments/instrument-library.ts'
import type { Records } from '../records.ts'
import { seriesSources } from '../scores/series-of-client.ts'
import type { ScoredSession } from '../scores/score.repository.ts'
import { createAllianceReader, type AllianceSeries } from './alliance-series.ts'
import { createLatestNoteReader } from './latest-note.ts'
import { createRecordedReader } from './recorded-alliance.ts'

/** How many of the newest ratings the trend shows. */
const trendRatings = 20

/** A client with every reason, also those that the therapist has looked at. */
export type ClientWithReasons = ClientAttention & { readonly all: ClientAttention['reasons'] }

/**
 * Returns a function that finds the reasons to look at a client from the stored scores. It serves one answer: all
 * clients of that answer are read at the same day, with the same parameters.
 */
export function createAttentionReader(records: Records) {
  const { context, sessions, instruments, clientScores, leads, baselines, lookedAt } = records
  const today = todayIn(context)
  const parameters = records.rules.read()
  const readAlliance = createAllianceReader(seriesSources(instruments, records.ownSpreads.reader()))
  const readScores = clientScores.reader()
  const readNote = createLatestNoteReader(context.db)
  const readRecorded = createRecordedReader(context.db, records)
  const keepOutcomes = createOutcomeColumns(instruments.find)
  const risks = Map.groupBy(records.riskPath.listOpen(), ({ clientId }) => clientId)
  const drafts = Map.groupBy(records.drafts.list(), ({ clientId }) => clientId)

  const outcomesOf = (clientId: string, scored: readonly ScoredSession[]): OutcomeStatus[] => {
    const ofOutcomes = keepOutcomes(scored)
    if (ofOutcomes === null) return []
    const positions = scored.flatMap(({ status }, index) => (countsInCourse(status) ? [index] : []))
    const sources = outcomeSources(ofOutcomes, instruments.find, (instrumentId) => {
      const chosen = baselines.ofClient(clientId).get(instrumentId)
      const number = chosen === undefined ? null : (sessions.get(chosen)?.session.number ?? null)
      const index = scored.findIndex((session) => session.number === number)
      return index === -1 ? null : index
    })
    return sources.flatMap((source) => outcomeStatus(source, positions, parameters) ?? [])
  }

  return (client: Client): ClientWithReasons => {
    const { id, code, isFictional, status } = client
    const scored = readScores(id)
    const past = scored.filter((session) => countsInCourse(session.status))
    const series = readAlliance(scored, leads.ofClient(id))
    const outcomes = outcomesOf(id, scored)
    const next = sessions.nextPlanned(id, today) ?? begunIn(scored, today)
    const all = findReasons({
      today,
      status,
      sessions: scored,
      alliance: atPlaces(scored, series),
      lead: series.lead,
      recorded: () => readRecorded(id, past, series.lead),
      outcomes,
      parameters,
      risks: risks.get(id) ?? [],
      note: readNote(id),
      drafts: (drafts.get(id) ?? []).slice(0, 1),
      isPlanned: next !== null,
    })
    const hidden = lookedAt
      .ofClient(id)
      .filter(
        ({ kind, evidence, until }) =>
          today < until && all.some((reason) => reason.kind === kind && reason.evidence === evidence),
      )
    return {
      clientId: id,
      clientCode: code,
      isFictional,
      all,
      reasons: all.filter((reason) => !hidden.some(({ kind }) => kind === reason.kind)),
      lookedAt: hidden.map(({ kind, until }) => ({ kind, until })),
      trend: trendOf(series),
      outcome: newestOutcome(outcomes),
      next,
    }
  }
}

/** A session that has begun and is not over: nobody plans it any more, and it is no appointment that is missing. */
function begunIn(scored: readonly ScoredSession[], today: string): ClientAttention['next'] {
  const begun = scored.find(({ status, date }) => status === 'begun' && date >= today)
  return begun ? { date: begun.date, timeOfDay: null } : null
}

/** The ratings at the places of all sessions; null where a session doesn't count in the course. */
function atPlaces(scored: readonly ScoredSession[], { numbers, scores }: AllianceSeries): (number | null)[] {
  let next = 0
  return scored.map(({ number }) => (numbers[next] === number ? (scores[next++] ?? null) : null))
}

function trendOf({ scores, lead }: AllianceSeries): ClientAttention['trend'] {
  const values = scores.slice(-trendRatings)
  if (lead === null || values.every((value) => value === null)) return null
  return { values, minimum: lead.minimum, maximum: lead.maximum }
}

/** The questionnaire rated last; of several rated in the same session the first by title. */
function newestOutcome(outcomes: readonly OutcomeStatus[]): ClientAttention['outcome'] {
  const [newest] = outcomes
    .map((status) => ({ status, last: status.scores.findLastIndex((score) => score !== null) }))
    .toSorted((one, other) => other.last - one.last)
  const score = newest?.status.scores[newest.last] ?? null
  if (!newest || score === null) return null
  const { title, change } = newest.status
  return { title, score, standing: change.verdict.change }
}

type Columns = readonly ScoreColumn[]

const none: ScoredColumns = { columns: [], values: [] }

/**
 * Returns a function that keeps only the scores of questionnaires with a change threshold; null if there are none. Most
 * sessions have none, and all sessions with the same forms share the search for them.
 */
function createOutcomeColumns(find: InstrumentLibrary['find']) {
  const known = new Map<Columns, { columns: ScoreColumn[]; places: number[] }>()
  const keptOf = (columns: Columns) => {
    const kept = known.get(columns) ?? keep(columns)
    known.set(columns, kept)
    return kept
  }
  const keep = (columns: Columns) => {
    const places = columns.flatMap(([rater, id, version], place) => {
      const instrument = rater === 'client' ? find(id, version) : null
      return instrument && changeThresholdsOf(instrument).length > 0 ? [place] : []
    })
    return { places, columns: columns.filter((_column, place) => places.includes(place)) }
  }
  return (scored: readonly ScoredSession[]): ScoredColumns[] | null => {
    if (scored.every(({ columns }) => keptOf(columns).places.length === 0)) return null
    return scored.map(({ columns, values }) => {
      const kept = keptOf(columns)
      if (kept.places.length === 0) return none
      return { columns: kept.columns, values: kept.places.map((place) => values[place] ?? null) }
    })
  }
}

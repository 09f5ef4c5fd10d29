import { z } from 'zod'
import type { Series } from '#shared/analytics/index.ts'
import { ruptureOptions } from '#shared/overview/explain-course.ts'
import type { PracticeRecord } from '#shared/practice/observe-client.ts'
import { countsInCourse } from '#shared/records/session.ts'
import type { ClientSeries } from '#shared/series/client-series.ts'
import { canLead, leadOf } from '#shared/series/lead-series.ts'
import type { ScoreColumn } from '#shared/series/score-row.ts'
import type { Records } from '../records.ts'
import type { ScoredSession } from '../scores/score.repository.ts'
import { createSeriesReader, type ReadSeries } from '../scores/series-reader.ts'
import { seriesSources } from '../scores/series-of-client.ts'

type PracticeSources = Pick<
  Records,
  'context' | 'instruments' | 'ownSpreads' | 'rules' | 'clientScores' | 'leads'
>

/**
 * Returns a function that reads, from stored scores, what one client's sessions say about the therapist's practice. It
 * serves one answer: every client is read with the same parameters.
 */
export function createPracticeReader(records: PracticeSources) {
  const { context, instruments, ownSpreads, rules, clientScores, leads } = records
  const read = createSeriesReader(seriesSources(instruments, ownSpreads.reader()))
  const noted = context.db
    .prepare('SELECT number FROM sessions WHERE client_id = ? AND rupture_note IS NOT NULL ORDER BY number')
    .pluck()
  const parameters = rules.read()
  const isRatedByClient = createRatedByClient()
  return (clientId: string): PracticeRecord => {
    // A save may come between two clients, so the stored layouts are looked up for each of them.
    const past = clientScores.ofClient(clientId).filter(({ status }) => countsInCourse(status))
    const found = read(past)
    const alliances = alliancesOf(found, leads.ofClient(clientId))
    return {
      sessions: past,
      isRated: past.map(isRatedByClient),
      alliances: alliances.map((series) => ({
        ratings: found.valuesOf(series.id),
        options: ruptureOptions(parameters, series),
      })),
      ratingsBeforeFall: parameters.ratingsBeforeFall,
      noted: () => z.array(z.int()).parse(noted.all(clientId)),
      differences: firstOf(
        alliances.flatMap((series) => differencesOf(series, found)),
        past.length,
      ),
      guesses: meanDistances(
        found.series.filter(isSingleEmotion).flatMap((series) => differencesOf(series, found)),
        past.length,
      ),
    }
  }
}

/** The alliance that leads the client's page, in every version of its form. A session has at most one of them. */
function alliancesOf({ series, valuesOf }: ReadSeries, chosenLead: string | null): ClientSeries[] {
  const candidates = series.filter(canLead)
  const lead = candidates.find(({ id }) => id === chosenLead) ?? leadOf(candidates, ({ id }) => valuesOf(id))
  return candidates.filter(
    ({ instrumentId, scaleId }) => instrumentId === lead?.instrumentId && scaleId === lead.scaleId,
  )
}

function isSingleEmotion({ rater, construct, items }: ClientSeries): boolean {
  return rater === 'client' && construct === 'emotions' && items === 1
}

/** The therapist's ratings minus the client's, in tenths of the scale; none if the two forms have different items. */
function differencesOf({ id, pair, minimum, maximum }: ClientSeries, { valuesOf }: ReadSeries): Series[] {
  if (pair === null || !pair.byItems) return []
  const therapist = valuesOf(pair.id)
  return [
    valuesOf(id).map((own, index) => {
      const other = therapist[index] ?? null
      return own === null || other === null ? null : ((other - own) * 10) / (maximum - minimum)
    }),
  ]
}

function firstOf(all: readonly Series[], length: number): Series {
  return Array.from({ length }, (_, index) => {
    const rated = all.find((series) => (series[index] ?? null) !== null)
    return rated?.[index] ?? null
  })
}

function meanDistances(all: readonly Series[], length: number): Series {
  return Array.from({ length }, (_, index) => {
    let count = 0
    let sum = 0
    for (const series of all) {
      const difference = series[index] ?? null
      if (difference === null) continue
      count += 1
      sum += Math.abs(difference)
    }
    return count === 0 ? null : sum / count
  })
}

/** Says whether the client rated anything in a session. Sessions with the same forms share the search for the columns. */
function createRatedByClient() {
  const known = new Map<readonly ScoreColumn[], readonly number[]>()
  return ({ columns, values }: ScoredSession): boolean => {
    const places =
      known.get(columns) ?? columns.flatMap(([rater], place) => (rater === 'client' ? [place] : []))
    known.set(columns, places)
    return places.some((place) => (values[place] ?? null) !== null)
  }
}

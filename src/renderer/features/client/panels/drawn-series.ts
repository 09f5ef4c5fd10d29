import type { LevelledSeries } from '#shared/overview/client-overview.ts'
import type { OutcomeStatus } from '#shared/overview/outcome-status.ts'
import { totalFormId } from '#shared/instruments/total-form.ts'
import { seriesId } from '#shared/series/client-series.ts'
import { isSessionAlliance } from '#shared/series/lead-series.ts'
import type { Past } from '../past-sessions.ts'
import { isNewestVersion } from '../series-values.ts'
import { emotionSeries } from './emotion-series.ts'
import { feelingsOf } from './feelings-panel.ts'

/** Which panel draws which series. With the outcomes and the course, every series that was rated is in one of them. */
export interface DrawnSeries {
  /** Alliances of either person that don't lead the page. */
  readonly alliances: readonly LevelledSeries[]
  /** The client's questionnaires about more than the session, which say nothing about reliable change. */
  readonly others: readonly LevelledSeries[]
  readonly empathy: readonly LevelledSeries[]
  /** All that has no panel of its own, on scales of its own. */
  readonly rest: readonly LevelledSeries[]
}

/** What decides it, besides the series. */
interface Elsewhere {
  readonly outcomes: readonly Pick<OutcomeStatus, 'instrumentId' | 'scale' | 'leftOut'>[]
  /** The client's emotions that are drawn with the therapist's guesses. */
  readonly guessed: readonly { readonly id: string }[]
}

/** Sorts the rated series by the panel that draws them. A line of the client's draws the therapist's of the same too. */
export function drawnSeries(past: Past, { outcomes, guessed }: Elsewhere): DrawnSeries {
  const newest = past.series.filter((each) => isDrawnAlone(each, past.series))
  const isRated = (id: string) => newest.some((each) => each.id === id && each.level.rated > 0)
  const lead = [past.lead.client, past.course?.isSameMetric === true ? past.lead.therapist : null]
  const outcomeIds = outcomes.flatMap(({ instrumentId, scale, leftOut }) => {
    const own = seriesId('client', instrumentId, scale.id)
    // Totals are drawn with the scores that the outcome compares, unless it had to leave some out.
    return leftOut.length > 0 ? [own] : [own, seriesId('client', totalFormId(instrumentId, true), scale.id)]
  })
  const taken = new Set<string>([...lead.flatMap((each) => (each === null ? [] : [each.id])), ...outcomeIds])
  const take = (wanted: (series: LevelledSeries) => boolean): LevelledSeries[] => {
    const lines = newest.filter((each) => !taken.has(each.id) && wanted(each)).filter(isLine)
    for (const { id, pair } of lines) {
      taken.add(id)
      if (pair?.byItems === true) taken.add(pair.id)
    }
    return lines
  }
  const isLine = ({ id, rater, pair }: LevelledSeries) =>
    isRated(id) ? rater === 'client' || !isDrawnWith(pair) : rater === 'client' && isRatedPair(pair)
  const isRatedPair = (pair: LevelledSeries['pair']) => pair?.byItems === true && isRated(pair.id)
  const isDrawnWith = (pair: LevelledSeries['pair']) =>
    pair?.byItems === true && newest.some(({ id }) => id === pair.id)

  const known = new Set(outcomes.map(({ instrumentId }) => instrumentId))
  const alliances = take(isSessionAlliance)
  const others = take(
    ({ rater, frame, instrumentId }) =>
      rater === 'client' && frame !== 'this-session' && !known.has(instrumentId),
  )
  const empathy = take(({ construct, frame }) => construct === 'empathy.received' && frame === 'this-session')

  for (const { before, after } of feelingsOf(past))
    for (const feeling of [before, after]) if (feeling !== null) taken.add(feeling.id)
  for (const each of newest) if (each.rater === 'client' && each.construct === 'emotions') taken.add(each.id)
  const guesses = emotionSeries(past, 'therapist')
  const isDrawnGuess = (id: string) =>
    guessed.some((own) => newest.find((each) => each.id === own.id)?.pair?.id === id)
  const rest = newest.filter(
    (each) =>
      !taken.has(each.id) &&
      isRated(each.id) &&
      (each.construct !== 'emotions' || (guesses.includes(each) && !isDrawnGuess(each.id))),
  )
  return { alliances, others, empathy, rest }
}

/** Whether a series is of the newest version, or of an earlier one on another scale, which the newest can't draw. */
function isDrawnAlone(series: LevelledSeries, all: readonly LevelledSeries[]): boolean {
  if (isNewestVersion(series)) return true
  const newest = all.find(({ id }) => isNewestVersion({ id }) && series.id.startsWith(`${id}@`))
  return newest === undefined || newest.minimum !== series.minimum || newest.maximum !== series.maximum
}

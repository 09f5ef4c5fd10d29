import { isRating, meanOf, ratingsOf } from './series.ts'
import type { Series } from './series.ts'

/** A client's own level and each session's distance from it, in points of the scale. */
export interface WithinBetween {
  mean: number | null
  n: number
  /** Rating minus the mean of all the client's ratings; null in a gap. */
  deviations: (number | null)[]
  /** Rating minus the mean of the earlier ratings only; null in a gap and at the first rating. */
  runningDeviations: (number | null)[]
}

/**
 * Separates the level of a client (the mean of all ratings) from change within the client (distance from it).
 *
 * The two mean different things for outcome and are never mixed in one line. During therapy the running deviation is
 * the honest one: it uses only what was known at that session. Both lists are as long as the series. Without ratings
 * the mean is null and n is 0. Source: person-mean centring, Wang and Maxwell (2015), Psychological Methods 20,
 * 63-83.
 */
export function withinBetween(series: Series): WithinBetween {
  const ratings = ratingsOf(series)
  const mean = meanOf(ratings.map(({ value }) => value))
  const first = ratings[0]?.value ?? 0
  let earlier = 0
  let earlierSum = 0
  const runningDeviations = series.map((value) => {
    if (!isRating(value)) return null
    const deviation = earlier === 0 ? null : value - (first + earlierSum / earlier)
    earlier += 1
    earlierSum += value - first
    return deviation
  })
  return {
    mean,
    n: ratings.length,
    deviations: series.map((value) => (isRating(value) && mean !== null ? value - mean : null)),
    runningDeviations,
  }
}

import { normalFrom, uniformFrom } from './simulated-courses.ts'

/**
 * The share of stable clients whose weekly rating is at some time worse than the first by a number of points; the error
 * of measurement is in points too.
 */
export function shareCrossing(
  { points, error, weeks }: { points: number; error: number; weeks: number },
  { clients, seed }: { clients: number; seed: number },
): number {
  const normal = normalFrom(uniformFrom(seed))
  const level = 12
  const ratingOf = () => Math.round(level + error * normal())
  let crossed = 0
  for (let client = 0; client < clients; client += 1) {
    const first = ratingOf()
    const later = Array.from({ length: weeks - 1 }, ratingOf)
    if (later.some((rating) => rating - first >= points)) crossed += 1
  }
  return crossed / clients
}

/**
 * The share of stable clients of whom one rating, up to each of these numbers of ratings, is worse than the first by a
 * reliable change: 1.96 standard errors of a difference. It is the same for every scale.
 */
export function sharesBeyondReliableChange(
  upTo: readonly number[],
  { clients, seed }: { clients: number; seed: number },
): number[] {
  const normal = normalFrom(uniformFrom(seed))
  const limit = 1.96 * Math.SQRT2
  const most = Math.max(...upTo)
  const counts = upTo.map(() => 0)
  for (let client = 0; client < clients; client += 1) {
    const ratings = Array.from({ length: most }, () => normal())
    const [first = 0] = ratings
    const crossing = ratings.findIndex((rating) => rating - first > limit)
    upTo.forEach((count, place) => {
      if (crossing !== -1 && crossing < count) counts[place] = (counts[place] ?? 0) + 1
    })
  }
  return counts.map((count) => count / clients)
}

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

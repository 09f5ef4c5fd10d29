import { fewestForLine } from './trajectory-marks.tsx'
import type { TrajectorySession } from './trajectory-types.ts'

/** One line of one rater, up to where the form changed. */
export type LinePiece = { key: string; rater: 'client' | 'therapist' }

/** A session's scores, each under the key of its piece. */
export type LineRow = { index: number } & Record<string, number | null>

/** Sorts scores into lines: one for each rater and form, and none where there are too few scores for a line. */
export function lineColumns(
  sessions: readonly TrajectorySession[],
  formChanges: readonly number[],
): { rows: LineRow[]; pieces: LinePiece[] } {
  const starts = [0, ...formChanges]
  const rows: LineRow[] = sessions.map((_, index) => ({ index }))
  const pieces = (['therapist', 'client'] as const).flatMap((rater) =>
    starts.flatMap((start, place) => {
      const part = sessions.slice(start, starts[place + 1])
      if (part.filter((session) => session[rater] !== null).length < fewestForLine) return []
      const key = `${rater} ${String(start)}`
      part.forEach((session, offset) => {
        const row = rows[start + offset]
        if (row !== undefined) row[key] = session[rater]
      })
      return [{ key, rater }]
    }),
  )
  return { rows, pieces }
}

/** Scores with a grid line: round steps from the bottom, and the top of the scale. */
export function wholeScaleTicks(bottom: number, top: number): number[] {
  const range = top - bottom
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((candidate) => range / candidate <= 6) ?? range
  const count = Math.floor(range / step + 1e-9)
  const ticks = Array.from({ length: count + 1 }, (_, index) => bottom + index * step)
  const rest = top - (ticks.at(-1) ?? bottom)
  // The top of the scale always has its number, in place of a neighbour too near to it.
  if (rest > 1e-9 && rest < step * 0.6) ticks.pop()
  if (rest > 1e-9) ticks.push(top)
  return ticks
}

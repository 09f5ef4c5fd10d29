import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import type { ReportedRupture } from './trajectory-types.ts'

/** A flag over a session, and the side with room for its words. */
export type PlacedFlag = { report: ReportedRupture; x: number; words: 'after' | 'before' | 'none' }

const characterWidth = 7.2
const flagWidth = 16
/** Px between one flag's words and the next flag, and between a flag without words after it and other words. */
const clearance = 6
const clearOfFlag = 48

/** What is flagged, at its end; what took several sessions has a start, too. */
type FlaggedTime = ReportedRupture & { start?: number }

/**
 * Puts each flag's words after it, else before it, else leaves them to the readout and the table.
 *
 * Words between two flags could belong to either, so they keep clear of the flag before them.
 */
export function placeFlags(
  reported: readonly FlaggedTime[],
  geometry: Pick<TrajectoryGeometry, 'x' | 'left' | 'width'>,
): PlacedFlag[] {
  let takenUntil = geometry.left
  return reported.map((report, order) => {
    const x = geometry.x(report.index)
    const wide = report.text.length * characterWidth + flagWidth
    const next = reported[order + 1]
    const freeUntil = next === undefined ? geometry.width : geometry.x(next.start ?? next.index)
    const words =
      x + wide + (next === undefined ? 0 : clearance) <= freeUntil
        ? 'after'
        : geometry.x(report.start ?? report.index) - wide >= takenUntil
          ? 'before'
          : 'none'
    takenUntil = words === 'after' ? x + wide + clearance : x + flagWidth + clearOfFlag
    return { report, x, words }
  })
}

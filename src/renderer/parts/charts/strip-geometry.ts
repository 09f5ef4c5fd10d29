import type { StripRow } from './strip-types.ts'
import { axisRow, sessionAxis, type SessionAxis } from './trajectory-geometry.ts'

/** One row's place, in px from the top of the drawing. */
export type PlacedStrip = { row: StripRow; top: number; bottom: number; y: (value: number) => number }

/** The places of all rows, and of the axis below them. */
export type StripGeometry = SessionAxis & { rows: PlacedStrip[]; bottom: number; height: number }

const rowHeights = { level: 30, offset: 40, change: 84, moments: 22 } as const
const gap = 12
/** Between two rows whose scales have different ends, so that the numbers of both have room. */
const gapBetweenScales = 18
const above = 10

/** Puts the rows one below the other, all on the trajectory's sessions. */
export function stripGeometry(width: number, sessionCount: number, rows: readonly StripRow[]): StripGeometry {
  let bottom = 0
  const placed = rows.map((row, index): PlacedStrip => {
    const before = rows[index - 1]
    const top = bottom + (before === undefined ? above : gapBetween(before, row))
    bottom = top + rowHeights[row.content.kind]
    return { row, top, bottom, y: scaleOf(row, top, bottom) }
  })
  const axisY = (rows.length === 0 ? above - gap : bottom) + gap
  return { ...sessionAxis(width, sessionCount), rows: placed, bottom: axisY, height: axisY + axisRow }
}

function scaleOf({ content }: StripRow, top: number, bottom: number): (value: number) => number {
  if (content.kind === 'moments') return () => (top + bottom) / 2
  const [low, high] =
    content.kind === 'offset' ? [-content.reach, content.reach] : [content.minimum, content.maximum]
  return (value) => bottom - ((value - low) / (high - low)) * (bottom - top)
}

function gapBetween(before: StripRow, row: StripRow): number {
  const [ends, endsBefore] = [scaleEnds(row), scaleEnds(before)]
  return ends === null || endsBefore === null || ends.join() === endsBefore.join() ? gap : gapBetweenScales
}

/** What stands at the low and the high end of a row's scale; null for a row without one. */
export function scaleEnds({ content }: StripRow): readonly [low: string, high: string] | null {
  if (content.kind === 'moments') return null
  if (content.kind === 'offset') return [content.below, content.above]
  return [String(content.minimum), String(content.maximum)]
}

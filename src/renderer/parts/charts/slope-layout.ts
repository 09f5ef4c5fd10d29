import type { SlopeRow } from './slope-types.ts'

/** Where the parts of the drawing lie, in px. */
export type SlopeLayout = {
  width: number
  height: number
  plotLeft: number
  plotRight: number
  rowHeight: number
  /** The ends of the axis, as far from zero on both sides. */
  reach: number
  ticks: number[]
}

const rowHeight = 38
export const slopeAxisHeight = 44
const names = 150
const figures = 132

/** Lays rows out one below the other, around a zero in the middle. */
export function slopeLayout(width: number, rows: readonly SlopeRow[]): SlopeLayout {
  const furthest = Math.max(0.1, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]))
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100].find((each) => furthest / each <= 2) ?? furthest
  const count = Math.ceil(furthest / step - 1e-9)
  const reach = count * step
  return {
    width,
    height: rows.length * rowHeight + slopeAxisHeight,
    plotLeft: names,
    plotRight: Math.max(names + 80, width - figures),
    rowHeight,
    reach,
    ticks: Array.from({ length: count * 2 + 1 }, (_, index) => (index - count) * step),
  }
}

import type { Point } from './mark-paths.ts'
import type { SessionAxis } from './trajectory-geometry.ts'

type Axis = Pick<SessionAxis, 'x' | 'spacing'>
type Y = (value: number) => number
type Values = readonly (number | null)[]

const leastHeight = 2

/** All bars of one row as one path, from a line to each value; a value on the line is a thin bar that can be seen. */
export function barsPath(values: Values, from: number, axis: Axis, y: Y): string {
  const half = Math.min(5, Math.max(0.5, axis.spacing * 0.32))
  return each(values)
    .map(([index, value]) => {
      const height = y(from) - y(value)
      const tall = Math.abs(height) < leastHeight ? leastHeight : height
      return `M${round(axis.x(index) - half)} ${round(y(from))}v${round(-tall)}h${round(half * 2)}v${round(tall)}z`
    })
    .join('')
}

/** All dots on the line of values that are exactly zero, as one path's points. */
export function zeroPoints(values: Values, axis: Axis, y: Y): Point[] {
  return each(values).flatMap(([index, value]) => (value === 0 ? [{ x: axis.x(index), y: y(0) }] : []))
}

/** Steps from before to after: a stroke where each began, lines, and arrowheads where they ended. */
export interface ChangePaths {
  /** Short strokes at the values before, and the lines from there. */
  readonly lines: string
  /** Arrowheads at values that rose or fell, squares at values that stayed or stand alone. */
  readonly heads: string
}

/** Draws each session's step; a session with one of the two values has that one alone. */
export function changePaths(before: Values, after: Values, axis: Axis, y: Y): ChangePaths {
  const half = Math.min(3.6, Math.max(1.2, axis.spacing * 0.32))
  let lines = ''
  let heads = ''
  before.forEach((from, index) => {
    const to = after[index] ?? null
    const x = axis.x(index)
    if (from !== null) lines += `M${round(x - half)} ${round(y(from))}h${round(half * 2)}`
    if (to === null) return
    if (from === null || from === to) {
      heads += `M${round(x - half)} ${round(y(to) - half)}h${round(half * 2)}v${round(half * 2)}h${round(-half * 2)}z`
      return
    }
    // Down the screen is down the scale.
    const way = to > from ? 1 : -1
    const tip = y(to)
    const base = tip + way * half * 1.3
    lines += `M${round(x)} ${round(y(from))}V${round(tip + way * half)}`
    heads += `M${round(x)} ${round(tip)}L${round(x - half)} ${round(base)}h${round(half * 2)}z`
  })
  return { lines, heads }
}

function each(values: Values): [index: number, value: number][] {
  return values.flatMap((value, index): [number, number][] => (value === null ? [] : [[index, value]]))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

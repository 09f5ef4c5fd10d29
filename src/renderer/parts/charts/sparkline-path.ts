import type { Point } from './mark-paths.ts'

/** The ends of a scale. */
export interface SparklineScale {
  readonly bottom: number
  readonly top: number
}

const width = 96
const height = 24
const margin = 3

/** The position of one score in the sparkline. */
export function sparklinePoint(
  values: readonly unknown[],
  { bottom, top }: SparklineScale,
  index: number,
  score: number,
): Point {
  const across = width - 2 * margin
  const x = values.length < 2 ? width - margin : margin + (index / (values.length - 1)) * across
  return {
    x: round(x),
    y: round(height - margin - ((score - bottom) / (top - bottom)) * (height - 2 * margin)),
  }
}

/** The line through the ratings, broken at gaps; a rating between two gaps is drawn as a short stroke. */
export function sparklinePath(values: readonly (number | null)[], scale: SparklineScale): string {
  return values
    .map((value, index) => {
      if (value === null) return ''
      const { x, y } = sparklinePoint(values, scale, index, value)
      const follows = (values[index - 1] ?? null) !== null
      const isAlone = !follows && (values[index + 1] ?? null) === null
      if (follows) return `L${x} ${y}`
      return isAlone ? `M${round(x - 1)} ${y}h2` : `M${x} ${y}`
    })
    .join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

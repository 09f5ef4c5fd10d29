/** A place in the chart, in px. */
export type Point = { x: number; y: number }

/** All circles as one path: five hundred dots cost as much as one element. */
export function circlesPath(points: readonly Point[], radius: number): string {
  const across = radius * 2
  return points
    .map(
      ({ x, y }) =>
        `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${across} 0a${radius} ${radius} 0 1 0 ${-across} 0`,
    )
    .join('')
}

/** All squares as one path. */
export function squaresPath(points: readonly Point[], half: number): string {
  const side = half * 2
  return points.map(({ x, y }) => `M${round(x - half)} ${round(y - half)}h${side}v${side}h${-side}z`).join('')
}

/** All diamonds as one path. */
export function diamondsPath(points: readonly Point[], reach: number): string {
  return points
    .map(
      ({ x, y }) =>
        `M${round(x)} ${round(y - reach)}l${reach} ${reach}l${-reach} ${reach}l${-reach} ${-reach}z`,
    )
    .join('')
}

/** All crosses as one path. */
export function crossesPath(points: readonly Point[], half: number): string {
  const side = half * 2
  return points
    .map(
      ({ x, y }) =>
        `M${round(x - half)} ${round(y - half)}l${side} ${side}M${round(x + half)} ${round(y - half)}l${-side} ${side}`,
    )
    .join('')
}

/** All struck circles as one path. */
export function struckCirclesPath(points: readonly Point[], radius: number): string {
  const reach = radius + 2
  const strokes = points
    .map(({ x, y }) => `M${round(x - reach)} ${round(y + reach)}l${reach * 2} ${-reach * 2}`)
    .join('')
  return circlesPath(points, radius) + strokes
}

/** A line through points, in pieces: every null interrupts it. */
export function brokenLinePath(points: readonly (Point | null)[]): string {
  return points
    .map((point, index) => {
      if (point === null) return ''
      const isStart = (points[index - 1] ?? null) === null
      return `${isStart ? 'M' : 'L'}${round(point.x)} ${round(point.y)}`
    })
    .join('')
}

/** Two slanted strokes through the axis at each place, for a long break. */
export function notchesPath(points: readonly Point[]): string {
  return points.map(({ x, y }) => `M${round(x - 4)} ${y + 5}l4 -10M${round(x)} ${y + 5}l4 -10`).join('')
}

/** The size of a mark that does not touch its neighbours. */
export function markRadius(spacing: number): number {
  if (spacing >= 12) return 4
  if (spacing >= 7) return 3
  return 1.5
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

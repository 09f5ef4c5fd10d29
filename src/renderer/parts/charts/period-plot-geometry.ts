/** One period of a plot over time: a result with the ends of its interval, or null if too little was counted. */
export type PeriodPoint = {
  id: string
  label: string
  interval: { value: number; low: number; high: number } | null
}

/** The axis of the values. */
export type PeriodAxis = { low: number; high: number; ticks: readonly number[] }

/** The position of the plot in its drawing, in px. */
export type PeriodGeometry = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  x: (index: number) => number
  y: (value: number) => number
  /** Px between one period and the next. */
  spacing: number
  /** The periods whose names have room below the axis. */
  named: readonly number[]
}

const labelsLeft = 60
const labelsBelow = 32
const roomAbove = 16
const roomRight = 12
const roomForZeroName = 96
const plotHeight = 150
const charWidth = 7.5

/** Fits the periods into a width. */
export function periodGeometry(
  width: number,
  points: readonly PeriodPoint[],
  { low, high }: PeriodAxis,
  { hasZeroName = false } = {},
): PeriodGeometry {
  const beside = hasZeroName ? roomForZeroName : roomRight
  const right = Math.max(labelsLeft + 80, width - beside)
  const spacing = (right - labelsLeft) / Math.max(1, points.length)
  const longest = Math.max(0, ...points.map(({ label }) => label.length))
  const every = Math.max(1, Math.ceil((longest * charWidth + 12) / spacing))
  const bottom = roomAbove + plotHeight
  const x = (index: number) => labelsLeft + (index + 0.5) * spacing
  const hasRoom = (index: number) => x(index) + (longest * charWidth) / 2 <= right + beside
  return {
    width: right + beside,
    height: bottom + labelsBelow,
    left: labelsLeft,
    right,
    top: roomAbove,
    bottom,
    x,
    spacing,
    y: (value) => bottom - ((value - low) / (high - low)) * plotHeight,
    named: points.flatMap((_, index) => (index % every === 0 && hasRoom(index) ? [index] : [])),
  }
}

/** The period nearest to an x; null without periods. */
export function nearestPeriod({ left, right }: PeriodGeometry, x: number, count: number): number | null {
  if (count === 0) return null
  const index = Math.floor(((x - left) / (right - left)) * count)
  return Math.min(count - 1, Math.max(0, index))
}

/** An axis from 0, or from as far below it as above it, to the next round number that no interval exceeds. */
export function roundAxis(
  points: readonly PeriodPoint[],
  { isSigned = false, leastStep = 0 }: { isSigned?: boolean; leastStep?: number } = {},
): PeriodAxis {
  const ends = points.flatMap(({ interval }) =>
    interval === null ? [] : [Math.abs(interval.low), Math.abs(interval.high)],
  )
  const furthest = Math.max(0, ...ends)
  const parts = isSigned ? 2 : 4
  const step = Math.max(leastStep, furthest === 0 ? 1 / parts : roundStep(furthest / parts))
  const count = Math.max(1, Math.ceil(furthest / step - 1e-9))
  const from = isSigned ? -count : 0
  const ticks = Array.from({ length: count - from + 1 }, (_, index) => (from + index) * step)
  return { low: from * step, high: count * step, ticks }
}

/** The next number of the form 1, 2 or 5 times a power of ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 5].find((step) => step * power >= least - 1e-9) ?? 10) * power
}

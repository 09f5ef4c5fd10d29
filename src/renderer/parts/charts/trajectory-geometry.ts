/** Positions in a trajectory chart, in px from its top left corner. */
export type TrajectoryGeometry = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  /** The y of the row of flags, above the plot. */
  flagsY: number
  /** The y of the first lane of brackets, below the axis. */
  lanesY: number
  /** Px between one session and the next. */
  spacing: number
  x: (index: number) => number
  y: (score: number) => number
}

/** Where sessions lie from left to right, in px; the same in every chart of one width. */
export type SessionAxis = Pick<TrajectoryGeometry, 'width' | 'left' | 'right' | 'spacing' | 'x'>

/** Height of one lane of episode brackets with its words, in px. */
export const laneHeight = 34

const labelsLeft = 60
const labelsRight = 132
const betterRow = 30
const flagRow = 24
/** Height of the sessions' numbers below the axis, in px. */
export const axisRow = 30

/** Spreads sessions over a width, with room for a scale on the left and for names on the right. */
export function sessionAxis(width: number, sessionCount: number): SessionAxis {
  const right = Math.max(labelsLeft + 80, width - labelsRight)
  const spacing = (right - labelsLeft) / Math.max(1, sessionCount)
  return { width, left: labelsLeft, right, spacing, x: (index) => labelsLeft + (index + 0.5) * spacing }
}

/** Lays the chart out: the plot with its full scale, the flags above it, the lanes below it, the line names beside it. */
export function trajectoryGeometry({
  width,
  plotHeight,
  sessionCount,
  scaleBottom = 0,
  scaleTop,
  hasFlags,
  laneCount,
}: {
  width: number
  plotHeight: number
  sessionCount: number
  scaleBottom?: number | undefined
  scaleTop: number
  hasFlags: boolean
  laneCount: number
}): TrajectoryGeometry {
  const top = betterRow + (hasFlags ? flagRow : 0)
  const bottom = top + plotHeight
  return {
    ...sessionAxis(width, sessionCount),
    height: bottom + axisRow + laneCount * laneHeight,
    top,
    bottom,
    flagsY: betterRow,
    lanesY: bottom + axisRow,
    y: (score) => bottom - ((score - scaleBottom) / (scaleTop - scaleBottom)) * plotHeight,
  }
}

/** The index of the session nearest to an x; null without sessions. */
export function nearestSession(axis: SessionAxis, x: number, sessionCount: number): number | null {
  if (sessionCount === 0) return null
  const index = Math.floor((x - axis.left) / axis.spacing)
  return Math.min(sessionCount - 1, Math.max(0, index))
}

/** Indices of the sessions with a number on the axis: as many as fit 34 px apart, in round steps, always the first. */
export function axisTicks(numbers: readonly number[], spacing: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((candidate) => candidate * spacing >= 34) ?? 1000
  return numbers.flatMap((number, index) => {
    const isFirst = index === 0
    const isTooCloseToFirst = index * spacing < 34
    return isFirst || (number % step === 0 && !isTooCloseToFirst) ? [index] : []
  })
}

/** Scores with a grid line: the whole scale in at most six even steps. */
export function scoreTicks(scaleTop: number, scaleBottom = 0): number[] {
  const range = scaleTop - scaleBottom
  const step = [1, 2, 3, 5, 7, 8, 9, 10, 20].find(
    (candidate) => range % candidate === 0 && range / candidate <= 5,
  )
  const size = step ?? range / 2
  return Array.from({ length: Math.round(range / size) + 1 }, (_, index) => scaleBottom + index * size)
}

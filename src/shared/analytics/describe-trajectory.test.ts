import { describe, expect, it } from 'vitest'
import { describeTrajectory, ruptureEpisodes } from './index.ts'
import type { TrajectoryScale } from './index.ts'
import { normalFrom, simulateCourse, uniformFrom } from './testing/simulated-courses.ts'
import type { CourseModel } from './testing/simulated-courses.ts'

const scale: TrajectoryScale = { minimum: 0, maximum: 10, direction: 'higher-is-better' }

describe('describeTrajectory', () => {
  it('compares the last rating with the mean of the six before it', () => {
    expect(describeTrajectory([6, null, 8, 5], scale)).toMatchObject({
      rated: 3,
      last: { index: 3, value: 5 },
      usual: { mean: 7, n: 2 },
      lastAgainstUsual: -2,
      isEnoughForALine: false,
    })
    expect(describeTrajectory([1, 1, 1, 7, 7, 7, 7, 7, 7, 6], scale)).toMatchObject({
      usual: { mean: 7, n: 6 },
      lastAgainstUsual: -1,
      isEnoughForALine: true,
    })
  })

  it('calls the last rating usual if it lies no farther off than ratings usually do', () => {
    const usual = [7, 6, 7, 8, 7, 6, 7, 8]
    expect(describeTrajectory([...usual, 7.5], scale).isLastAsUsual).toBe(true)
    expect(describeTrajectory([...usual, 5], scale).isLastAsUsual).toBe(false)
  })

  it('gives a trend from the twelfth rating on, as points along the line', () => {
    const growing = [4, 4.5, 4, 5, 5, 5.5, 5, 6, 6, 6.5, 6, 7]
    expect(describeTrajectory(growing.slice(1), scale).trend).toBeNull()
    const { trend } = describeTrajectory(growing, scale)
    // Least squares by hand: products 35.75, squares 143, eleven steps.
    expect(trend?.change).toBeCloseTo((35.75 / 143) * 11, 10)
    expect(trend?.n).toBe(12)
    expect(describeTrajectory(growing.toReversed(), scale).trend?.change).toBeCloseTo((-35.75 / 143) * 11, 10)
  })

  it('gives no trend to a course that wanders, nor to a line of less than a tenth of the range', () => {
    expect(describeTrajectory([4, 8, 5, 7, 4, 8, 5, 7, 6, 8, 5, 7], scale).trend).toBeNull()
    const slow = Array.from({ length: 12 }, (_, index) => 7 + index * 0.05)
    expect(describeTrajectory(slow, scale).trend).toBeNull()
  })

  it('says near the ceiling if the median lies within a tenth of the top, and only if higher is better', () => {
    expect(describeTrajectory([9, 10, 2, 9], scale).isNearCeiling).toBe(true)
    expect(describeTrajectory([8, 10, 9, 8], scale).isNearCeiling).toBe(false)
    expect(describeTrajectory([8, 10], scale).isNearCeiling).toBe(true)
    expect(describeTrajectory([9, 10, 2, 9], { ...scale, direction: 'neutral' }).isNearCeiling).toBe(false)
  })

  it('has no values without ratings', () => {
    expect(describeTrajectory([null], scale)).toEqual({
      rated: 0,
      last: null,
      usual: null,
      lastAgainstUsual: null,
      isLastAsUsual: false,
      trend: null,
      isNearCeiling: false,
      isEnoughForALine: false,
    })
  })
})

const clients = 2000

/** The share of courses that are given a trend in this direction at any of their sessions. */
function everGivenATrend(model: CourseModel, direction: 1 | -1, seed: number): number {
  const normal = normalFrom(uniformFrom(seed))
  let given = 0
  for (let client = 0; client < clients; client += 1) {
    const course = simulateCourse(model, normal)
    const isGiven = course.some((_, index) => {
      const { trend } = describeTrajectory(course.slice(0, index + 1), scale)
      return trend !== null && Math.sign(trend.change) === direction
    })
    if (isGiven) given += 1
  }
  return given / clients
}

/** The share of courses in which the sentence says at any of their sessions that something fell. */
function everSaidToFall(model: CourseModel, courses: number): number {
  const normal = normalFrom(uniformFrom(20260504))
  let said = 0
  for (let client = 0; client < courses; client += 1) {
    const course = simulateCourse(model, normal)
    const isSaid = course.some((_, index) => {
      const soFar = course.slice(0, index + 1)
      const episodes = ruptureEpisodes(soFar, { scaleRange: 10, step: 0.25 })
      return (
        episodes.some(({ level }) => level === 'rupture') ||
        (describeTrajectory(soFar, scale).trend?.change ?? 0) < 0
      )
    })
    if (isSaid) said += 1
  }
  return said / courses
}

describe('the sentence above the chart in 2,000 stable courses of 30 sessions', () => {
  it.each([
    [5, 0.6, 0],
    [7.5, 0.3, 0],
    [7.5, 0.6, 0],
    [7.5, 1, 0],
    [8.5, 1, 0],
    [7.5, 0.6, 0.3],
    [7.5, 1, 0.3],
  ])(
    'says of at most 12 % that something fell, at any look: level %s, SD %s, autocorrelation %s',
    (level, sd, autocorrelation) => {
      expect(everSaidToFall({ level, sd, autocorrelation }, clients)).toBeLessThanOrEqual(0.12)
    },
  )

  it('says so of no more in the worst case, counted in 6,000 courses', () => {
    expect(everSaidToFall({ level: 8.5, sd: 1, autocorrelation: 0.3 }, 6000)).toBeLessThanOrEqual(0.12)
  })
})

describe('a trend in 2,000 courses of 30 sessions', () => {
  it.each([
    [0.6, 0],
    [1, 0],
    [0.6, 0.3],
    [1, 0.3],
  ])('is seldom given to a stable client, at any look: SD %s, autocorrelation %s', (sd, autocorrelation) => {
    const model = { level: 7.5, sd, autocorrelation }
    expect(everGivenATrend(model, -1, 20260501)).toBeLessThanOrEqual(0.015)
    expect(everGivenATrend(model, 1, 20260502)).toBeLessThanOrEqual(0.015)
  })

  it('is given to nine of ten clients whose level grows by 3 points', () => {
    expect(everGivenATrend({ level: 5, sd: 0.6, growth: 3 }, 1, 20260503)).toBeGreaterThanOrEqual(0.9)
  })
})

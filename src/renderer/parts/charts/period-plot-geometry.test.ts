import { expect, test } from 'vitest'
import { nearestPeriod, periodGeometry, roundAxis, type PeriodPoint } from './period-plot-geometry.ts'

const point = (label: string, low: number, high: number): PeriodPoint => ({
  id: label,
  label,
  interval: { value: (low + high) / 2, low, high },
})
const silent = (label: string): PeriodPoint => ({ id: label, label, interval: null })

test.each([
  [0.117, 0.15, 4],
  [0.98, 1, 3],
  [1.46, 1.5, 4],
  [3, 3, 4],
  [100, 100, 3],
])('an axis up to %d ends at %d with %d round numbers', (high, end, count) => {
  const axis = roundAxis([point('2025', 0, high), silent('2026')])
  expect(axis.low).toBe(0)
  expect(axis.high).toBeCloseTo(end)
  expect(axis.ticks).toHaveLength(count)
})

test('a signed axis reaches as far below 0 as above it', () => {
  const axis = roundAxis([point('2025', -1.7, 0.3)], { isSigned: true })
  expect(axis).toEqual({ low: -2, high: 2, ticks: [-2, -1, 0, 1, 2] })
})

test('whole numbers have an axis of whole numbers', () => {
  expect(roundAxis([point('2025', 1, 2)], { leastStep: 1 }).ticks).toEqual([0, 1, 2])
})

test('a name that would run off the drawing is left out', () => {
  const years = ['2024', '2025'].map((year) => silent(`first quarter of ${year}`))
  expect(periodGeometry(300, years, roundAxis([])).named).toEqual([0])
})

test('without an interval, or with intervals at 0, the axis has a length', () => {
  expect(roundAxis([]).high).toBeGreaterThan(0)
  expect(roundAxis([point('2025', 0, 0)], { isSigned: true })).toMatchObject({ low: -0.5, high: 0.5 })
})

test('names below the axis never stand closer than their length', () => {
  const quarters = Array.from({ length: 40 }, (_, index) =>
    silent(`Q${String((index % 4) + 1)} ${String(2017 + Math.floor(index / 4))}`),
  )
  for (const width of [300, 480, 1200]) {
    const { named, x } = periodGeometry(width, quarters, roundAxis([]))
    expect(named[0]).toBe(0)
    expect(x(named[1] ?? 0) - x(0)).toBeGreaterThanOrEqual(60)
  }
})

test('the pointer finds the nearest period, also beyond the ends', () => {
  const geometry = periodGeometry(400, [silent('2024'), silent('2025'), silent('2026')], roundAxis([]))
  const at = (x: number) => nearestPeriod(geometry, x, 3)
  expect([at(0), at(geometry.x(1)), at(400), nearestPeriod(geometry, 10, 0)]).toEqual([0, 1, 2, null])
})

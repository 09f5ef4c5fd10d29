import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { trajectoryGeometry } from './trajectory-geometry.ts'
import { TrajectoryMarks } from './trajectory-marks.tsx'
import type { TrajectorySession } from './trajectory-types.ts'

afterEach(cleanup)

function draw(
  client: (number | null)[],
  status: TrajectorySession['status'] = 'held',
  isClientAsked?: boolean,
  totals: readonly number[] = [],
) {
  const sessions = client.map((rating, index) => ({
    number: index + 1,
    date: `2025-03-0${index + 1}`,
    status,
    client: rating,
    therapist: null,
    missingReason: null,
    isClientAsked,
    isTotal: totals.includes(index),
  }))
  const geometry = trajectoryGeometry({
    width: 800,
    plotHeight: 200,
    sessionCount: sessions.length,
    scaleTop: 10,
    hasFlags: false,
    laneCount: 0,
  })
  const { container } = render(
    <svg>
      <TrajectoryMarks geometry={geometry} sessions={sessions} formChanges={[]} mean={null} />
    </svg>,
  )
  const path = (name: string) => container.querySelector(`path[class*="${name}"]`)?.getAttribute('d') ?? ''
  const starts = (name: string) => path(name).split('M').length - 1
  return {
    circles: starts('clientMarks'),
    diamonds: starts('totalMarks'),
    pieces: starts('clientLine'),
    crossStrokes: starts('missing'),
    struckStrokes: starts('missed'),
  }
}

test('every rating has a circle and the line breaks at every gap', () => {
  expect(draw([7, 8, null, 6, 7])).toEqual({
    circles: 4,
    diamonds: 0,
    pieces: 2,
    crossStrokes: 2,
    struckStrokes: 0,
  })
})

test('a total that another program gave has a diamond in place of the circle, on the same line', () => {
  const drawn = draw([7, 8, 6, 7, null], 'held', undefined, [0, 2])
  expect(drawn).toMatchObject({ circles: 2, diamonds: 2, pieces: 1 })
})

test('a rating between two gaps is visible by its circle', () => {
  expect(draw([7, 8, null, 6, null, 7, 7]).circles).toBe(5)
})

test('three ratings are drawn without a line, four with one', () => {
  expect(draw([7, 8, 6]).pieces).toBe(0)
  expect(draw([7, 8, 6, 7]).pieces).toBe(1)
})

test('a rating that is not due yet is not marked as missing', () => {
  expect(draw([null], 'planned').crossStrokes).toBe(0)
  expect(draw([null], 'begun').crossStrokes).toBe(0)
})

test('a missed session has a struck circle instead of the cross of one without a rating', () => {
  for (const status of ['no-show', 'late-cancel'] as const)
    expect(draw([null], status)).toMatchObject({ crossStrokes: 0, struckStrokes: 2 })
  expect(draw([null])).toMatchObject({ crossStrokes: 2, struckStrokes: 0 })
})

test('no rating is marked as missing on a form without questions for the client', () => {
  expect(draw([null, null], 'held', false).crossStrokes).toBe(0)
  expect(draw([null, null], 'held').crossStrokes).toBe(4)
})

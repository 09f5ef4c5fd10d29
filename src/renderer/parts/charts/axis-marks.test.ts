import { expect, test } from 'vitest'
import { axisMarks } from './axis-marks.ts'
import type { TrajectorySession } from './trajectory-types.ts'

const rated: TrajectorySession = {
  number: 1,
  date: '2026-03-02',
  status: 'held',
  client: 7,
  therapist: 7,
  missingReason: null,
}

test('a rated session a week after the one before puts no mark on the axis', () => {
  expect(axisMarks([rated, { ...rated, number: 2, date: '2026-03-09' }])).toEqual([])
})

test('a session without a rating, a missed one and a long break each put their own mark on the axis', () => {
  const later = { ...rated, number: 2, date: '2026-03-09', client: null }
  expect(axisMarks([rated, later])).toEqual(['unrated'])
  expect(axisMarks([rated, { ...later, status: 'no-show' }])).toEqual(['missed'])
  expect(axisMarks([rated, { ...later, status: 'planned' }])).toEqual([])
  expect(axisMarks([rated, { ...later, isClientAsked: false }])).toEqual([])
  expect(axisMarks([rated, { ...rated, number: 2, date: '2026-03-24' }])).toEqual(['break'])
})

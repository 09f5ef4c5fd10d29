import { expect, test } from 'vitest'
import { kindsOfReport, movePart, reportKinds, usualParts } from './report-kinds.ts'

test('a report to look at with the client offers no part in which the therapist judges', () => {
  const judging = ['falls', 'ruptures', 'feelings', 'prompts', 'risk', 'notes']
  expect(kindsOfReport.client.offered.filter((part) => judging.includes(part))).toEqual([])
})

test('supervision starts without notes and words, and is the only kind that ends in a question', () => {
  expect(usualParts('supervision')).not.toContain('notes')
  expect(usualParts('supervision')).not.toContain('words')
  expect(reportKinds.filter((kind) => kindsOfReport[kind].asks)).toEqual(['supervision'])
})

test('the record always has every part', () => {
  expect(usualParts('record')).toEqual(kindsOfReport.record.offered)
  expect(kindsOfReport.record.isFixed).toBe(true)
})

test('a part moves one place, and stays at either end', () => {
  const order = ['summary', 'course', 'outcome'] as const
  expect(movePart(order, 'course', -1)).toEqual(['course', 'summary', 'outcome'])
  expect(movePart(order, 'course', 1)).toEqual(['summary', 'outcome', 'course'])
  expect(movePart(order, 'summary', -1)).toEqual(order)
  expect(movePart(order, 'outcome', 1)).toEqual(order)
  expect(movePart(order, 'falls', 1)).toEqual(order)
})

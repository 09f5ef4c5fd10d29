import { expect, test } from 'vitest'
import { exampleBundledClient } from '../bundles/testing/example-bundle.ts'
import { clientAlliance } from '../series/testing/own-series.ts'
import { observeReceived } from './learning.ts'

function observed(content = exampleBundledClient(), cameAt = '2026-03-20T15:00:00.000Z') {
  const found: [string, string, number][] = []
  const came = content.sessions.map(({ number }) => ({ number, cameAt }))
  observeReceived({ content, came }, (measure, date, value) => void found.push([measure, date, value]))
  return found
}
const valuesOf = (found: [string, string, number][], measure: string) =>
  found.filter(([name]) => name === measure).map(([, , value]) => value)

test('each session that both rated gives a difference and a distance, in tenths of the scale', () => {
  const found = observed()
  expect(valuesOf(found, 'difference')).toHaveLength(13)
  expect(valuesOf(found, 'difference')[9]).toBeCloseTo(3)
  expect(valuesOf(found, 'distance')[1]).toBeCloseTo(0.2)
})

test('a fall that nobody noted counts as not noted, and its repair as a repair', () => {
  const found = observed()
  expect(valuesOf(found, 'noted')).toEqual([0])
  expect(valuesOf(found, 'repaired')).toEqual([1])
})

test('a session without a date counts on the day on which it came, one with a date on that day', () => {
  expect(new Set(observed().map(([, date]) => date))).toEqual(new Set(['2026-03-20']))
  const dated = observed(exampleBundledClient({ withDates: true }))
  expect(dated[0]?.[1]).toBe('2025-01-07')
})

test('without the other view there is no difference', () => {
  const alone = exampleBundledClient({ series: new Set([clientAlliance]) })
  expect(valuesOf(observed(alone), 'difference')).toEqual([])
})

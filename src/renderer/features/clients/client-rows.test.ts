import { describe, expect, test } from 'vitest'
import { attentionOrder, clientColumns, sortRows, type ClientColumn } from './client-rows.ts'
import { exampleRow } from './testing/example-row.ts'

const fall = { kind: 'fall', on: '2026-03-02', evidence: 'x', number: 9, score: 2, reference: 8, ratings: 8 }

// In the order of Today.
const rows = [
  exampleRow('K-2', 'active', {
    reasons: [{ ...fall, state: 'open' }],
    trend: { values: [7, 4, null], minimum: 0, maximum: 10 },
    outcome: { title: 'PHQ-9', score: 17, standing: 'reliably-worse' },
    next: { date: '2026-03-27', timeOfDay: '09:00' },
    sessionCount: 9,
    lastHeldOn: '2026-03-02',
  }),
  exampleRow('K-1', 'active', {
    // On its own scale this is higher than the 4 above.
    trend: { values: [3], minimum: 1, maximum: 5 },
    outcome: { title: 'PHQ-9', score: 3, standing: 'reliably-better' },
    next: { date: '2026-03-27', timeOfDay: null },
    sessionCount: 12,
    lastHeldOn: '2026-03-16',
  }),
  exampleRow('K-10', 'active'),
]

const order = (column: ClientColumn, direction: 'ascending' | 'descending' = 'ascending') =>
  sortRows(rows, { column, direction }).map(({ clientCode }) => clientCode)

describe('the list of clients', () => {
  test('opens in the order of Today, and can turn it round', () => {
    expect(sortRows(rows, attentionOrder)).toEqual(rows)
    expect(order('attention', 'descending')).toEqual(['K-10', 'K-1', 'K-2'])
  })

  test('sorts by code as a person counts', () => {
    expect(order('code')).toEqual(['K-1', 'K-2', 'K-10'])
    expect(order('code', 'descending')).toEqual(['K-10', 'K-2', 'K-1'])
  })

  test.each([
    ['trend', ['K-2', 'K-1', 'K-10'], ['K-1', 'K-2', 'K-10']],
    ['outcome', ['K-2', 'K-1', 'K-10'], ['K-1', 'K-2', 'K-10']],
    ['lastHeldOn', ['K-2', 'K-1', 'K-10'], ['K-1', 'K-2', 'K-10']],
    ['nextPlannedOn', ['K-2', 'K-1', 'K-10'], ['K-1', 'K-2', 'K-10']],
    ['sessions', ['K-10', 'K-2', 'K-1'], ['K-1', 'K-2', 'K-10']],
  ] as const)('sorts by %s, with clients that have none at the end', (column, up, down) => {
    expect(order(column)).toEqual(up)
    expect(order(column, 'descending')).toEqual(down)
  })

  test('sorts by every column without losing a client', () => {
    for (const column of clientColumns) expect(order(column)).toHaveLength(3)
  })
})

import { describe, expect, test } from 'vitest'
import { attentionOrder, clientColumns, joinRows, sortRows, type ClientColumn } from './client-rows.ts'
import { exampleAttention, exampleItem } from './testing/example-item.ts'

const fall = { kind: 'fall', on: '2026-03-02', evidence: 'x', number: 9, score: 2, reference: 8, ratings: 8 }

function row(code: string, attention: object = {}, item: object = {}) {
  const listed = { ...exampleItem(code, 'active'), ...item }
  const [joined] = joinRows([listed], [exampleAttention(listed, attention)])
  return joined!
}

const rows = [
  row('K-10'),
  row(
    'K-2',
    {
      reasons: [{ ...fall, state: 'open' }],
      trend: { values: [7, 4, null], minimum: 0, maximum: 10 },
      outcome: { title: 'PHQ-9', score: 17, standing: 'reliably-worse' },
      next: { date: '2026-03-27', timeOfDay: '09:00' },
    },
    { sessionCount: 9, lastHeldOn: '2026-03-02' },
  ),
  row(
    'K-1',
    {
      // On its own scale this is higher than the 4 above.
      trend: { values: [3], minimum: 1, maximum: 5 },
      outcome: { title: 'PHQ-9', score: 3, standing: 'reliably-better' },
      next: { date: '2026-03-27', timeOfDay: null },
    },
    { sessionCount: 12, lastHeldOn: '2026-03-16' },
  ),
]

const order = (column: ClientColumn, direction: 'ascending' | 'descending' = 'ascending') =>
  sortRows(rows, { column, direction }).map(({ item }) => item.client.code)

describe('the list of clients', () => {
  test('opens in the order of Today', () => {
    expect(sortRows(rows, attentionOrder).map(({ item }) => item.client.code)).toEqual(['K-2', 'K-1', 'K-10'])
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

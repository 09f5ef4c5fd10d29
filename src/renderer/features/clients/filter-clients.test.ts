import { describe, expect, it } from 'vitest'
import { filterClients, type StatusFilter } from './filter-clients.ts'
import { exampleRow } from './testing/example-row.ts'

const draft = {
  kind: 'draft',
  on: '2026-03-02',
  evidence: 'x',
  number: 9,
  sessionId: '22222222-2222-4222-8222-222222222222',
  isBegun: true,
}
const rows = [
  exampleRow('K-01', 'active', { therapyType: 'Schema' }),
  exampleRow('K-02', 'paused', { reasons: [draft] }),
  exampleRow('M-01', 'ended', { therapyType: 'schema' }),
]
const filtered = (text: string, status: StatusFilter, isOnlyFlagged = false) =>
  filterClients(rows, text, { status, isOnlyFlagged })
const codes = (...asked: Parameters<typeof filtered>) =>
  filtered(...asked).shown.map(({ clientCode }) => clientCode)

describe('filterClients', () => {
  it('leaves ended clients out until the user asks for them', () => {
    expect(codes('', 'current')).toEqual(['K-01', 'K-02'])
    expect(codes('', 'ended')).toEqual(['M-01'])
    expect(codes('', 'paused')).toEqual(['K-02'])
    expect(codes('', 'all')).toEqual(['K-01', 'K-02', 'M-01'])
  })

  it('searches code and therapy, ignoring case', () => {
    expect(codes(' k-0', 'all')).toEqual(['K-01', 'K-02'])
    expect(codes('SCHEMA', 'all')).toEqual(['K-01', 'M-01'])
  })

  it.each(['k01', 'K 01', 'k–01', 'K.01', 'k‑01', ' Ｋ-01 '])('finds a code typed as “%s”', (typed) => {
    expect(codes(typed, 'all')).toEqual(['K-01'])
  })

  it.each(['k-10', 'k-o1', 'm01k', 'k-1', '--'])('finds no other code for “%s”', (typed) => {
    expect(codes(typed, 'all')).toEqual([])
  })

  it('shows only clients worth attention on request, and counts the others as hidden', () => {
    expect(codes('', 'current', true)).toEqual(['K-02'])
    expect(filtered('k-01', 'current', true)).toEqual({ shown: [], hiddenCount: 1 })
  })

  it('counts the matches that only their status hides', () => {
    expect(filtered('m-01', 'current')).toEqual({ shown: [], hiddenCount: 1 })
    expect(filtered('nobody', 'current').hiddenCount).toBe(0)
  })
})

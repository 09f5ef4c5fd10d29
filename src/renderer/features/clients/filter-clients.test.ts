import { describe, expect, it } from 'vitest'
import { filterClients } from './filter-clients.ts'
import { exampleItem } from './testing/example-item.ts'

const items = [
  exampleItem('K-01', 'active', { therapyType: 'Schema' }),
  exampleItem('K-02', 'paused'),
  exampleItem('M-01', 'ended', { therapyType: 'schema' }),
]
const codes = (...found: Parameters<typeof filterClients>) =>
  filterClients(...found).shown.map(({ client }) => client.code)

describe('filterClients', () => {
  it('leaves ended clients out until the user asks for them', () => {
    expect(codes(items, '', 'current')).toEqual(['K-01', 'K-02'])
    expect(codes(items, '', 'ended')).toEqual(['M-01'])
    expect(codes(items, '', 'paused')).toEqual(['K-02'])
    expect(codes(items, '', 'all')).toEqual(['K-01', 'K-02', 'M-01'])
  })

  it('searches code and therapy, ignoring case', () => {
    expect(codes(items, ' k-0', 'all')).toEqual(['K-01', 'K-02'])
    expect(codes(items, 'SCHEMA', 'all')).toEqual(['K-01', 'M-01'])
  })

  it('counts the matches that only their status hides', () => {
    expect(filterClients(items, 'm-01', 'current')).toEqual({ shown: [], hiddenCount: 1 })
    expect(filterClients(items, 'nobody', 'current').hiddenCount).toBe(0)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstInOrder } from './first-in-order.ts'

test('the first in order are those that sorting all of them would put first, of equal ones the earlier', () => {
  const item = fc.record({ rank: fc.nat(5), place: fc.nat() })
  fc.assert(
    fc.property(fc.array(item), fc.nat(15), (items, count) => {
      const byRank = (one: { rank: number }, other: { rank: number }): number => one.rank - other.rank
      expect(firstInOrder(items, count, byRank)).toEqual(items.toSorted(byRank).slice(0, count))
    }),
  )
})

import { codeKey } from '#shared/records/client.ts'
import { searchKey } from './search-key.ts'

/**
 * The items whose name has the text in it, in their order: first those whose name begins with it (rank 0), then those
 * that begin with it except for accents, dashes and spaces (1), then those that have it further on (2 and 3).
 */
export function rankedByName<Item>(
  items: readonly Item[],
  text: string,
  nameOf: (item: Item) => string,
): { item: Item; rank: number }[] {
  const rankOf = rankingBy(text)
  return items
    .flatMap((item) => {
      const rank = rankOf(nameOf(item))
      return rank === null ? [] : [{ item, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
}

/** How well a name matches the text, 0 best; null if it doesn't have it. */
export function rankingBy(text: string): (name: string) => number | null {
  const [typed, key] = [codeKey(text), searchKey(text)]
  return (name) => {
    const place = codeKey(name).indexOf(typed)
    if (place === 0) return 0
    // A text of nothing but dashes is in a name only as typed.
    const loose = key === '' ? -1 : searchKey(name).indexOf(key)
    if (loose === 0) return 1
    if (place > 0) return 2
    return loose > 0 ? 3 : null
  }
}

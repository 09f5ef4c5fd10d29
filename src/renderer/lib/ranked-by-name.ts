import { codeKey } from '#shared/records/client.ts'

/** The items whose name has the text in it, in their order, first those whose name begins with it (rank 0). */
export function rankedByName<Item>(
  items: readonly Item[],
  text: string,
  nameOf: (item: Item) => string,
): { item: Item; rank: number }[] {
  const key = codeKey(text)
  return items
    .map((item) => ({ item, place: codeKey(nameOf(item)).indexOf(key) }))
    .filter(({ place }) => place !== -1)
    .map(({ item, place }) => ({ item, rank: place === 0 ? 0 : 1 }))
    .toSorted((a, b) => a.rank - b.rank)
}

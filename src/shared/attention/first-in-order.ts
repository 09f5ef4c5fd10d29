/**
 * The first items in an order, as sorting all of them would give. Compares most items once, where sorting a list of
 * thousands compares each a dozen times.
 */
export function firstInOrder<T>(
  items: readonly T[],
  count: number,
  compare: (one: T, other: T) => number,
): T[] {
  const first: T[] = []
  for (const item of items) {
    const last = first.at(-1)
    if (first.length === count && (last === undefined || compare(item, last) >= 0)) continue
    // Of equal ones the earlier stays first.
    const place = first.findIndex((each) => compare(item, each) < 0)
    first.splice(place === -1 ? first.length : place, 0, item)
    if (first.length > count) first.pop()
  }
  return first
}

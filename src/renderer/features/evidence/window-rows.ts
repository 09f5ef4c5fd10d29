/** The visible rows of a long list, both ends included. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/** The top of every row in px from the top of the list, and finally the end of the list. */
export function rowOffsets(
  count: number,
  heights: ReadonlyMap<number, number>,
  estimate: number,
): Float64Array {
  const offsets = new Float64Array(count + 1)
  for (let index = 0; index < count; index += 1) {
    offsets[index + 1] = (offsets[index] ?? 0) + (heights.get(index) ?? estimate)
  }
  return offsets
}

/** The row at a height of the list, or the nearest one if the height is outside. */
export function rowAt(offsets: Float64Array, height: number): number {
  let low = 0
  let high = Math.max(0, offsets.length - 2)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((offsets[middle] ?? 0) <= height) low = middle
    else high = middle - 1
  }
  return low
}

/** The rows between two heights, with a few more on either side so that scrolling finds them drawn. */
export function rowsBetween(offsets: Float64Array, top: number, bottom: number, more: number): RowRange {
  const last = Math.max(0, offsets.length - 2)
  return {
    first: Math.max(0, rowAt(offsets, top) - more),
    last: Math.min(last, rowAt(offsets, bottom) + more),
  }
}

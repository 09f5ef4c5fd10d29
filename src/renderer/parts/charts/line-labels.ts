/** A name at the end of a line: its wanted position, and its position without overlaps. */
export type LineLabel = { id: string; y: number }

/** Moves labels apart to at least `distance` px, keeping their order and staying between `top` and `bottom`. */
export function spreadLabels<Label extends LineLabel>(
  labels: readonly Label[],
  { distance, top, bottom }: { distance: number; top: number; bottom: number },
): Label[] {
  const placed = labels.map((label) => ({ ...label })).sort((first, second) => first.y - second.y)
  let ceiling = top
  for (const label of placed) {
    label.y = Math.max(label.y, ceiling)
    ceiling = label.y + distance
  }
  let floor = bottom
  for (const label of placed.toReversed()) {
    label.y = Math.min(label.y, floor)
    floor = label.y - distance
  }
  return placed
}

import type { Random } from './random.ts'

/**
 * Whole numbers, one per item, that add up to `total`, lie between 0 and `maximum`, and differ.
 *
 * @param total whole number; limited to what the items can add up to
 */
export function spread(total: number, items: number, maximum: number, random: Random): number[] {
  const wanted = Math.min(Math.max(0, Math.round(total)), items * maximum)
  const values = Array.from({ length: items }, (_, index) => Math.floor((wanted + index) / items))
  for (let turn = 0; turn < items; turn += 1) {
    const from = random.below(items)
    const to = random.below(items)
    const given = values[from]
    const taken = values[to]
    if (from !== to && given !== undefined && taken !== undefined && given > 0 && taken < maximum) {
      values[from] = given - 1
      values[to] = taken + 1
    }
  }
  return values
}

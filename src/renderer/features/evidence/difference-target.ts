/** The place of a summary's nth difference between its sources, counted from 0, as the address names it. */
export function differenceTarget(index: number): string {
  return `difference-${index + 1}`
}

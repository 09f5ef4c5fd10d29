/** The value that a share of the measurements does not exceed (nearest rank). The list must not be empty. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.max(0, Math.ceil(share * sorted.length) - 1)
  return sorted[rank] ?? Number.NaN
}

/** The median of the measurements. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** A measurement with its goal, both in the same unit. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** A figure of the same run to compare it with. */
  readonly beside?: { readonly name: string; readonly value: number }
  readonly goal?: { readonly words: string; readonly isMet: boolean }
}

/** Prints one line per figure. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`)
  for (const { name, value, unit, beside, goal } of figures) {
    const written = `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`
    const compared = beside
      ? `  (${beside.name}: ${beside.value.toFixed(beside.value < 10 ? 2 : 0)} ${unit}, ${(value / beside.value).toFixed(2)} times)`
      : ''
    const verdict = goal ? `  goal ${goal.words}: ${goal.isMet ? 'met' : 'NOT met'}` : ''
    console.log(`  ${name.padEnd(52)} ${written.padStart(10)}${compared}${verdict}`)
  }
}

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

/** How long each of some rounds takes, in milliseconds. */
export function timesOf(action: () => unknown, rounds: number): number[] {
  return Array.from({ length: rounds }, () => {
    const started = performance.now()
    action()
    return performance.now() - started
  })
}

/** The processor time of this process that each of some rounds takes, in milliseconds; other processes do not lengthen it. */
export function processorTimesOf(action: () => unknown, rounds: number): number[] {
  return Array.from({ length: rounds }, () => {
    const before = process.cpuUsage()
    action()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
}

/** Two series measured in the same rounds. */
export interface Comparison {
  /** The medians of the two series. */
  readonly value: number
  readonly other: number
  /** The median of the differences, and of the ratios, within a round. */
  readonly difference: number
  readonly ratio: number
  /** The quartiles of the differences. */
  readonly differences: readonly [lower: number, upper: number]
}

/**
 * Compares two series round by round. The load of the machine changes from round to round; within a round both met the
 * same.
 */
export function comparedByRound<T>(
  ours: readonly T[],
  theirs: readonly T[],
  valueOf: (run: T) => number,
): Comparison {
  const values = ours.map(valueOf)
  const others = theirs.map(valueOf)
  if (values.length !== others.length) throw new Error('the two series have different numbers of rounds')
  const differences = values.map((value, round) => value - (others[round] ?? Number.NaN))
  return {
    value: median(values),
    other: median(others),
    difference: median(differences),
    ratio: median(values.map((value, round) => value / (others[round] ?? Number.NaN))),
    differences: [percentile(differences, 0.25), percentile(differences, 0.75)],
  }
}

/** A measurement with its goal, both in the same unit. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** A figure of the same run to compare it with. */
  readonly beside?: { readonly name: string; readonly value: number }
  /** The quartiles, where the machine's load changes the value from round to round. */
  readonly spread?: readonly [lower: number, upper: number]
  /** What the value consists of. */
  readonly parts?: readonly { readonly name: string; readonly value: number }[]
  readonly goal?: { readonly words: string; readonly isMet: boolean }
}

/** Prints one line per figure. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`)
  for (const { name, value, unit, beside, spread, parts, goal } of figures) {
    const compared = beside
      ? `  (${beside.name}: ${written(beside.value)} ${unit}, ${(value / beside.value).toFixed(2)} times)`
      : ''
    const between = spread ? `  (half of the rounds: ${written(spread[0])} to ${written(spread[1])})` : ''
    const made = parts ? `  [${parts.map((part) => `${part.name} ${written(part.value)}`).join(', ')}]` : ''
    const verdict = goal ? `  goal ${goal.words}: ${goal.isMet ? 'met' : 'NOT met'}` : ''
    console.log(
      `  ${name.padEnd(52)} ${`${written(value)} ${unit}`.padStart(10)}${compared}${between}${made}${verdict}`,
    )
  }
}

const written = (value: number): string => value.toFixed(Math.abs(value) < 10 ? 2 : 0)

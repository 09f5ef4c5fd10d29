import { isRating } from './series.ts'
import type { Series } from './series.ts'

/** Session indices of the last point of each signal, rule by rule; one session can be in several lists. */
export interface WesternElectric {
  /** One point beyond 3 sigma. */
  rule1: number[]
  /** Two of three beyond 2 sigma on the same side. */
  rule2: number[]
  /** Four of five beyond 1 sigma on the same side. */
  rule3: number[]
  /** Eight in a row on the same side. */
  rule4: number[]
}

/** For each rule: how many points, of how many in a row, must lie how many sigmas from the centre. */
export const zoneRules = {
  rule1: { beyondSigmas: 3, needed: 1, window: 1 },
  rule2: { beyondSigmas: 2, needed: 2, window: 3 },
  rule3: { beyondSigmas: 1, needed: 4, window: 5 },
  rule4: { beyondSigmas: 0, needed: 8, window: 8 },
} as const satisfies Record<keyof WesternElectric, ZoneRule>

/** One zone rule. */
export interface ZoneRule {
  beyondSigmas: number
  needed: number
  window: number
}

/**
 * Applies the four Western Electric zone rules around a given centre and sigma, in points of the scale.
 *
 * A point signals when it lies beyond its line (strictly) and, with the points before it, completes the pattern on
 * its own side; a pattern that goes on signals at every further point. A gap ends a run and the rules start again.
 * All lists are empty for an empty series or if centre or sigma is not finite or sigma is negative. Source: Western
 * Electric (1956), Statistical Quality Control Handbook; NIST/SEMATECH e-Handbook 6.3.2.
 */
export function westernElectric(
  series: Series,
  { centre, sigma }: { centre: number; sigma: number },
): WesternElectric {
  if (!Number.isFinite(centre) || !(sigma >= 0 && sigma < Number.POSITIVE_INFINITY)) {
    return { rule1: [], rule2: [], rule3: [], rule4: [] }
  }
  const signals = ({ beyondSigmas, needed, window }: ZoneRule): number[] => {
    const distance = beyondSigmas * sigma
    const above = completions(series, (value) => value - centre > distance, needed, window)
    const below = completions(series, (value) => centre - value > distance, needed, window)
    return [...above, ...below].toSorted((a, b) => a - b)
  }
  return {
    rule1: signals(zoneRules.rule1),
    rule2: signals(zoneRules.rule2),
    rule3: signals(zoneRules.rule3),
    rule4: signals(zoneRules.rule4),
  }
}

function completions(
  series: Series,
  isBeyond: (value: number) => boolean,
  needed: number,
  window: number,
): number[] {
  const found: number[] = []
  let run: number[] = []
  series.forEach((value, index) => {
    if (!isRating(value)) {
      run = []
      return
    }
    if (!isBeyond(value)) return
    run.push(index)
    const earliestNeeded = run[run.length - needed]
    if (earliestNeeded !== undefined && earliestNeeded > index - window) found.push(index)
  })
  return found
}

import { isRating } from '../series.ts'
import type { Series } from '../series.ts'

/** The sessions of a range, split into those with and without a rating. */
export interface SessionsUsed {
  sessions: number[]
  missing: number[]
}

/** Splits the sessions from one index to another, both included, into rated and unrated ones. */
export function sessionsBetween(series: Series, from: number, to: number): SessionsUsed {
  const used: SessionsUsed = { sessions: [], missing: [] }
  for (let index = Math.max(0, from); index <= to && index < series.length; index += 1) {
    if (isRating(series[index])) used.sessions.push(index)
    else used.missing.push(index)
  }
  return used
}

/** Splits the sessions from the first rating to the last; those outside are ignored. */
export function ratedRange(series: Series): SessionsUsed {
  return sessionsBetween(series, series.findIndex(isRating), series.findLastIndex(isRating))
}

/** The sessions of two series, split by whether both, one or neither is rated. */
export interface PairsUsed extends SessionsUsed {
  /** Sessions of the whole course with a rating in the first series only, or in the second only. */
  unpaired: { first: number[]; second: number[] }
}

/** Splits the sessions of two series by whether both are rated. */
export function pairsUsed(first: Series, second: Series): PairsUsed {
  const used: PairsUsed = { sessions: [], missing: [], unpaired: { first: [], second: [] } }
  // One loop over both, because every opening of a page computes the explanations again.
  for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
    const isFirst = isRating(first[index])
    const isSecond = isRating(second[index])
    if (isFirst && isSecond) used.sessions.push(index)
    else {
      if (isFirst) used.unpaired.first.push(index)
      if (isSecond) used.unpaired.second.push(index)
      if (used.sessions.length > 0) used.missing.push(index)
    }
  }
  const last = used.sessions.at(-1) ?? -1
  while ((used.missing.at(-1) ?? -1) > last) used.missing.pop()
  return used
}

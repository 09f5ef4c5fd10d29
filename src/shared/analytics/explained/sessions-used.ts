import { isRating } from '../series.ts'
import type { Series } from '../series.ts'

/** The sessions of a range, parted by whether they have a rating. */
export interface SessionsUsed {
  sessions: number[]
  missing: number[]
}

/** Parts the sessions from one index to another, both included, by whether they are rated. */
export function sessionsBetween(series: Series, from: number, to: number): SessionsUsed {
  const used: SessionsUsed = { sessions: [], missing: [] }
  for (let index = Math.max(0, from); index <= to && index < series.length; index += 1) {
    if (isRating(series[index])) used.sessions.push(index)
    else used.missing.push(index)
  }
  return used
}

/** Parts the sessions from the first rating to the last; before and after them nothing was looked at. */
export function ratedRange(series: Series): SessionsUsed {
  return sessionsBetween(series, series.findIndex(isRating), series.findLastIndex(isRating))
}

/** The sessions of two series, parted by whether both, one or neither is rated. */
export interface PairsUsed extends SessionsUsed {
  /** Sessions that only the first, or only the second, has a rating for; of the whole course. */
  unpaired: { first: number[]; second: number[] }
}

/** Parts the sessions of two series by whether both are rated, the second one `lag` sessions later. */
export function pairsUsed(first: Series, second: Series, lag = 0): PairsUsed {
  const used: PairsUsed = { sessions: [], missing: [], unpaired: { first: [], second: [] } }
  // One loop over both, because explanations are made anew whenever a page is opened.
  for (let index = 0; index < Math.max(first.length, second.length - lag); index += 1) {
    const isFirst = isRating(first[index])
    const isSecond = isRating(second[index + lag])
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

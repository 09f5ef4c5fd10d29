/** The number of newest ratings that make the usual level; few enough that growth hides no fall. */
export const newestRatings = 6

/** How far ratings vary around their own straight line. */
export interface Variation {
  /** Standard deviation around the straight line through all of them, in points; 0 with fewer than three. */
  residualSd: number
  /** Degrees of freedom of that standard deviation: two fewer than the ratings, and never below 0. */
  degreesOfFreedom: number
}

/** What the ratings up to one session say about a client's level and variation. */
export interface EarlierRatings extends Variation {
  /** The number of ratings. */
  count: number
  /** Mean of the newest ratings, at most `referenceRatings` of them, in points of the scale. */
  recentMean: number
  /** The number of ratings in that mean. */
  recentCount: number
}

/**
 * Collects ratings one by one and gives the variation of those so far, each in constant time.
 *
 * The variation is measured around a straight line, so that a slow growth of the level does not count as variation,
 * while ratings that follow each other closely still count in full (moving ranges would miss a part of these).
 */
export function collectVariation(): { add: (value: number) => void; vary: () => Variation } {
  let first = 0
  let count = 0
  let sum = 0
  let squares = 0
  let products = 0
  return {
    add(value) {
      if (count === 0) first = value
      // Distances from the first rating keep the digits of scores that lie far from zero.
      const distance = value - first
      sum += distance
      squares += distance * distance
      products += count * distance
      count += 1
    },
    vary() {
      const squaredTimes = (count * (count * count - 1)) / 12
      const squaredValues = count === 0 ? 0 : squares - (sum * sum) / count
      const shared = products - ((count - 1) / 2) * sum
      const residual = count < 3 ? 0 : Math.max(0, squaredValues - (shared * shared) / squaredTimes)
      const degreesOfFreedom = Math.max(0, count - 2)
      return {
        residualSd: degreesOfFreedom === 0 ? 0 : Math.sqrt(residual / degreesOfFreedom),
        degreesOfFreedom,
      }
    },
  }
}

/** The same with the level of the newest ratings. */
export function collectRatings(referenceRatings: number): {
  add: (value: number) => void
  describe: () => EarlierRatings
} {
  const { add, vary } = collectVariation()
  const recent: number[] = []
  let count = 0
  return {
    add(value) {
      add(value)
      count += 1
      recent.push(value)
      if (recent.length > referenceRatings) recent.shift()
    },
    describe: () => ({ count, recentMean: meanAbove(recent), recentCount: recent.length, ...vary() }),
  }
}

function meanAbove(values: readonly number[]): number {
  const [first = 0] = values
  return first + values.reduce((sum, value) => sum + (value - first), 0) / Math.max(1, values.length)
}

import { student95 } from '../analytics/student-t.ts'

/** What one client adds to a share or a mean: the number of units, such as sessions, and the sum of their values. */
export interface ClientSum {
  readonly n: number
  readonly sum: number
}

/** A result with the ends of its 95 % interval. */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * The least correlation that the units of one client are taken to have, also where few clients happen to show none
 * [Attune's choice; the coverage is simulated in the tests].
 */
const leastCorrelation = 0.05

/**
 * Gives the share of all units that have the value 1, with Wilson's interval for units that come in clients.
 *
 * The number of units is divided by the design effect: the variance of the share over the clients, by a jackknife that
 * leaves out one client at a time, divided by the variance of as many independent units. Student's t with one degree of
 * freedom less than there are clients replaces the normal quantile. Null with fewer than two clients. Sources: Wilson
 * (1927), Journal of the American Statistical Association 22, 209-212; the effective number Korn and Graubard (1998),
 * Survey Methodology 24, 193-201; both together Franco and others (2019), Journal of Survey Statistics and Methodology
 * 7, 334-364.
 */
export function shareInterval(clients: readonly ClientSum[]): Interval | null {
  const whole = totalOf(clients)
  if (whole === null) return null
  const value = whole.sum / whole.n
  const independent = (value * (1 - value)) / whole.n
  const observed = independent > 0 ? jackknifeVariance(clients, whole) / independent : 0
  const effective = whole.n / Math.max(observed, leastDesignEffect(clients, whole.n))
  const { low, high } = wilson(value, effective, quantileFor(clients))
  return { value, low, high }
}

/**
 * Gives the mean of all units with an interval of Student's t, for units that come in clients.
 *
 * The variance is that of a jackknife that leaves out one client at a time: MacKinnon, Nielsen and Webb (2023), Journal
 * of Econometrics 232, 272-299. The degrees of freedom are one less than the effective number of clients, which is
 * smaller where a few of them have most of the units: Carter, Schnepel and Steigerwald (2017), Review of Economics and
 * Statistics 99, 698-709. Null with fewer than two clients.
 */
export function meanInterval(clients: readonly ClientSum[]): Interval | null {
  const whole = totalOf(clients)
  if (whole === null) return null
  const value = whole.sum / whole.n
  const quantile = student95(Math.max(1, effectiveClients(clients) - 1))
  const margin = quantile * Math.sqrt(jackknifeVariance(clients, whole))
  return { value, low: value - margin, high: value + margin }
}

/**
 * Gives the median of all units with Woodruff's interval, for units that come in clients; one list per client.
 *
 * The ends are the values at the ends of the interval for a share of one half, with the design effect of the share that
 * lies at or below the median. Null with fewer than two clients. Source: Woodruff (1952), Journal of the American
 * Statistical Association 47, 635-646.
 */
export function medianInterval(clients: readonly (readonly number[])[]): Interval | null {
  const filled = clients.filter(({ length }) => length > 0)
  const values = filled.flat().toSorted((one, other) => one - other)
  const value = medianOf(values)
  if (filled.length < 2 || value === null) return null
  const below = filled.map((own) => ({
    n: own.length,
    sum: own.filter((each) => each <= value).length,
  }))
  const whole = { n: values.length, sum: below.reduce((sum, each) => sum + each.sum, 0) }
  const share = whole.sum / whole.n
  const independent = (share * (1 - share)) / whole.n
  const observed = independent > 0 ? jackknifeVariance(below, whole) / independent : 0
  const effective = whole.n / Math.max(observed, leastDesignEffect(below, whole.n))
  const ends = wilson(0.5, effective, quantileFor(below))
  return { value, low: quantileOf(values, ends.low), high: quantileOf(values, ends.high) }
}

function totalOf(clients: readonly ClientSum[]): ClientSum | null {
  if (clients.filter(({ n }) => n > 0).length < 2) return null
  return clients.reduce((whole, { n, sum }) => ({ n: whole.n + n, sum: whole.sum + sum }))
}

function quantileFor(clients: readonly ClientSum[]): number {
  return student95(clients.filter(({ n }) => n > 0).length - 1)
}

/** The number of clients of equal size that would say as much; fewer than there are if some have many more units. */
function effectiveClients(clients: readonly ClientSum[]): number {
  const n = clients.reduce((sum, own) => sum + own.n, 0)
  return n ** 2 / clients.reduce((sum, own) => sum + own.n ** 2, 0)
}

/** The variance of the ratio of sums when each client in turn is left out. */
function jackknifeVariance(clients: readonly ClientSum[], whole: ClientSum): number {
  const value = whole.sum / whole.n
  const filled = clients.filter(({ n }) => n > 0)
  const squares = filled.reduce((sum, own) => {
    const without = (whole.sum - own.sum) / (whole.n - own.n)
    return sum + (without - value) ** 2
  }, 0)
  return ((filled.length - 1) / filled.length) * squares
}

/** The design effect of units with the least correlation, for clients of unequal size. */
function leastDesignEffect(clients: readonly ClientSum[], n: number): number {
  const size = clients.reduce((sum, own) => sum + own.n ** 2, 0) / n
  return 1 + (size - 1) * leastCorrelation
}

function wilson(share: number, n: number, quantile: number): { low: number; high: number } {
  const square = quantile ** 2 / n
  const middle = (share + square / 2) / (1 + square)
  const margin = Math.sqrt(square * (share * (1 - share) + square / 4)) / (1 + square)
  // Rounding must not put a share of 0 or 1 outside its own interval.
  return {
    low: Math.max(0, Math.min(share, middle - margin)),
    high: Math.min(1, Math.max(share, middle + margin)),
  }
}

function medianOf(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

/** The smallest value that at least this share of the sorted values does not exceed. */
function quantileOf(sorted: readonly number[], share: number): number {
  const place = Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length)))
  return sorted[place - 1] ?? Number.NaN
}

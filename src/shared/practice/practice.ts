import { z } from 'zod'

/** The measures of a therapist's own practice, in the order of the screen. */
export const practiceMeasures = [
  'ruptures',
  'noted',
  'repaired',
  'sessionsToRepair',
  'completion',
  'difference',
  'distance',
  'guesses',
] as const
export type PracticeMeasure = (typeof practiceMeasures)[number]

/** How a measure is worked out, and the fewest units and clients from which it is shown [Attune's choice]. */
interface MeasureFacts {
  readonly kind: 'share' | 'mean' | 'median'
  readonly leastUnits: number
  readonly leastClients: number
  /** The lowest possible value of a mean, where an interval could reach below it. */
  readonly lowest?: number
}

const ofSessions = { leastUnits: 30, leastClients: 5 }
const ofRuptures = { leastUnits: 10, leastClients: 5 }

/**
 * The facts of every measure. Units are rated sessions (`ruptures`), ruptures (`noted`, `repaired`), repairs
 * (`sessionsToRepair`), sessions held (`completion`) and sessions that both rated (the others).
 */
export const measureFacts: Readonly<Record<PracticeMeasure, MeasureFacts>> = {
  ruptures: { kind: 'share', leastUnits: 100, leastClients: 5 },
  noted: { kind: 'share', ...ofRuptures },
  repaired: { kind: 'share', ...ofRuptures },
  sessionsToRepair: { kind: 'median', ...ofRuptures },
  completion: { kind: 'share', ...ofSessions },
  difference: { kind: 'mean', ...ofSessions },
  distance: { kind: 'mean', ...ofSessions, lowest: 0 },
  guesses: { kind: 'mean', ...ofSessions, lowest: 0 },
}

/**
 * In how many of 100 simulated practices the interval holds the true value, at least: shares and means of units that are
 * correlated within clients of unequal number and size. The tests run the simulation.
 */
export const simulatedCoverage = { share: 92, mean: 89, median: 96 } as const satisfies Record<
  MeasureFacts['kind'],
  number
>

const count = z.int().min(0)

/** Accepts one measure in one period. */
export const estimateSchema = z.strictObject({
  /** A year, `2026`; a quarter of it, `2026-2`; or `all`. */
  period: z.string().regex(/^(all|\d{4}(-[1-4])?)$/),
  /** The number of units, and of clients that they come from. */
  n: count,
  clients: count,
  /** For a share: the number of units that have it. Otherwise null. */
  count: count.nullable(),
  /** Null with fewer units or clients than the measure needs. */
  interval: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
})
export type Estimate = z.output<typeof estimateSchema>

/** Accepts one measure over all time, and by the years and quarters that have any unit, the earliest first. */
export const measureSchema = z.strictObject({
  whole: estimateSchema,
  years: z.array(estimateSchema),
  quarters: z.array(estimateSchema),
})
export type MeasureOverTime = z.output<typeof measureSchema>

/** Accepts the therapist's own practice over time. It holds sums over clients, and nothing about any one of them. */
export const practiceSchema = z.strictObject({
  /** Whose sessions count; the fictional clients count only where there are no others. */
  basis: z.enum(['own', 'fictional']),
  /** Clients with a session that took place or was missed, and their sessions held. */
  clients: count,
  sessionsHeld: count,
  /** Whether Attune rule 1 has parameters that the therapist changed. */
  hasOwnRule: z.boolean(),
  measures: z.strictObject(
    // `fromEntries` loses the names, which the list gives.
    Object.fromEntries(practiceMeasures.map((measure) => [measure, measureSchema])) as Record<
      PracticeMeasure,
      typeof measureSchema
    >,
  ),
})
export type Practice = z.output<typeof practiceSchema>

/** How many units and clients a measure still needs to be shown; null if it has enough. */
export function missingFor(
  measure: PracticeMeasure,
  { n, clients }: Pick<Estimate, 'n' | 'clients'>,
): { units: number; clients: number } | null {
  const { leastUnits, leastClients } = measureFacts[measure]
  const missing = { units: Math.max(0, leastUnits - n), clients: Math.max(0, leastClients - clients) }
  return missing.units === 0 && missing.clients === 0 ? null : missing
}

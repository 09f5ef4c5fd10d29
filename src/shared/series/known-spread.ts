import { z } from 'zod'
import type { InstrumentScale } from '../instruments/instrument-scale.ts'

/** Accepts a spread of one client's ratings that is known from elsewhere, in points, and where it comes from. */
export const knownSpreadSchema = z.strictObject({
  kind: z.enum(['published', 'pooled', 'measurement-error']),
  points: z.number().nonnegative(),
  /** The source in words; null for the vault's own clients. */
  source: z.string().nullable(),
})
export type SourcedSpread = z.output<typeof knownSpreadSchema>

type Reliability = NonNullable<InstrumentScale['reliability']>[number]

/** Reliabilities from the one that says most about one person's ratings over time to the one that says least. */
const kindsByUse: readonly Reliability['kind'][] = ['within-person', 'test-retest', 'omega', 'alpha']

/**
 * Gives what is known of the spread within clients on a scale, the first of these that exists: the standard deviation
 * that a source gives; the one pooled over this vault's clients; the standard error of measurement, SD√(1 − r), from
 * the spread between clients and the reliability. Null if nothing is known.
 */
export function knownSpreadOf(
  { spread, reliability = [] }: Pick<InstrumentScale, 'spread' | 'reliability'>,
  pooled: number | null,
): SourcedSpread | null {
  if (spread?.within !== undefined) {
    return { kind: 'published', points: spread.within, source: spread.source }
  }
  if (pooled !== null) return pooledOver(pooled)
  const [best] = reliability.toSorted(
    (one, other) => kindsByUse.indexOf(one.kind) - kindsByUse.indexOf(other.kind),
  )
  if (spread?.between === undefined || best === undefined) return null
  const points = spread.between * Math.sqrt(1 - best.value)
  return { kind: 'measurement-error', points, source: best.source }
}

/** Puts the spread pooled over this vault's clients beside what is known without it; null if nothing is known. */
export function withPooled(known: SourcedSpread | null, pooled: number | null): SourcedSpread | null {
  return pooled === null || known?.kind === 'published' ? known : pooledOver(pooled)
}

function pooledOver(points: number): SourcedSpread {
  return { kind: 'pooled', points, source: null }
}

import { z } from 'zod'
import { plainTextSchema } from '../instruments/plain-text.ts'
import { instantSchema } from '../records/calendar.ts'
import { bundleLimits } from './bundle-limits.ts'
import { bundledClientSchema, scaleEndSchema, type BundledClient } from './bundled-client.ts'
import { personKeysSchema } from './person-keys.ts'
import { pseudonymSchema } from './pseudonym.ts'

/** The newest version of the format. A reader refuses a newer one. */
export const bundleVersion = 4

/**
 * The version that a bundle with these clients is written in. Version 4 says which strains and breaks are closed, version
 * 3 can say that they are left out, version 2 has agreements; without any of them a bundle is of version 1, so that an
 * earlier Attune can open it.
 */
export function versionFor(
  clients: readonly Pick<BundledClient, 'agreements' | 'closings' | 'ruptures'>[],
): 1 | 2 | 3 | 4 {
  if (clients.some(({ closings }) => closings !== undefined)) return 4
  if (clients.some(({ ruptures }) => ruptures !== undefined)) return 3
  return clients.some(({ agreements }) => agreements !== undefined) ? 2 : 1
}

/** A score of the therapist's private check on themselves. */
const bundledCheckSchema = z
  .strictObject({
    /** Whole weeks before the bundle was made. */
    weeksBefore: z.int().min(0).max(11_000),
    instrumentTitle: plainTextSchema,
    title: plainTextSchema,
    minimum: scaleEndSchema,
    maximum: scaleEndSchema,
    value: z.number(),
  })
  .refine(({ minimum, maximum, value }) => minimum <= value && value <= maximum, {
    message: 'out of range',
    params: { reason: 'out-of-range' },
  })

/** Everything in a bundle except its clients. */
export const bundleHeadSchema = z.strictObject({
  format: z.literal('attune-bundle'),
  version: z.literal([1, 2, 3, bundleVersion]),
  /** Random, and never given twice. */
  bundleId: z.uuid(),
  /** Rises with each of the sender's bundles to this recipient. Says which of two is older, whatever the clocks say. */
  number: z.int().min(1),
  madeAt: instantSchema,
  sender: personKeysSchema,
  recipient: personKeysSchema,
  /** Clients of earlier bundles whose data the recipient must remove. */
  withdrawn: z.array(pseudonymSchema).max(10_000),
  /** The therapist's own checks, the oldest first; null unless the therapist chose to share them. */
  wellbeing: z.array(bundledCheckSchema).max(bundleLimits.checks).nullable(),
})

/** What one person shares with another: chosen parts of the course of chosen clients. */
export const bundleSchema = bundleHeadSchema
  .extend({ clients: z.array(bundledClientSchema).max(bundleLimits.clients) })
  .superRefine(({ version, clients, withdrawn }, context) => {
    if (version !== versionFor(clients))
      context.addIssue({
        code: 'custom',
        message: 'the version is another one',
        params: { reason: version < versionFor(clients) ? 'unknown-field' : 'not-valid' },
        path: ['version'],
      })
    const named = [...clients.map(({ pseudonym }) => pseudonym), ...withdrawn]
    if (new Set(named).size < named.length)
      context.addIssue({
        code: 'custom',
        message: 'a pseudonym is given twice',
        params: { reason: 'not-valid' },
        path: ['clients'],
      })
  })
export type Bundle = z.output<typeof bundleSchema>

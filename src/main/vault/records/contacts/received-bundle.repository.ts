import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { Bundle } from '#shared/bundles/bundle.ts'

/** How a bundle compares with those that have come from its sender before. */
export interface BundleStanding {
  /** A repeated one changes nothing. An older one comes after a newer one of the same sender. */
  readonly order: 'new' | 'repeated' | 'older'
  /** Whether the sender's clock was ahead of this computer's by more than a day. Decides nothing. */
  readonly isFromFuture: boolean
}

type Came = Pick<Bundle, 'bundleId' | 'number' | 'madeAt'>

const dayMilliseconds = 24 * 60 * 60 * 1000

/** Which bundles have come from whom. */
export function createReceivedBundleRepository(db: Database.Database) {
  const known = db.prepare('SELECT 1 FROM received_bundles WHERE contact_id = ? AND bundle_id = ?').pluck()
  const newest = db.prepare('SELECT max(number) FROM received_bundles WHERE contact_id = ?').pluck()
  const count = db.prepare('SELECT count(*) FROM received_bundles WHERE contact_id = ?').pluck()
  return {
    /** How many bundles have come from this contact. */
    countOf: (contactId: string): number => z.int().parse(count.get(contactId)),
    /** Compares by id and number; the clocks of two computers say nothing about the order. */
    standingOf: (contactId: string, { bundleId, number, madeAt }: Came, now: Date): BundleStanding => {
      const before = z.int().nullable().parse(newest.get(contactId))
      const isFromFuture = Date.parse(madeAt) > now.getTime() + dayMilliseconds
      if (known.get(contactId, bundleId) !== undefined) return { order: 'repeated', isFromFuture }
      return { order: before !== null && number <= before ? 'older' : 'new', isFromFuture }
    },
    /** Remembers a bundle. One that is known already changes nothing. */
    put: (contactId: string, { bundleId, number, madeAt }: Came, now: Date): void => {
      db.prepare(
        `INSERT INTO received_bundles (contact_id, bundle_id, number, made_at, received_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (contact_id, bundle_id) DO NOTHING`,
      ).run(contactId, bundleId, number, madeAt, now.toISOString())
    },
  }
}

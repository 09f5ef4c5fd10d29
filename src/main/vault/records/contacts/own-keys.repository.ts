import type Database from 'better-sqlite3'
import { z } from 'zod'
import { personKeysSchema } from '#shared/bundles/person-keys.ts'
import { jsonColumn } from '../stored-row.ts'

/** The keys of this vault's user. The private ones leave the vault nowhere, not even in an archive. */
export const ownKeysSchema = z.strictObject({
  age: z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/),
  agePostQuantum: z.string().regex(/^AGE-SECRET-KEY-PQ-1[0-9A-Z]{58}$/),
  /** The 32 bytes of an Ed25519 private key, as base64url. */
  signing: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  public: personKeysSchema,
})
export type OwnKeys = z.output<typeof ownKeysSchema>

const rowSchema = z.strictObject({ keys: jsonColumn(ownKeysSchema) })

/** The one set of keys of this vault's user. */
export function createOwnKeysRepository(db: Database.Database) {
  const find = db.prepare('SELECT keys FROM own_keys WHERE id = 1')
  return {
    /** Null until they are first needed. */
    get: (): OwnKeys | null => rowSchema.optional().parse(find.get())?.keys ?? null,
    /** Stores keys, unless there are some already: the first ones stay. */
    putFirst: (keys: OwnKeys, at: string): void => {
      db.prepare('INSERT INTO own_keys (id, keys, made_at) VALUES (1, ?, ?) ON CONFLICT (id) DO NOTHING').run(
        JSON.stringify(keys),
        at,
      )
    },
  }
}
export type OwnKeysRepository = ReturnType<typeof createOwnKeysRepository>

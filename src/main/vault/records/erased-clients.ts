import type Database from 'better-sqlite3'
import { z } from 'zod'
import { instantSchema } from '#shared/records/calendar.ts'

/** A client who was erased, by the random id alone. */
export const erasedClientSchema = z.strictObject({
  id: z.uuid(),
  /** When the last decision about the client was made. */
  at: instantSchema,
  /** The client came back with an older copy of the vault, and the user decided to keep them. */
  isKept: z.boolean(),
})
export type ErasedClient = z.output<typeof erasedClientSchema>

/** A client who was erased and is in the vault again. */
export interface ReturnedClient {
  readonly clientId: string
  readonly code: string
  readonly erasedAt: string
}

/** Of several memories of one client, the last decision counts. */
export function mergeErased(...memories: readonly (readonly ErasedClient[])[]): ErasedClient[] {
  const last = new Map<string, ErasedClient>()
  for (const one of memories.flat()) {
    const known = last.get(one.id)
    if (!known || known.at < one.at) last.set(one.id, one)
  }
  return [...last.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * Remembers which clients were erased, without anything that says who they were. An older copy of the vault may bring
 * them back, and then somebody must notice.
 */
export function createErasedClients(db: Database.Database) {
  const select = {
    remembered: db.prepare('SELECT id, at, is_kept FROM erased_clients ORDER BY id'),
    logged: db.prepare(
      `SELECT client_id, at FROM audit_entries WHERE kind = 'client-erased' ORDER BY sequence`,
    ),
    client: db.prepare('SELECT code FROM clients WHERE id = ? AND is_fictional = 0').pluck(),
  }
  const upsert = db.prepare(
    `INSERT INTO erased_clients (id, at, is_kept) VALUES (:id, :at, :isKept)
     ON CONFLICT (id) DO UPDATE SET at = :at, is_kept = :isKept`,
  )
  const remembered = (): ErasedClient[] =>
    select.remembered.all().flatMap((row) => {
      const parsed = rememberedRow.safeParse(row)
      return parsed.success ? [parsed.data] : []
    })
  const logged = (): ErasedClient[] =>
    select.logged.all().flatMap((row) => {
      const parsed = loggedRow.safeParse(row)
      return parsed.success ? [parsed.data] : []
    })
  /** What the table and the audit log know. A log that came with another copy of the vault knows more. */
  const all = (): ErasedClient[] => mergeErased(remembered(), logged())
  const put = ({ id, at, isKept }: ErasedClient): void => void upsert.run({ id, at, isKept: Number(isKept) })

  return {
    all,
    /** Notes a decision about a client. It counts as the last one, whatever the clock says. */
    decide: (id: string, isKept: boolean, now: Date): void => {
      const before = all().find((one) => one.id === id)
      const earliest = before ? Date.parse(before.at) + 1 : 0
      put({ id, at: new Date(Math.max(now.getTime(), earliest)).toISOString(), isKept })
    },
    /** Takes over what another memory knows. Returns whether anything was new. */
    learn: (others: readonly ErasedClient[]): boolean => {
      const known = new Map(remembered().map((one) => [one.id, one.at]))
      const fresh = mergeErased(all(), others).filter(({ id, at }) => known.get(id) !== at)
      fresh.forEach(put)
      return fresh.length > 0
    },
    /** Clients in the vault whom one of these memories calls erased. Fictional clients may come back. */
    returned: (others: readonly ErasedClient[]): ReturnedClient[] =>
      mergeErased(all(), others).flatMap(({ id, at, isKept }) => {
        const code: unknown = isKept ? undefined : select.client.get(id)
        return typeof code === 'string' ? [{ clientId: id, code, erasedAt: at }] : []
      }),
  }
}

const rememberedRow = z
  .object({ id: z.string(), at: z.string(), is_kept: z.int() })
  .transform(({ is_kept, ...row }) => ({ ...row, isKept: is_kept === 1 }))
  .pipe(erasedClientSchema)
const loggedRow = z
  .object({ client_id: z.string(), at: z.string() })
  .transform(({ client_id, at }) => ({ id: client_id, at, isKept: false }))
  .pipe(erasedClientSchema)

export type ErasedClients = ReturnType<typeof createErasedClients>

import type Database from 'better-sqlite3'
import { z } from 'zod'
import { contactSchema, type Contact } from '#shared/bundles/contact.ts'
import { personKeysSchema } from '#shared/bundles/person-keys.ts'
import { jsonColumn, rowOf } from '../stored-row.ts'

const columns = 'id, name, state, keys, later_keys, added_at'
const { shape } = contactSchema
const rowSchema = rowOf(
  z
    .strictObject({
      ...shape,
      keys: jsonColumn(personKeysSchema),
      laterKeys: jsonColumn(personKeysSchema).nullable(),
    })
    .pipe(contactSchema),
)

/** The people with whom bundles are exchanged. */
export function createContactRepository(db: Database.Database) {
  const select = {
    one: db.prepare(`SELECT ${columns} FROM contacts WHERE id = ?`),
    bySigning: db.prepare(`SELECT ${columns} FROM contacts WHERE signing = ?`),
    all: db.prepare(`SELECT ${columns} FROM contacts ORDER BY signing`),
    byLaterSigning: db.prepare(`SELECT ${columns} FROM contacts WHERE later_signing = ?`),
  }
  const next = db.prepare('SELECT max(last_number + 1, ?) FROM contacts WHERE id = ?').pluck()
  const useNumber = db.prepare(
    'UPDATE contacts SET last_number = :number WHERE id = :id AND last_number <= :number',
  )
  const read = (row: unknown): Contact | null => (row === undefined ? null : rowSchema.parse(row))
  return {
    get: (id: string): Contact | null => read(select.one.get(id)),
    /** All contacts by name. */
    list: (): Contact[] =>
      select.all
        .all()
        .map((row) => rowSchema.parse(row))
        .toSorted((one, other) => one.name.localeCompare(other.name)),
    /** The contact who signs with this key, or whose later keys sign with it. */
    findBySigning: (signing: string): Contact | null =>
      read(select.bySigning.get(signing) ?? select.byLaterSigning.get(signing)),
    put: ({ id, name, state, keys, laterKeys, addedAt }: Contact): void => {
      db.prepare(
        `INSERT INTO contacts (id, name, state, keys, later_keys, signing, later_signing, added_at)
         VALUES (:id, :name, :state, :keys, :laterKeys, :signing, :laterSigning, :addedAt)
         ON CONFLICT (id) DO UPDATE SET name = :name, state = :state, keys = :keys, later_keys = :laterKeys,
           signing = :signing, later_signing = :laterSigning`,
      ).run({
        id,
        name,
        state,
        keys: JSON.stringify(keys),
        laterKeys: laterKeys && JSON.stringify(laterKeys),
        signing: keys.signing,
        laterSigning: laterKeys?.signing ?? null,
        addedAt,
      })
    },
    /** Removes a contact with everything that hangs on them. */
    remove: (id: string): void => {
      db.prepare('DELETE FROM contacts WHERE id = ?').run(id)
    },
    /**
     * The number of the next bundle to a contact: higher than every one before, and at least the seconds since 1970, so that
     * it rises even after an older copy of the vault was restored. Throws if there is no such contact.
     */
    nextNumber: (id: string, now: Date): number => {
      const seconds = Math.max(1, Math.floor(now.getTime() / 1000))
      return z.int().parse(next.get(seconds, id))
    },
    /** Uses up a number. Returns false if a bundle with a higher one was made since. */
    useNumber: (id: string, number: number): boolean => useNumber.run({ id, number }).changes > 0,
  }
}
export type ContactRepository = ReturnType<typeof createContactRepository>

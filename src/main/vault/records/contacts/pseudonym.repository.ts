import { randomInt } from 'node:crypto'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { pseudonymSchema } from '#shared/bundles/pseudonym.ts'

/** Crockford's 32 letters, without those that are taken for others. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function randomPseudonym(): string {
  const part = (): string =>
    Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('')
  return pseudonymSchema.parse(`${part()}-${part()}`)
}

/** What clients are called in bundles: another random name for each contact, kept only in this vault. */
export function createPseudonymRepository(db: Database.Database) {
  const find = db
    .prepare('SELECT pseudonym FROM client_pseudonyms WHERE contact_id = ? AND client_id = ?')
    .pluck()
  const withdrawn = db
    .prepare('SELECT pseudonym FROM withdrawn_pseudonyms WHERE contact_id = ? ORDER BY pseudonym')
    .pluck()
  const insert = db.prepare(
    'INSERT INTO client_pseudonyms (contact_id, client_id, pseudonym) VALUES (?, ?, ?) ON CONFLICT (pseudonym) DO NOTHING',
  )
  const count = db.prepare('SELECT count(*) FROM client_pseudonyms WHERE contact_id = ?').pluck()
  const known = (contactId: string, clientId: string): string | null =>
    pseudonymSchema.optional().parse(find.get(contactId, clientId)) ?? null
  return {
    /** The client's name in all bundles for this contact. Makes one if there is none yet. */
    of: (contactId: string, clientId: string): string => {
      for (;;) {
        const pseudonym = known(contactId, clientId)
        if (pseudonym !== null) return pseudonym
        // A name that another client has already is not given again; the next one is tried.
        insert.run(contactId, clientId, randomPseudonym())
      }
    },
    /** How many clients have a name in bundles for this contact. */
    countOf: (contactId: string): number => z.int().parse(count.get(contactId)),
    /** Takes a client back from a contact: the next bundle says so, and a later one would use another name. */
    withdraw: (contactId: string, clientId: string): void => {
      db.prepare('DELETE FROM client_pseudonyms WHERE contact_id = ? AND client_id = ?').run(
        contactId,
        clientId,
      )
    },
    /** Names of clients that this contact must remove: those withdrawn, and those erased since. */
    withdrawn: (contactId: string): string[] => z.array(pseudonymSchema).parse(withdrawn.all(contactId)),
  }
}

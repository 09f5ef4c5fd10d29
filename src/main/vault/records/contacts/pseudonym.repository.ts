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
    'INSERT INTO client_pseudonyms (contact_id, client_id, pseudonym) VALUES (?, ?, ?)',
  )
  const count = db
    .prepare(
      `SELECT (SELECT count(*) FROM client_pseudonyms WHERE contact_id = :contactId)
         + (SELECT count(*) FROM withdrawn_pseudonyms WHERE contact_id = :contactId)`,
    )
    .pluck()
  const taken = db
    .prepare(
      `SELECT 1 FROM client_pseudonyms WHERE pseudonym = ?
       UNION ALL SELECT 1 FROM withdrawn_pseudonyms WHERE contact_id = ? AND pseudonym = ?`,
    )
    .pluck()
  const holders = db
    .prepare('SELECT contact_id FROM client_pseudonyms WHERE client_id = ? ORDER BY contact_id')
    .pluck()
  const isTaken = (contactId: string, pseudonym: string): boolean =>
    taken.get(pseudonym, contactId, pseudonym) !== undefined
  return {
    /** Whether a client has this name, or one had it for this contact. */
    isTaken,
    /** The client's name in all bundles for this contact; null if none was made for them yet. */
    find: (contactId: string, clientId: string): string | null =>
      pseudonymSchema.optional().parse(find.get(contactId, clientId)) ?? null,
    /** A name that no client has, and none had for this contact. Nothing is stored. */
    propose: (contactId: string): string => {
      for (;;) {
        const pseudonym = randomPseudonym()
        if (!isTaken(contactId, pseudonym)) return pseudonym
      }
    },
    /** How many names clients have in bundles for this contact, or had before they were withdrawn or erased. */
    countOf: (contactId: string): number => z.int().parse(count.get({ contactId })),
    /** Keeps a client's name for this contact. Throws if they have another one, or another client has this one. */
    keep: (contactId: string, clientId: string, pseudonym: string): void => {
      if (find.get(contactId, clientId) !== pseudonym) insert.run(contactId, clientId, pseudonym)
    },
    /** The contacts for whom a client has a name. */
    contactsOf: (clientId: string): string[] => z.array(z.string()).parse(holders.all(clientId)),
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
export type PseudonymRepository = ReturnType<typeof createPseudonymRepository>

import type Database from 'better-sqlite3'
import { z } from 'zod'
import { isOutdated } from '../database/open-database.ts'
import { carryReceived, carryReplies } from './carry-received.ts'
import { carrySent } from './carry-sent.ts'

const contactColumns = 'id, name, state, keys, later_keys, signing, later_signing, last_number, added_at'
const contactRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  state: z.string(),
  keys: z.string(),
  later_keys: z.string().nullable(),
  signing: z.string(),
  later_signing: z.string().nullable(),
  last_number: z.int(),
  added_at: z.string(),
})
const ownRow = z.strictObject({ keys: z.string(), made_at: z.string() })
const numberRow = z.strictObject({
  client_id: z.string(),
  number: z.int(),
  session_id: z.string().nullable(),
})
const heldRow = z.strictObject({ client_id: z.string(), pseudonym: z.string() })

/**
 * Lets a restored database know what has left for supervisors since: under which pseudonyms, which of them were
 * withdrawn, with which consents, in which bundles, with which numbers of sessions, the last number of a bundle, and
 * other keys of these people that have come since. A pseudonym of a client whom the restored database doesn't have is
 * withdrawn. A supervisor's database also knows which clients supervisees have withdrawn since, a therapist's which
 * replies have come. Says whether the restored database now knows it all; does nothing and says no if the two databases
 * belong to different people, or the present one has an older schema.
 */
export function carryWithdrawals(from: Database.Database, to: Database.Database): boolean {
  if (isOutdated(from)) return false
  const own = 'SELECT keys, made_at FROM own_keys WHERE id = 1'
  const [present, restored] = [from, to].map((db) => ownRow.optional().parse(db.prepare(own).get()))
  // Without keys nothing has left.
  if (present === undefined) return restored === undefined
  if (restored !== undefined && restored.keys !== present.keys) return false
  to.transaction(() => {
    // A database from before the first card takes over the keys of the other.
    if (restored === undefined)
      to.prepare('INSERT INTO own_keys (id, keys, made_at) VALUES (1, :keys, :made_at)').run(present)
    const contacts = from.prepare(`SELECT ${contactColumns} FROM contacts ORDER BY signing`).all()
    const idThere = new Map<string, string>()
    for (const row of contacts) {
      const contact = contactRow.parse(row)
      const id = carryContact(from, to, contact)
      if (id !== null) idThere.set(contact.id, id)
    }
    carrySent(from, to, idThere)
    carryReceived(from, to, idThere)
    carryReplies(from, to, idThere)
    carryNumbers(from, to)
  })()
  return true
}

/** A number that has left since the backup is given to no other session. */
function carryNumbers(from: Database.Database, to: Database.Database): void {
  const clients = to.prepare('SELECT id FROM clients ORDER BY code_key').pluck()
  const numbers = from.prepare('SELECT client_id, number, session_id FROM shared_numbers WHERE client_id = ?')
  const keep = to.prepare(
    'INSERT OR IGNORE INTO shared_numbers (client_id, number, session_id) VALUES (:client_id, :number, :session_id)',
  )
  for (const id of clients.all()) for (const row of numbers.all(id)) keep.run(numberRow.parse(row))
}

/** Returns the contact's id in the restored database; null if they are not there and hold nothing. */
function carryContact(
  from: Database.Database,
  to: Database.Database,
  contact: z.output<typeof contactRow>,
): string | null {
  const withdrawn = z
    .array(z.string())
    .parse(
      from
        .prepare('SELECT pseudonym FROM withdrawn_pseudonyms WHERE contact_id = ? ORDER BY pseudonym')
        .pluck()
        .all(contact.id),
    )
  const held = from
    .prepare('SELECT client_id, pseudonym FROM client_pseudonyms WHERE contact_id = ? ORDER BY client_id')
    .all(contact.id)
    .map((row) => heldRow.parse(row))
  const exchanged = from
    .prepare(
      `SELECT 1 FROM sent_bundles WHERE contact_id = :id
       UNION ALL SELECT 1 FROM received_withdrawals WHERE contact_id = :id`,
    )
    .get({ id: contact.id })
  const id = contactIn(to, contact, exchanged !== undefined || withdrawn.length + held.length > 0)
  if (id === null) return null
  to.prepare('UPDATE contacts SET last_number = max(last_number, ?) WHERE id = ?').run(
    contact.last_number,
    id,
  )
  const remember = to.prepare(
    'INSERT OR IGNORE INTO withdrawn_pseudonyms (contact_id, pseudonym) VALUES (?, ?)',
  )
  for (const pseudonym of withdrawn) {
    // A trigger withdraws what is deleted.
    to.prepare('DELETE FROM client_pseudonyms WHERE pseudonym = ? AND contact_id = ?').run(pseudonym, id)
    remember.run(id, pseudonym)
  }
  const isWithdrawn = to.prepare('SELECT 1 FROM withdrawn_pseudonyms WHERE contact_id = ? AND pseudonym = ?')
  const hasClient = to.prepare('SELECT 1 FROM clients WHERE id = ?')
  const keep = to.prepare(
    'INSERT OR IGNORE INTO client_pseudonyms (contact_id, client_id, pseudonym) VALUES (?, ?, ?)',
  )
  const isKept = to.prepare('SELECT 1 FROM client_pseudonyms WHERE pseudonym = ? AND contact_id = ?')
  for (const { client_id: clientId, pseudonym } of held) {
    if (isWithdrawn.get(id, pseudonym) !== undefined) continue
    if (hasClient.get(clientId) !== undefined) keep.run(id, clientId, pseudonym)
    if (isKept.get(pseudonym, id) === undefined) remember.run(id, pseudonym)
  }
  return id
}

/**
 * The contact's id in the restored database. Somebody who was added since is added there if they hold anything or have
 * withdrawn anybody, in the state in which they are; else the answer is null.
 */
function contactIn(
  to: Database.Database,
  contact: z.output<typeof contactRow>,
  holdsAnything: boolean,
): string | null {
  const known = z
    .string()
    .optional()
    .parse(
      to.prepare('SELECT id FROM contacts WHERE id = ?').pluck().get(contact.id) ??
        to.prepare('SELECT id FROM contacts WHERE signing = ?').pluck().get(contact.signing),
    )
  if (known !== undefined) {
    carryKeys(to, known, contact)
    return known
  }
  if (!holdsAnything) return null
  to.prepare(
    `INSERT INTO contacts (${contactColumns})
     VALUES (:id, :name, :state, :keys, :later_keys, :signing, :later_signing, :last_number, :added_at)`,
  ).run(contact)
  return contact.id
}

/**
 * Other keys that have come since the backup wait beside those of the backup, as when a card brings them: nothing is sent
 * to the person or opened until somebody compares their words or refuses them. In place of keys that nobody has compared,
 * they are there at once.
 */
function carryKeys(to: Database.Database, id: string, contact: z.output<typeof contactRow>): void {
  const [keys, signing] = [contact.later_keys ?? contact.keys, contact.later_signing ?? contact.signing]
  const newest = { id, keys, signing }
  to.prepare(
    `UPDATE contacts SET state = 'changed', later_keys = :keys, later_signing = :signing
     WHERE id = :id AND state <> 'new' AND keys <> :keys`,
  ).run(newest)
  to.prepare(
    `UPDATE contacts SET keys = :keys, signing = :signing WHERE id = :id AND state = 'new'
       AND NOT EXISTS (SELECT 1 FROM contacts other WHERE other.signing = :signing AND other.id <> :id)`,
  ).run(newest)
}

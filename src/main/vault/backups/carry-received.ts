import type Database from 'better-sqlite3'
import { z } from 'zod'

/**
 * Removes from a supervisor's restored database the clients whom supervisees have withdrawn since the backup, and lets it
 * remember them. Their supervisee's page names them until somebody has looked. `idThere` gives a contact's id in the
 * restored database.
 */
export function carryReceived(
  from: Database.Database,
  to: Database.Database,
  idThere: ReadonlyMap<string, string>,
): void {
  const withdrawn = from
    .prepare('SELECT pseudonym FROM received_withdrawals WHERE contact_id = ? ORDER BY pseudonym')
    .pluck()
  const remember = to.prepare(
    'INSERT OR IGNORE INTO received_withdrawals (contact_id, pseudonym) VALUES (?, ?)',
  )
  const remove = to.prepare('DELETE FROM received_clients WHERE contact_id = ? AND pseudonym = ?')
  const say = to.prepare(
    `UPDATE supervisees SET withdrawn = json_insert(withdrawn, '$[#]', ?) WHERE contact_id = ?`,
  )
  for (const [contactId, id] of idThere)
    for (const name of z.array(z.string()).parse(withdrawn.all(contactId))) {
      remember.run(id, name)
      if (remove.run(id, name).changes > 0) say.run(name, id)
    }
}

const replyRow = z.strictObject({
  contact_id: z.string(),
  reply_id: z.string(),
  number: z.int(),
  made_at: z.string(),
  received_at: z.string(),
})

/**
 * Lets a therapist's restored database know which replies have come since the backup, so that an older one is not taken
 * for new. The newest can be opened again and brings its comments back.
 */
export function carryReplies(
  from: Database.Database,
  to: Database.Database,
  idThere: ReadonlyMap<string, string>,
): void {
  const came = from.prepare(
    'SELECT contact_id, reply_id, number, made_at, received_at FROM received_replies WHERE contact_id = ? ORDER BY number',
  )
  const remember = to.prepare(
    `INSERT OR IGNORE INTO received_replies (contact_id, reply_id, number, made_at, received_at)
     VALUES (:contact_id, :reply_id, :number, :made_at, :received_at)`,
  )
  for (const [contactId, id] of idThere)
    for (const row of came.all(contactId)) remember.run({ ...replyRow.parse(row), contact_id: id })
}

import type Database from 'better-sqlite3'
import { z } from 'zod'
import { consentSchema, type Consent } from '#shared/sharing/consent.ts'
import { rowOf } from '../stored-row.ts'

const columns = 'id, client_id, contact_id, contact_name, given_on, manner, said, withdrawn_on, recorded_at'
const rowSchema = rowOf(consentSchema)
const givenSchema = rowOf(z.strictObject({ clientId: z.string(), contactId: z.string().nullable() }))

/** What clients have said to being discussed in supervision. Deleted together with the client, or with the contact. */
export function createConsentRepository(db: Database.Database) {
  const select = {
    one: db.prepare(`SELECT ${columns} FROM sharing_consents WHERE id = ?`),
    ofClient: db.prepare(`SELECT ${columns} FROM sharing_consents WHERE client_id = ? ORDER BY given_on, id`),
    given: db.prepare(
      'SELECT client_id, contact_id FROM sharing_consents WHERE withdrawn_on IS NULL ORDER BY client_id, contact_id',
    ),
  }
  return {
    get: (id: string): Consent | null => rowSchema.optional().parse(select.one.get(id)) ?? null,
    /** Every consent of a client, oldest first. */
    ofClient: (clientId: string): Consent[] =>
      select.ofClient.all(clientId).map((row) => rowSchema.parse(row)),
    /** Every consent that was not withdrawn: of whom, and for which contact. */
    given: () => select.given.all().map((row) => givenSchema.parse(row)),
    insert: (consent: Consent): void => {
      db.prepare(
        `INSERT INTO sharing_consents (${columns}) VALUES (:id, :clientId, :contactId, :contactName, :givenOn, :manner,
           :said, :withdrawnOn, :recordedAt)`,
      ).run(consent)
    },
    withdraw: (id: string, withdrawnOn: string): void => {
      db.prepare('UPDATE sharing_consents SET withdrawn_on = ? WHERE id = ?').run(withdrawnOn, id)
    },
  }
}

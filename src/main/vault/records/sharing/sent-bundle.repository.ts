import type Database from 'better-sqlite3'
import { z } from 'zod'
import { holdingSchema, type Holding } from '#shared/sharing/consent.ts'
import { clientShareSchema, type ClientShare } from '#shared/sharing/share-choice.ts'
import {
  sentBundleSchema,
  sentClientSchema,
  sentShareSchema,
  type ListedSent,
  type SentBundle,
  type SentShare,
} from '#shared/sharing/shared-client.ts'
import { flagColumn, jsonColumn, rowOf } from '../stored-row.ts'

const columns = 'id, contact_id, contact_name, sent_at, is_with_wellbeing, client_count, removals'
const sentRow = rowOf(sentBundleSchema.extend({ isWithWellbeing: flagColumn }))
const clientRow = rowOf(sentClientSchema.extend({ choice: jsonColumn(clientShareSchema) }))
const shareRow = rowOf(sentShareSchema.extend({ choice: jsonColumn(clientShareSchema) }))
const holdingRow = rowOf(holdingSchema)

/** How many sent bundles are listed. */
const mostListed = 100

/** Which bundles were saved for whom. What was chosen of a client is deleted together with the client. */
export function createSentBundleRepository(db: Database.Database) {
  const select = {
    newest: db.prepare(`SELECT ${columns} FROM sent_bundles ORDER BY sent_at DESC, id DESC LIMIT ?`),
    clients: db.prepare(
      `SELECT c.code, s.pseudonym, s.choice FROM sent_clients s JOIN clients c ON c.id = s.client_id
       WHERE s.bundle_id = ? ORDER BY s.client_id`,
    ),
    last: db.prepare('SELECT max(sent_at) FROM sent_bundles WHERE contact_id = ?').pluck(),
    notAsked: db
      .prepare(
        `SELECT w.pseudonym FROM withdrawn_pseudonyms w WHERE w.contact_id = ?
           AND NOT EXISTS (SELECT 1 FROM asked_removals a WHERE a.pseudonym = w.pseudonym) ORDER BY w.pseudonym`,
      )
      .pluck(),
    ofClient: db.prepare(
      `SELECT b.contact_name, b.sent_at, s.choice FROM sent_clients s JOIN sent_bundles b ON b.id = s.bundle_id
       WHERE s.client_id = ?`,
    ),
    holdings: db.prepare(
      `SELECT b.contact_id, k.name AS contact_name, b.sent_at, CASE
         WHEN EXISTS (SELECT 1 FROM asked_removals a WHERE a.pseudonym = s.pseudonym) THEN 'asked'
         WHEN EXISTS (SELECT 1 FROM withdrawn_pseudonyms w WHERE w.contact_id = b.contact_id
           AND w.pseudonym = s.pseudonym) THEN 'to-ask'
         ELSE 'shared' END AS state
       FROM sent_clients s JOIN sent_bundles b ON b.id = s.bundle_id JOIN contacts k ON k.id = b.contact_id
       WHERE s.client_id = ?`,
    ),
  }
  return {
    /** The newest bundles, newest first, each with its clients. */
    newest: (): ListedSent[] =>
      select.newest.all(mostListed).map((row) => {
        const sent = sentRow.parse(row)
        return { ...sent, clients: select.clients.all(sent.id).map((each) => clientRow.parse(each)) }
      }),
    lastSentAt: (contactId: string): string | null => z.string().nullable().parse(select.last.get(contactId)),
    /** Pseudonyms of withdrawn clients that no bundle has asked this contact to remove. */
    notAsked: (contactId: string): string[] => z.array(z.string()).parse(select.notAsked.all(contactId)),
    /** What was put of a client into bundles, oldest first. */
    ofClient: (clientId: string): SentShare[] =>
      select.ofClient
        .all(clientId)
        .map((row) => shareRow.parse(row))
        .toSorted((one, other) => one.sentAt.localeCompare(other.sentAt)),
    /** The contacts who were sent something about a client, each with the newest time. */
    holdingsOf: (clientId: string): Holding[] => {
      const byContact = new Map<string, Holding>()
      for (const row of select.holdings.all(clientId)) {
        const holding = holdingRow.parse(row)
        const known = byContact.get(holding.contactId)
        if (known === undefined || known.sentAt < holding.sentAt) byContact.set(holding.contactId, holding)
      }
      return [...byContact.values()].toSorted((one, other) => one.sentAt.localeCompare(other.sentAt))
    },
    /** For a bundle whose file could not be written. */
    remove: (id: string): void => {
      db.prepare('DELETE FROM sent_bundles WHERE id = ?').run(id)
    },
    insert: (
      sent: SentBundle,
      clients: readonly { readonly pseudonym: string; readonly choice: ClientShare }[],
      withdrawn: readonly string[],
    ): void => {
      db.prepare(
        `INSERT INTO sent_bundles (${columns}) VALUES (:id, :contactId, :contactName, :sentAt, :isWithWellbeing,
           :clientCount, :removals)`,
      ).run({ ...sent, isWithWellbeing: Number(sent.isWithWellbeing) })
      const client = db.prepare(
        'INSERT INTO sent_clients (bundle_id, client_id, pseudonym, choice) VALUES (?, ?, ?, ?)',
      )
      for (const { pseudonym, choice } of clients)
        client.run(sent.id, choice.clientId, pseudonym, JSON.stringify(choice))
      const removal = db.prepare(
        'INSERT INTO asked_removals (pseudonym, bundle_id) VALUES (?, ?) ON CONFLICT (pseudonym) DO NOTHING',
      )
      for (const pseudonym of withdrawn) removal.run(pseudonym, sent.id)
    },
  }
}

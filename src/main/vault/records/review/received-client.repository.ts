import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { bundledClientSchema, type BundledClient } from '#shared/bundles/bundled-client.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { receivedChangeSchema, type ReceivedChange } from '#shared/review/changes.ts'
import { findOpenWork, openWorkSchema, workVersion } from '#shared/review/open-work.ts'
import {
  receivedClientSchema,
  receivedSummarySchema,
  type ReceivedClient,
  type ReceivedSummary,
} from '#shared/review/received-client.ts'
import { changeUncounted } from '../../database/change.ts'
import { jsonColumn, rowOf } from '../stored-row.ts'

const columns = 'id, contact_id, pseudonym, bundle_number, question, sessions, last_session, work, changes'

const json = {
  work: jsonColumn(z.array(openWorkSchema)),
  changes: jsonColumn(z.array(receivedChangeSchema)),
}
const summaryRow = rowOf(receivedSummarySchema.extend(json))
const clientRow = rowOf(
  receivedClientSchema.omit({ came: true }).extend({ ...json, content: jsonColumn(bundledClientSchema) }),
)
const cameRow = rowOf(receivedClientSchema.shape.came.element)
const contentRow = z.strictObject({ id: z.string(), content: jsonColumn(bundledClientSchema) })

/** The clients that supervisees have shared, each as the last bundle has them. */
export function createReceivedClientRepository(db: Database.Database) {
  const select = {
    summaries: db.prepare(`SELECT ${columns} FROM received_clients WHERE contact_id = ? ORDER BY pseudonym`),
    ofContact: db.prepare(
      `SELECT ${columns}, content FROM received_clients WHERE contact_id = ? ORDER BY pseudonym`,
    ),
    one: db.prepare(`SELECT ${columns}, content FROM received_clients WHERE id = ?`),
    came: db.prepare('SELECT number, came_at FROM received_sessions WHERE client_id = ? ORDER BY number'),
    withdrawn: db
      .prepare('SELECT pseudonym FROM received_withdrawals WHERE contact_id = ? ORDER BY pseudonym')
      .pluck(),
    outdated: db.prepare('SELECT id, content FROM received_clients WHERE work_version < ? LIMIT 20'),
  }
  const withCame = (row: unknown): ReceivedClient => {
    const client = clientRow.parse(row)
    return { ...client, came: select.came.all(client.id).map((each) => cameRow.parse(each)) }
  }
  const setWork = db.prepare('UPDATE received_clients SET work = ?, work_version = ? WHERE id = ?')
  return {
    /** In the order of their names, which are random. */
    summaries: (contactId: string): ReceivedSummary[] =>
      select.summaries.all(contactId).map((row) => summaryRow.parse(row)),
    ofContact: (contactId: string): ReceivedClient[] => select.ofContact.all(contactId).map(withCame),
    get: (id: string): ReceivedClient | null => {
      const row = select.one.get(id)
      return row === undefined ? null : withCame(row)
    },
    /** Stores a client as a bundle has them. One who is there already keeps the id. */
    put: (client: {
      readonly contactId: string
      readonly content: BundledClient
      readonly bundleNumber: number
      readonly changes: readonly ReceivedChange[]
      readonly cameAt: string
    }): void => {
      const { contactId, content, bundleNumber, changes, cameAt } = client
      const { pseudonym, question, sessions } = content
      const id = z.string().parse(
        db
          .prepare(
            `INSERT INTO received_clients (id, contact_id, pseudonym, bundle_number, question, sessions, last_session,
                 work_version, work, changes, content)
               VALUES (:id, :contactId, :pseudonym, :bundleNumber, :question, :sessions, :lastSession,
                 :workVersion, :work, :changes, :content)
               ON CONFLICT (contact_id, pseudonym) DO UPDATE SET bundle_number = :bundleNumber, question = :question,
                 sessions = :sessions, last_session = :lastSession, work_version = :workVersion, work = :work,
                 changes = :changes, content = :content
               RETURNING id`,
          )
          .pluck()
          .get({
            id: randomUUID(),
            contactId,
            pseudonym,
            bundleNumber,
            question,
            sessions: sessions.length,
            lastSession: sessions.at(-1)?.number ?? null,
            workVersion,
            work: JSON.stringify(findOpenWork(content)),
            changes: JSON.stringify(changes),
            content: canonicalJson(content),
          }),
      )
      const shared = JSON.stringify(sessions.map(({ number }) => number))
      db.prepare(
        'DELETE FROM received_sessions WHERE client_id = ? AND number NOT IN (SELECT value FROM json_each(?))',
      ).run(id, shared)
      db.prepare(
        `INSERT INTO received_sessions (client_id, number, came_at) SELECT ?, value, ? FROM json_each(?) WHERE true
         ON CONFLICT (client_id, number) DO NOTHING`,
      ).run(id, cameAt, shared)
    },
    /** Notes that the user has looked at every change of a supervisee's clients. */
    forgetChanges: (contactId: string): void => {
      db.prepare(`UPDATE received_clients SET changes = '[]' WHERE contact_id = ?`).run(contactId)
    },
    /** Removes a client with every session and comment. */
    remove: (id: string): void => {
      db.prepare('DELETE FROM received_clients WHERE id = ?').run(id)
    },
    /** The names under which a supervisee has ever withdrawn a client. */
    withdrawn: (contactId: string): string[] => z.array(z.string()).parse(select.withdrawn.all(contactId)),
    /** Remembers such names, so that these clients stay away. */
    rememberWithdrawn: (contactId: string, names: readonly string[]): void => {
      const remember = db.prepare(
        'INSERT OR IGNORE INTO received_withdrawals (contact_id, pseudonym) VALUES (?, ?)',
      )
      for (const name of names) remember.run(contactId, name)
    },
    /** Works out again what an earlier Attune has found in some of the clients. Returns false if none are left. */
    renewNext: (): boolean => {
      if (db.readonly) return false
      const found = z.array(contentRow).parse(select.outdated.all(workVersion))
      if (found.length === 0) return false
      changeUncounted(db, () => {
        for (const { id, content } of found)
          setWork.run(JSON.stringify(findOpenWork(content)), workVersion, id)
      })
      return true
    },
  }
}

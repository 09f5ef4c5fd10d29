import type Database from 'better-sqlite3'
import { z } from 'zod'
import { tablesBelow } from '../../database/tables-below.ts'

/** A row as the database has it: each value by its column. */
type Row = Readonly<Record<string, unknown>>

interface RowsOfTable {
  readonly table: string
  readonly rows: readonly Row[]
}

/** Everything that belongs to a session and is not worked out from other rows. */
export type SessionRows = readonly RowsOfTable[]

/** Rows that come back with the session's own: they are worked out from it. */
const derived: ReadonlySet<string> = new Set(['note_entries'])
const rowSchema = z.record(z.string(), z.unknown())
const placeSchema = z.tuple([z.string(), z.int()])
const ofItsPrompts = `prompt_answer_id IN
  (SELECT id FROM prompt_answers WHERE client_id = :clientId AND session_number = :number)`

const forAgenda = `form IN ('agenda-question', 'supervision-agreement') AND subject IN`
/** The texts of forms that are not saved yet: about the session, its answers that ask for attention, and its agenda. */
const ofItsForms = [
  `form IN ('repair-closing', 'said-together', 'paper-entry') AND subject = :id`,
  `form IN ('risk-acknowledgement', 'risk-closing')
     AND subject IN (SELECT id FROM risk_answers WHERE session_id = :id)`,
  `${forAgenda} (SELECT id FROM agenda_items WHERE session_id = :id)`,
]
/** The same for what rests on the ratings of the session and its client. */
const ofItsPromptForms = [
  `${forAgenda} (SELECT id FROM agenda_items WHERE ${ofItsPrompts} AND session_id IS NULL)`,
  `form = 'prompt-dismissal' AND client_id = :clientId AND subject LIKE '% ' || CAST(:number AS INTEGER)`,
]

/** Reads every row of a session, with its draft, the prompts that were answered at it, and what these brought to supervision. */
export function readSessionRows(db: Database.Database, id: string): SessionRows {
  const [clientId, number] = placeOf(db, id)
  const read = (table: string, condition: string, ...given: unknown[]): RowsOfTable => ({
    table,
    rows: db
      .prepare(`SELECT * FROM ${table} WHERE ${condition}`)
      .all(...given)
      .map((row) => rowSchema.parse(row)),
  })
  return [
    ...tablesBelow(db, 'sessions')
      .filter(({ name }) => !derived.has(name))
      .map(({ name, condition }) => read(name, condition, id)),
    read('drafts', 'session_id = ?', id),
    ...[...ofItsForms, ...ofItsPromptForms].map((which) =>
      read('form_drafts', which, { id, clientId, number }),
    ),
    read('prompt_answers', 'client_id = :clientId AND session_number = :number', { clientId, number }),
    read('agenda_items', `${ofItsPrompts} AND session_id IS NULL`, { clientId, number }),
  ]
}

/**
 * Deletes a session with everything that `readSessionRows` reads and with its scores. Call it in a transaction. Serves
 * databases of earlier schemas, too.
 */
export function deleteSessionRows(db: Database.Database, id: string): void {
  const [clientId, number] = placeOf(db, id)
  // Which texts they are is read from the rows that go next.
  if (isThere(db, 'form_drafts'))
    for (const which of [...ofItsForms, ...ofItsPromptForms])
      if (!which.includes('agenda_items') || isThere(db, 'agenda_items'))
        db.prepare(`DELETE FROM form_drafts WHERE ${which}`).run({ id, clientId, number })
  for (const [table, column] of [
    ['session_scores', 'number'],
    ['prompt_answers', 'session_number'],
  ] as const)
    if (isThere(db, table))
      db.prepare(`DELETE FROM ${table} WHERE client_id = ? AND ${column} = ?`).run(clientId, number)
  db.prepare('DELETE FROM drafts WHERE session_id = ?').run(id)
  db.prepare('DELETE FROM sessions WHERE id = ?').run(id)
}

/** Writes the rows of a session back, under another number if it gets one. Call it in a transaction. */
export function writeSessionRows(db: Database.Database, kept: SessionRows, number: number): void {
  // Rows can then come in any order.
  db.pragma('defer_foreign_keys = ON')
  for (const { table, rows } of kept)
    for (const row of rows) {
      const columns = Object.keys(row)
      const places = columns.map((column) => `:${column}`)
      db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`).run(
        numbered(table, row, number),
      )
    }
}

/** The row under a session's new number. A draft keeps the number that the therapist typed, if it is another one. */
function numbered(table: string, row: Row, number: number): Row {
  if (table === 'sessions') return { ...row, number }
  if (table === 'form_drafts' && row['form'] === 'prompt-dismissal')
    return { ...row, subject: String(row['subject']).replace(/\d+$/, String(number)) }
  return table === 'prompt_answers' ? { ...row, session_number: number } : row
}

/**
 * Gives a session to another client under a number that is free there, with its answers that asked for attention, the
 * forms declined in it, its draft, its earlier versions and what it brought to supervision. Deletes what rests on the ratings of both: the prompts
 * that were answered at it, and its place as a baseline. Call it in a transaction.
 */
export function moveSessionRows(
  db: Database.Database,
  id: string,
  to: { readonly clientId: string; readonly number: number; readonly savedAt: string },
): void {
  const [clientId, number] = placeOf(db, id)
  for (const which of ofItsPromptForms)
    db.prepare(`DELETE FROM form_drafts WHERE ${which}`).run({ clientId, number })
  db.prepare('DELETE FROM prompt_answers WHERE client_id = ? AND session_number = ?').run(clientId, number)
  db.prepare('DELETE FROM outcome_baselines WHERE session_id = ?').run(id)
  const { revision } = revisionSchema.parse(
    db
      .prepare(
        `UPDATE sessions SET client_id = :clientId, number = :number, saved_at = :savedAt, revision = revision + 1
         WHERE id = :id RETURNING revision`,
      )
      .get({ ...to, id }),
  )
  // A drop is one in the ratings of its own client; a note is the session's own.
  db.prepare('DELETE FROM repair_closings WHERE session_id = ? AND is_of_note = 0').run(id)
  db.prepare('UPDATE repair_closings SET is_of_fall = 0 WHERE session_id = ?').run(id)
  for (const table of ['risk_answers', 'agenda_items', 'repair_closings', 'said_together', 'declined_forms'])
    db.prepare(`UPDATE ${table} SET client_id = ? WHERE session_id = ?`).run(to.clientId, id)
  for (const which of ofItsForms)
    db.prepare(`UPDATE form_drafts SET client_id = :clientId WHERE ${which}`).run({
      clientId: to.clientId,
      id,
    })
  db.prepare(
    `UPDATE session_versions SET content = json_set(content, '$.session.clientId', ?) WHERE session_id = ?`,
  ).run(to.clientId, id)
  // A draft goes on from the moved session, unless it was behind it already.
  db.prepare(
    `UPDATE drafts SET client_id = :clientId,
       log = json_set(log, '$.session.clientId', :clientId, '$.session.number', :number),
       base_revision = CASE base_revision WHEN :revision - 1 THEN :revision ELSE base_revision END
     WHERE session_id = :id`,
  ).run({ clientId: to.clientId, number: to.number, revision, id })
}

const revisionSchema = z.strictObject({ revision: z.int() })

function placeOf(db: Database.Database, id: string): [clientId: string, number: number] {
  return placeSchema.parse(db.prepare('SELECT client_id, number FROM sessions WHERE id = ?').raw().get(id))
}

function isThere(db: Database.Database, table: string): boolean {
  return z.array(z.unknown()).parse(db.pragma(`table_list(${table})`)).length > 0
}

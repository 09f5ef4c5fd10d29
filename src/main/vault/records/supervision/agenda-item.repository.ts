import type Database from 'better-sqlite3'
import { z } from 'zod'
import { keptPromptSchema } from '#shared/prompts/prompt-answer.ts'
import {
  agendaItemSchema,
  agendaReasonSchema,
  listedItemSchema,
  type AgendaItem,
  type AgendaState,
  type ListedItem,
} from '#shared/supervision/agenda.ts'
import { jsonColumn, rowOf } from '../stored-row.ts'

const names = [
  'id',
  'client_id',
  'session_id',
  'prompt_answer_id',
  'meeting_id',
  'kind',
  'line',
  'reason',
  'question',
  'state',
  'put_off_count',
  'put_off_since',
  'created_at',
]
const columns = names.join(', ')
const ofItem = names.map((name) => `i.${name}`).join(', ')

export const agendaItemQueries = {
  agendaItemById: `SELECT ${columns} FROM agenda_items WHERE id = ?`,
  agendaItemsOfClient: `SELECT ${columns} FROM agenda_items WHERE client_id = ? ORDER BY created_at, id`,
  agendaItemsInState: `SELECT ${ofItem}, c.code AS client_code, s.number AS session_number, p.prompt
    FROM agenda_items i
    LEFT JOIN clients c ON c.id = i.client_id
    LEFT JOIN sessions s ON s.id = i.session_id
    LEFT JOIN prompt_answers p ON p.id = i.prompt_answer_id
    WHERE i.state = ? ORDER BY i.created_at, i.id`,
  openAgendaQuestions: `SELECT question FROM agenda_items WHERE state = 'open' ORDER BY created_at, id`,
} as const

const stored = { reason: jsonColumn(agendaReasonSchema).nullable() }
const rowSchema = rowOf(agendaItemSchema.extend(stored))
const listedSchema = rowOf(
  listedItemSchema.extend({ ...stored, prompt: jsonColumn(keptPromptSchema).nullable() }),
)

/** Items of the agenda as rows. An item about a client is deleted together with the client. */
export function createAgendaItemRepository(db: Database.Database) {
  const select = {
    byId: db.prepare(agendaItemQueries.agendaItemById),
    ofClient: db.prepare(agendaItemQueries.agendaItemsOfClient),
    inState: db.prepare(agendaItemQueries.agendaItemsInState),
    questions: db.prepare(agendaItemQueries.openAgendaQuestions).pluck(),
  }
  return {
    get: (id: string): AgendaItem | null => rowSchema.optional().parse(select.byId.get(id)) ?? null,
    /** Every item about a client, in any state, oldest first. */
    ofClient: (clientId: string): AgendaItem[] =>
      select.ofClient.all(clientId).map((row) => rowSchema.parse(row)),
    /** The items in a state with what names them, oldest first. */
    inState: (state: AgendaState): ListedItem[] =>
      select.inState.all(state).map((row) => listedSchema.parse(row)),
    /** The question of each open item; empty where there is none. */
    openQuestions: (): string[] => z.array(z.string()).parse(select.questions.all()),
    insert: (item: AgendaItem): void => {
      db.prepare(
        `INSERT INTO agenda_items (${columns}) VALUES (:id, :clientId, :sessionId, :promptAnswerId, :meetingId, :kind,
           :line, :reason, :question, :state, :putOffCount, :putOffSince, :createdAt)`,
      ).run({ ...item, reason: item.reason === null ? null : JSON.stringify(item.reason) })
    },
    update: ({ id, meetingId, question, state, putOffCount, putOffSince }: AgendaItem): void => {
      db.prepare(
        `UPDATE agenda_items SET meeting_id = :meetingId, question = :question, state = :state,
           put_off_count = :putOffCount, put_off_since = :putOffSince WHERE id = :id`,
      ).run({ id, meetingId, question, state, putOffCount, putOffSince })
    },
  }
}

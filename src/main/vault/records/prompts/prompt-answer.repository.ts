import type Database from 'better-sqlite3'
import {
  keptPromptSchema,
  promptAnswerSchema,
  type PastAnswer,
  type PromptAnswer,
} from '#shared/prompts/prompt-answer.ts'
import { jsonColumn, rowOf } from '../stored-row.ts'

const columns =
  'id, client_id, rule_id, rule_version, session_number, answer, reason, note, prompt, answered_at, discussed_at'

export const promptAnswerQueries = {
  promptAnswerById: `SELECT ${columns} FROM prompt_answers WHERE id = ?`,
  promptAnswersOfClient: `SELECT ${columns} FROM prompt_answers WHERE client_id IS ?
    ORDER BY answered_at DESC, id DESC LIMIT 500`,
  everyPromptAnswerOfClient: `SELECT ${columns} FROM prompt_answers WHERE client_id = ?
    ORDER BY answered_at, id`,
  newestPromptAnswer: `SELECT id FROM prompt_answers WHERE client_id IS ?
    ORDER BY answered_at DESC, id DESC LIMIT 1`,
  pastPromptAnswers: `SELECT rule_id, session_number, answer, reason
    FROM prompt_answers WHERE client_id IS ? ORDER BY answered_at, id`,
} as const

const rowSchema = rowOf(promptAnswerSchema.extend({ prompt: jsonColumn(keptPromptSchema) }))

const pastSchema = rowOf(
  promptAnswerSchema.pick({ ruleId: true, sessionNumber: true, answer: true, reason: true }),
)

/** Answers to prompts as rows. Deleted together with their client. */
export function createPromptAnswerRepository(db: Database.Database) {
  const select = {
    byId: db.prepare(promptAnswerQueries.promptAnswerById),
    ofClient: db.prepare(promptAnswerQueries.promptAnswersOfClient),
    everyOfClient: db.prepare(promptAnswerQueries.everyPromptAnswerOfClient),
    newest: db.prepare(promptAnswerQueries.newestPromptAnswer).pluck(),
    past: db.prepare(promptAnswerQueries.pastPromptAnswers),
  }
  return {
    get: (id: string): PromptAnswer | null => rowSchema.optional().parse(select.byId.get(id)) ?? null,
    /** The newest 500, newest first; null means the therapist's own checks. */
    ofClient: (clientId: string | null): PromptAnswer[] =>
      select.ofClient.all(clientId).map((row) => rowSchema.parse(row)),
    /** Every answer about a client, oldest first. */
    everyOfClient: (clientId: string): PromptAnswer[] =>
      select.everyOfClient.all(clientId).map((row) => rowSchema.parse(row)),
    /** The data that decides when a rule shows a prompt again, without the prompts themselves. */
    past: (clientId: string | null): PastAnswer[] =>
      select.past.all(clientId).map((row) => pastSchema.parse(row)),
    isNewest: ({ id, clientId }: PromptAnswer): boolean => select.newest.get(clientId) === id,
    insert: (answer: PromptAnswer): void => {
      db.prepare(
        `INSERT INTO prompt_answers (${columns})
         VALUES (:id, :clientId, :ruleId, :ruleVersion, :sessionNumber, :answer, :reason, :note, :prompt,
           :answeredAt, :discussedAt)`,
      ).run({ ...answer, prompt: JSON.stringify(answer.prompt) })
    },
    remove: (id: string): void => {
      db.prepare('DELETE FROM prompt_answers WHERE id = ?').run(id)
    },
    setDiscussed: (id: string, at: string | null): void => {
      db.prepare('UPDATE prompt_answers SET discussed_at = ? WHERE id = ?').run(at, id)
    },
  }
}

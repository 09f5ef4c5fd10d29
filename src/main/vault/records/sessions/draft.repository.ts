import type Database from 'better-sqlite3'
import { z } from 'zod'
import { handOverAnswersSchema, type HandOverAnswers } from '#shared/contract/operations/hand-over.ts'
import { draftLogSchema, storedDraftSchema, type StoredDraft } from '#shared/records/draft.ts'
import { jsonColumn, rowOf } from '../stored-row.ts'

const rowSchema = rowOf(storedDraftSchema.extend({ log: jsonColumn(draftLogSchema) }))

const versionsSchema = z.record(z.string(), z.int().min(1))

/** The version of each form that the client is answering, by the form's id. */
export type HandedOverVersions = Readonly<z.output<typeof versionsSchema>>

const handOverRowSchema = rowOf(
  handOverAnswersSchema.extend({
    sessionId: z.string(),
    answers: jsonColumn(handOverAnswersSchema.shape.answers),
    ownRatings: jsonColumn(handOverAnswersSchema.shape.ownRatings),
    declined: jsonColumn(handOverAnswersSchema.shape.declined),
    versions: jsonColumn(versionsSchema),
  }),
)

const counted = z.int()

const columns = 'session_id, client_id, base_revision, log, typed_date, updated_at'

/** Unfinished input, stored so that nothing is lost if the app ends midway. */
export function createDraftRepository(db: Database.Database) {
  const countOfClient = db
    .prepare(
      `SELECT (SELECT count(*) FROM drafts WHERE client_id = :clientId)
         + (SELECT count(*) FROM sessions JOIN hand_over_drafts ON session_id = id WHERE client_id = :clientId)`,
    )
    .pluck()
  return {
    list: (): StoredDraft[] =>
      db
        .prepare(`SELECT ${columns} FROM drafts`)
        .all()
        .map((row) => rowSchema.parse(row))
        .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
    get: (sessionId: string): StoredDraft | null => {
      const row = db.prepare(`SELECT ${columns} FROM drafts WHERE session_id = ?`).get(sessionId)
      return rowSchema.optional().parse(row) ?? null
    },
    /** How many sessions of a client have unsaved input, of the therapist's or of the client's. */
    countOfClient: (clientId: string): number => counted.parse(countOfClient.get({ clientId })),
    put: (draft: StoredDraft): void => {
      db.prepare(
        `INSERT INTO drafts (${columns}) VALUES (:sessionId, :clientId, :baseRevision, :log, :typedDate, :updatedAt)
         ON CONFLICT (session_id) DO UPDATE SET
           base_revision = :baseRevision, log = :log, typed_date = :typedDate, updated_at = :updatedAt`,
      ).run({ ...draft, log: JSON.stringify(draft.log), typedDate: draft.typedDate ?? null })
    },
    /** Moves a draft from one revision to the next, because the part that changed is not in the draft. */
    carryTo: (sessionId: string, from: number, to: number): void => {
      db.prepare('UPDATE drafts SET base_revision = ? WHERE session_id = ? AND base_revision = ?').run(
        to,
        sessionId,
        from,
      )
    },
    discard: (sessionId: string): void => {
      db.prepare('DELETE FROM drafts WHERE session_id = ?').run(sessionId)
    },
    /** Answers of forms that were handed over and not finished. */
    listHandOvers: (): { sessionId: string; answers: HandOverAnswers; versions: HandedOverVersions }[] =>
      db
        .prepare('SELECT session_id, answers, comment, versions, own_ratings, declined FROM hand_over_drafts')
        .all()
        .map((row) => {
          const { sessionId, versions, ...answers } = handOverRowSchema.parse(row)
          return { sessionId, answers, versions }
        }),
    putHandOver: (
      sessionId: string,
      {
        answers,
        versions,
        ownRatings,
        declined,
        ...plain
      }: HandOverAnswers & { versions: HandedOverVersions; updatedAt: string },
    ): void => {
      db.prepare(
        `INSERT INTO hand_over_drafts (session_id, answers, versions, comment, own_ratings, declined, updated_at)
         VALUES (:sessionId, :answers, :versions, :comment, :ownRatings, :declined, :updatedAt)
         ON CONFLICT (session_id) DO UPDATE SET
           answers = :answers, versions = :versions, comment = :comment, own_ratings = :ownRatings,
           declined = :declined, updated_at = :updatedAt`,
      ).run({
        ...plain,
        sessionId,
        answers: JSON.stringify(answers),
        versions: JSON.stringify(versions),
        ownRatings: JSON.stringify(ownRatings),
        declined: JSON.stringify(declined),
      })
    },
    discardHandOver: (sessionId: string): void => {
      db.prepare('DELETE FROM hand_over_drafts WHERE session_id = ?').run(sessionId)
    },
  }
}

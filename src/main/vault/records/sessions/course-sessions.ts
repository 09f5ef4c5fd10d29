import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { ruptureNoteSchema } from '#shared/records/rupture-note.ts'
import { sessionEventSchema, sessionSchema } from '#shared/records/session.ts'
import { responseSchema, type Response } from '#shared/records/session-log.ts'
import { flagColumn, jsonColumn, rowOf } from '../stored-row.ts'
import { sessionQueries } from './session-queries.ts'
import { isAnyRated } from './visible-session.ts'

const { answers, words } = responseSchema.shape
const sessionId = z.string()

const courseRow = rowOf(
  sessionSchema
    .pick({ id: true, number: true, status: true, date: true, modality: true, closedAt: true })
    .extend({ hasNotes: flagColumn, ruptureNote: jsonColumn(ruptureNoteSchema).nullable() }),
)
const eventRow = rowOf(z.strictObject({ sessionId, kind: sessionEventSchema.shape.kind }))
const wordsRow = rowOf(
  responseSchema
    .pick({ rater: true, occasion: true, instrumentId: true, instrumentVersion: true })
    .extend({ sessionId, words: jsonColumn(words) }),
)
const givenAnswers = z.strictObject({ sessionId, answers: jsonColumn(answers) })
const answersRow = rowOf(givenAnswers)
const placedAnswersRow = rowOf(givenAnswers.extend({ position: z.int() }))

/**
 * Reads of a client's sessions what the course needs besides their scores. Reads no notes, and of the answers only those
 * that are asked for, so a long therapy takes a few milliseconds.
 */
export function createCourseSessions(db: Database.Database) {
  const statements = {
    sessions: db.prepare(sessionQueries.courseOfClient),
    events: db.prepare(sessionQueries.eventKindsOfClient),
    words: db.prepare(sessionQueries.wordsOfClient),
    unguessedEmotions: db.prepare(sessionQueries.unguessedEmotions),
    clientAnswers: db.prepare(sessionQueries.clientAnswers),
  }
  return {
    /** The sessions in order of their numbers, with the kinds of their events and the therapist's forms with words for feelings. */
    ofClient: (clientId: string) => {
      const events = Map.groupBy(
        statements.events.all(clientId).map((row) => eventRow.parse(row)),
        (row) => row.sessionId,
      )
      const felt = Map.groupBy(
        statements.words.all(clientId).map((row) => wordsRow.parse(row)),
        (row) => row.sessionId,
      )
      const hidden = new Set(
        statements.unguessedEmotions
          .all({ clientId, form: ownInstruments.emotionsClient })
          .map((row) => answersRow.parse(row))
          .flatMap((row) => (isAnyRated(row) ? [row.sessionId] : [])),
      )
      return statements.sessions.all(clientId).map((row) => {
        const session = courseRow.parse(row)
        return {
          ...session,
          events: (events.get(session.id) ?? []).map(({ kind }) => kind),
          felt: felt.get(session.id) ?? [],
          hasHiddenEmotions: hidden.has(session.id),
        }
      })
    },
    /** The client's answers to a form in some sessions, by session; of a form given twice, those given first. */
    clientAnswers: (sessionIds: readonly string[], form: string): Map<string, Response['answers']> =>
      new Map(
        statements.clientAnswers
          .all({ sessions: JSON.stringify(sessionIds), form })
          .map((row) => placedAnswersRow.parse(row))
          .toSorted((one, other) => other.position - one.position)
          .map((row) => [row.sessionId, row.answers]),
      ),
  }
}

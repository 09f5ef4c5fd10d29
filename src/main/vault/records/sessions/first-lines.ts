import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { sessionIdSchema, type SessionId } from '#shared/records/ids.ts'
import { longestFirstLine, type FirstLines } from '#shared/records/first-lines.ts'
import { rowOf } from '../stored-row.ts'
import { sessionQueries } from './session-queries.ts'

const lineRow = rowOf(z.strictObject({ sessionId: sessionIdSchema, text: z.string() }))

/** More than the line that is shown, because it may begin with empty lines. */
const charactersRead = 4 * longestFirstLine

/**
 * Reads the first line of the note, the event and the client's comment of each session of a client, where there is one.
 *
 * Reads no answers, so a long therapy takes a few milliseconds. Leaves out a comment that belongs to emotions which the
 * therapist may not see yet.
 */
export function createFirstLines(db: Database.Database) {
  const statements = {
    note: db.prepare(sessionQueries.firstNotes),
    event: db.prepare(sessionQueries.firstEvents),
    comment: db.prepare(sessionQueries.firstComments),
  }
  const texts = (
    statement: Database.Statement,
    parameters: Record<string, unknown>,
  ): Map<SessionId, string> => {
    const first = new Map<SessionId, string>()
    for (const row of statement.all(parameters)) {
      const { sessionId, text } = lineRow.parse(row)
      const line = firstLineOf(text)
      if (line !== '' && !first.has(sessionId)) first.set(sessionId, line)
    }
    return first
  }
  return (clientId: string): FirstLines[] => {
    const parameters = { clientId, most: charactersRead }
    const notes = texts(statements.note, parameters)
    const events = texts(statements.event, parameters)
    const comments = texts(statements.comment, { ...parameters, hiddenForm: ownInstruments.emotionsClient })
    const ids = new Set([...notes.keys(), ...events.keys(), ...comments.keys()])
    return [...ids].map((sessionId) => ({
      sessionId,
      note: notes.get(sessionId) ?? null,
      event: events.get(sessionId) ?? null,
      comment: comments.get(sessionId) ?? null,
    }))
  }
}

function firstLineOf(text: string): string {
  const line = text.trimStart().split('\n')[0]?.trimEnd() ?? ''
  // A cut between the two halves of a character would leave a text that can't leave the process.
  return line.length <= longestFirstLine
    ? line
    : `${line.slice(0, longestFirstLine).trimEnd()}…`.toWellFormed()
}

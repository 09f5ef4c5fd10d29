import type Database from 'better-sqlite3'
import { z } from 'zod'
import { calendarDateSchema } from '#shared/records/calendar.ts'
import { clientIdSchema, sessionIdSchema } from '#shared/records/ids.ts'
import { excerptAround } from '#shared/search/excerpt.ts'
import { mostNoteMatches, type NoteMatch, type Passage } from '#shared/search/note-match.ts'
import { matchEnd, matchStart, rangesOf, textSeparator } from '../full-text/marked-text.ts'
import { matchExpression, searchedWords } from '../full-text/match-expression.ts'
import { rowOf } from '../stored-row.ts'
import { noteParts } from './note-index.ts'

const found = `FROM note_index AS i JOIN note_entries AS e ON e.row = i.rowid WHERE note_index MATCH :match
  AND (:clientId IS NULL OR e.client_id = :clientId)`

const columns = noteParts
  .map(
    (part, column) => `highlight(note_index, ${column}, char(${matchStart}), char(${matchEnd})) AS ${part}`,
  )
  .join(', ')

export const noteSearchQueries = {
  noteCount: `SELECT count(*) ${found}`,
  noteRows: `SELECT e.row ${found} ORDER BY e.date DESC, e.number DESC LIMIT ${mostNoteMatches} OFFSET :offset`,
  noteTexts: `SELECT e.session_id, e.client_id, c.code, e.date, e.number, ${columns}
    FROM note_index AS i JOIN note_entries AS e ON e.row = i.rowid JOIN clients AS c ON c.id = e.client_id
    WHERE note_index MATCH :match AND i.rowid = :row`,
} as const

const text = z.string()
const textsRow = rowOf(
  z.strictObject({
    sessionId: sessionIdSchema,
    clientId: clientIdSchema,
    code: text,
    date: calendarDateSchema,
    number: z.int(),
    notes: text,
    rupture: text,
    tried: text,
    events: text,
    comments: text,
  }),
)

/** What is searched for: of one client, or of all with null. */
export interface NoteQuery {
  readonly query: string
  readonly clientId: string | null
  readonly offset: number
}

/** Searches what was written about the sessions, newest session first. Without a word it finds nothing. */
export function createNoteSearch(db: Database.Database) {
  const count = db.prepare(noteSearchQueries.noteCount).pluck()
  const rows = db.prepare(noteSearchQueries.noteRows).pluck()
  const texts = db.prepare(noteSearchQueries.noteTexts)
  return ({ query, clientId, offset }: NoteQuery): { total: number; matches: NoteMatch[] } => {
    const match = matchExpression(searchedWords(query))
    if (match === null) return { total: 0, matches: [] }
    return {
      total: z.int().parse(count.get({ match, clientId })),
      matches: rows.all({ match, clientId, offset }).map((row): NoteMatch => {
        const { notes, rupture, tried, events, comments, ...session } = textsRow.parse(
          texts.get({ match, row }),
        )
        return { ...session, passages: passagesIn({ notes, rupture, tried, events, comments }) }
      }),
    }
  }
}

/** The texts with a match, each cut to a piece around its first one. */
function passagesIn(marked: Readonly<Record<(typeof noteParts)[number], string>>): Passage[] {
  return noteParts.flatMap((part) =>
    marked[part].split(textSeparator).flatMap((each): Passage[] => {
      const { text, ranges } = rangesOf(each)
      if (ranges.length === 0) return []
      const excerpt = excerptAround(text, ranges)
      return [{ part, ...excerpt, ranges: [...excerpt.ranges] }]
    }),
  )
}

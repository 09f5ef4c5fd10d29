import type Database from 'better-sqlite3'
import { z } from 'zod'
import { logSession as words } from '#shared/i18n/en/log-session.ts'
import type { Client } from '#shared/records/client.ts'
import type { NotePart } from '#shared/search/note-match.ts'
import { changeUncounted } from '../../database/change.ts'
import { textForIndex, textSeparator } from '../full-text/marked-text.ts'
import type { createRepairClosingRepository } from '../sessions/repair-closing.repository.ts'
import type { FullSession, SessionRepository } from '../sessions/session.repository.ts'
import { visibleResponses } from '../sessions/visible-session.ts'

/** The columns of the index, in its order. */
export const noteParts = ['notes', 'rupture', 'tried', 'events', 'comments'] as const satisfies NotePart[]

/** Increases when the way of indexing changes, so that everything is indexed again. */
const indexingVersion = 2

export const noteIndexQueries = {
  noteRow: 'SELECT row FROM note_entries WHERE session_id = ?',
  noteIndexState: 'SELECT indexing FROM note_index_state WHERE id = 1',
} as const

/**
 * What the index holds of a session: the texts of each part. A closing belongs to the rupture. Leaves out what the
 * therapist may not see yet.
 */
function textsOf(full: FullSession, closing: string): Record<NotePart, string[]> {
  const { session, ruptureNote, events } = full
  const { names } = words.events
  const texts: Record<NotePart, string[]> = {
    notes: [session.notes],
    rupture: [ruptureNote?.note ?? '', closing],
    tried: (ruptureNote?.tried ?? []).map((way) => words.rupture.strategies[way]),
    events: events.map(({ kind, note }) => (note === '' ? names[kind] : `${names[kind]}: ${note}`)),
    comments: visibleResponses(full).map(({ comment }) => comment),
  }
  for (const part of noteParts) texts[part] = texts[part].filter((text) => text.trim() !== '')
  return texts
}

/**
 * The full-text index over what was written about the sessions. Code that changes a session, or how what was open from it
 * was closed, updates the index in the same transaction.
 */
export function createNoteIndex(
  db: Database.Database,
  closings: Pick<ReturnType<typeof createRepairClosingRepository>, 'get'>,
) {
  const rowOf = db.prepare(noteIndexQueries.noteRow).pluck()
  const state = db.prepare(noteIndexQueries.noteIndexState).pluck()
  const putEntry = db.prepare(
    'INSERT INTO note_entries (session_id, client_id, date, number) VALUES (:id, :clientId, :date, :number)',
  )
  const putTexts = db.prepare(
    `INSERT INTO note_index (rowid, ${noteParts.join(', ')})
     VALUES (:row, ${noteParts.map((part) => `:${part}`).join(', ')})`,
  )
  const removeEntry = db.prepare('DELETE FROM note_entries WHERE row = ?')

  /** Adds what is written in a session to the index, replacing what the index holds of it. */
  const put = (full: FullSession): void => {
    const { id, clientId, date, number } = full.session
    const known = rowOf.get(id)
    if (known !== undefined) removeEntry.run(known)
    const texts = textsOf(full, closings.get(id)?.words ?? '')
    if (noteParts.every((part) => texts[part].length === 0)) return
    const { lastInsertRowid: row } = putEntry.run({ id, clientId, date, number })
    const column = (part: NotePart) => texts[part].map(textForIndex).join(textSeparator)
    putTexts.run({ row, ...Object.fromEntries(noteParts.map((part) => [part, column(part)])) })
  }

  return {
    put,
    isCurrent: (): boolean => z.int().parse(state.get()) === indexingVersion,
    markCurrent: (): void => {
      db.prepare('UPDATE note_index_state SET indexing = ? WHERE id = 1').run(indexingVersion)
    },
  }
}

export type NoteIndex = ReturnType<typeof createNoteIndex>

interface RebuildParts {
  readonly db: Database.Database
  readonly clients: { list: () => readonly Client[] }
  readonly sessions: Pick<SessionRepository, 'listOfClient'>
  readonly index: NoteIndex
}

/**
 * Indexes every session again if the index is missing or comes from an older way of indexing. `next` does one client, for
 * idle time; false if nothing is left. `all` does the rest in one go. A save in between indexes its own session.
 */
export function createNoteIndexRebuild({ db, clients, sessions, index }: RebuildParts) {
  let waiting: string[] | null = null

  const next = (): boolean => {
    // A read-only vault is searched with the index that it has.
    if (db.readonly || index.isCurrent()) return false
    const left = waiting ?? clients.list().map(({ id }) => id)
    waiting = left
    const client = left.pop()
    // The index can be rebuilt from existing data, so updating it does not count as a change of the vault.
    changeUncounted(db, () => {
      if (client === undefined) index.markCurrent()
      else for (const full of sessions.listOfClient(client)) index.put(full)
    })
    if (client === undefined) waiting = null
    return client !== undefined
  }

  const all = (): void => {
    let isMore = true
    while (isMore) isMore = next()
  }

  return { next, all }
}

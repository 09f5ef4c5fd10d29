import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { RemovedSession } from '#shared/contract/operations/sessions.ts'
import type { SessionRows } from './session-rows.ts'

/** A removed session with its rows, so that the removal can be undone. */
export interface KeptSession extends Omit<RemovedSession, 'clientCode'> {
  readonly rows: SessionRows
}

/** Removed sessions by their ids. It is in the vault process's memory alone, so it ends with a lock. */
export type KeptSessions = Map<string, KeptSession>

/**
 * Remembers which sessions were removed: for an Undo with all their rows, until the next lock; for copies of the vault and
 * for late saves by the random id alone, which the audit log keeps.
 */
export function createRemovedSessions(db: Database.Database, kept: KeptSessions) {
  const select = {
    logged: db.prepare(
      `SELECT sequence, session_id, kind FROM audit_entries
       WHERE kind IN ('session-removed', 'session-removal-undone')`,
    ),
    session: db.prepare('SELECT 1 FROM sessions WHERE id = ?'),
    client: db.prepare('SELECT code FROM clients WHERE id = ?').pluck(),
  }
  /** A restored copy of the vault may have brought a session back; then it counts as not removed. */
  const isGone = (id: string): boolean => select.session.get(id) === undefined
  const ids = (): string[] => {
    const entries = select.logged.all().map((row) => entrySchema.parse(row))
    const inOrder = entries.toSorted((one, other) => one.sequence - other.sequence)
    const last = new Map(inOrder.map((entry) => [entry.session_id, entry.kind]))
    return [...last].flatMap(([id, kind]) => (kind === 'session-removed' && isGone(id) ? [id] : []))
  }
  const codeOf = (clientId: string): string | null =>
    z.string().optional().parse(select.client.get(clientId)) ?? null

  return {
    /** The ids of all sessions that were ever removed and are not in the vault. */
    ids,
    isRemoved: (id: string): boolean => isGone(id) && ids().includes(id),
    keep: (session: KeptSession): void => {
      kept.delete(session.id)
      kept.set(session.id, session)
    },
    /** What can bring a removed session back; null after a lock. */
    get: (id: string): KeptSession | null => kept.get(id) ?? null,
    /** The removals that can be undone, the latest first. */
    list: (): RemovedSession[] =>
      [...kept.values()].toReversed().flatMap(({ rows: _rows, ...session }) => {
        const clientCode = isGone(session.id) ? codeOf(session.clientId) : null
        return clientCode === null ? [] : [{ ...session, clientCode }]
      }),
    /** Whether an Undo would bring back a row that refers to this id. */
    refersTo: (id: string): boolean =>
      [...kept.values()].some(
        (session) =>
          isGone(session.id) &&
          session.rows.some(({ rows }) => rows.some((row) => Object.values(row).includes(id))),
      ),
    /** Forgets the sessions of clients who are no longer in the vault. */
    forgetErased: (): void => {
      for (const { id, clientId } of kept.values()) if (codeOf(clientId) === null) kept.delete(id)
    },
  }
}

export type RemovedSessions = ReturnType<typeof createRemovedSessions>

const entrySchema = z.object({ sequence: z.int(), session_id: z.string(), kind: z.string() })

import type { RemovedSession } from '#shared/contract/operations/sessions.ts'
import { AppError } from '#shared/contract/result.ts'
import type { SessionId } from '#shared/records/ids.ts'
import type { Records } from '../../records/records.ts'
import { deleteSessionRows, readSessionRows, writeSessionRows } from '../../records/sessions/session-rows.ts'
import { putFoldersToFinish, unfinishedErasure } from '../../records/unfinished-erasure.ts'

/** What a removal needs to know of the copies of the vault. */
export interface CopiesOfVault {
  readonly leavesBackupsOn: (sequence: number) => Promise<string | null>
  readonly folders: () => readonly string[]
}

/**
 * Removes a session with all that belongs to it, inside the caller's transaction, and keeps its rows in memory for an
 * Undo. After the next unlock the file is rewritten without the freed pages, and the copies within reach without it.
 */
export function removeSession(records: Records, copies: CopiesOfVault, id: SessionId): RemovedSession {
  const { context, clients, sessions, removedSessions, vaultSettings, riskPath } = records
  const found = sessions.get(id)
  if (!found) {
    const before = removedSessions.list().find((removed) => removed.id === id)
    if (!before) throw new AppError('not-found')
    return before
  }
  const { clientId, number, date } = found.session
  const client = clients.get(clientId)
  if (!client) throw new Error('a session has a client')
  // An answer that asks for attention must have been seen before it can go.
  if (riskPath.ofSession(id).some(({ acknowledged }) => acknowledged === null))
    throw new AppError('risk-not-acknowledged')
  removedSessions.keep({ id, clientId, number, date, rows: readSessionRows(context.db, id) })
  deleteSessionRows(context.db, id)
  records.ownSpreads.keep(clientId)
  vaultSettings.put(unfinishedErasure, true)
  putFoldersToFinish(vaultSettings, copies.folders())
  return { id, clientId, clientCode: client.code, number, date }
}

/** Brings a removed session back as it was, inside the caller's transaction. Throws `removal-final` after a lock. */
export function undoRemoval(records: Records, id: SessionId): RemovedSession {
  const { context, clients, sessions, removedSessions } = records
  const kept = removedSessions.get(id)
  const there = sessions.get(id)?.session ?? null
  const { clientId, date } = there ?? kept ?? { clientId: null, date: '' }
  const client = clientId === null ? null : clients.get(clientId)
  if (!client || clientId === null) throw new AppError('removal-final')
  if (there) return { id, clientId, clientCode: client.code, number: there.number, date }
  if (!kept) throw new AppError('removal-final')
  const isFree = sessions.isNumberFree({ clientId, number: kept.number, id })
  const number = isFree ? kept.number : sessions.nextNumber(clientId)
  writeSessionRows(context.db, kept.rows, number)
  sessions.workOut(id)
  return { id, clientId, clientCode: client.code, number, date }
}

import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { change } from '../../database/change.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'

/** Handlers for what is open between client and therapist. */
export function createRepairHandlers({
  context,
  sessions,
  closings,
  noteIndex,
}: Pick<Records, 'context' | 'sessions' | 'closings' | 'noteIndex'>): Handlers<'vault'>['repairs'] {
  const get = (sessionId: string) => {
    const full = sessions.get(sessionId)
    if (!full) throw new AppError('not-found', ['sessionId'])
    return full
  }
  return {
    ofSession: ({ sessionId }) => {
      get(sessionId)
      return closings.get(sessionId)
    },
    close: ({ sessionId, isOfFall, isOfNote, how, words }) =>
      change(context.db, () => {
        const full = get(sessionId)
        const { session, ruptureNote } = full
        if (isOfNote && ruptureNote === null) throw new AppError('conflict', ['isOfNote'])
        const before = closings.get(sessionId)
        const closing = {
          sessionId,
          isOfFall: isOfFall || before?.isOfFall === true,
          isOfNote: isOfNote || before?.isOfNote === true,
          how,
          words,
          closedOn: todayIn(context),
        }
        closings.put(session.clientId, closing)
        noteIndex.put(full)
        return closing
      }),
    reopen: ({ sessionId }) =>
      change(context.db, () => {
        const full = get(sessionId)
        closings.erase(sessionId)
        noteIndex.put(full)
      }),
  }
}

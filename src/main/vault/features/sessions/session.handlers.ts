import { AppError } from '#shared/contract/result.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { change } from '../../database/change.ts'
import { moveSession } from './move-session.ts'
import { removeSession, undoRemoval, type CopiesOfVault } from './remove-session.ts'
import { saveSession } from './save-session.ts'
import { sessionExtent } from './session-extent.ts'
import { toVisibleSession, toVisibleVersions } from '../../records/sessions/visible-session.ts'
import type { Records } from '../../records/records.ts'

interface SessionParts extends Records {
  readonly copies: CopiesOfVault
}

export function createSessionHandlers(parts: SessionParts): Handlers<'vault'>['sessions'] {
  const { copies, ...records } = parts
  const { sessions, context, drafts, noteIndexRebuild, searchNotes, firstLines, removedSessions } = records
  return {
    get: ({ id }) => {
      const found = sessions.get(id)
      if (!found) throw new AppError('not-found')
      return toVisibleSession(found)
    },
    neighbours: ({ id }) => {
      const found = sessions.get(id)
      if (!found) throw new AppError('not-found')
      return sessions.neighbours(found.session)
    },
    firstLines: ({ clientId }) => firstLines(clientId),
    search: (query) => {
      noteIndexRebuild.all()
      return searchNotes(query)
    },
    nextNumber: ({ clientId }) => ({ number: sessions.nextNumber(clientId) }),
    save: (given) =>
      change(context.db, () => {
        // A form that was open while its session was removed must not bring a half of it back.
        if (removedSessions.isRemoved(given.log.session.id))
          throw new AppError('not-found', ['log.session.id'])
        const saved = saveSession(records, given)
        const draft = drafts.get(given.log.session.id)
        // A repeated save must not delete a draft typed since then.
        if (draft && draft.baseRevision < saved.revision) drafts.discard(given.log.session.id)
        return saved
      }),
    onDay: ({ clientId, date }) =>
      sessions.ofClientOnDay(clientId, date).map(({ id, number, status, timeOfDay }) => ({
        id,
        number,
        status,
        timeOfDay,
      })),
    extent: ({ id }) => sessionExtent(records, copies, id),
    removed: () => removedSessions.list(),
    remove: ({ id }) => change(context.db, () => removeSession(records, copies, id)),
    move: (given) => change(context.db, () => moveSession(records, given)),
    undoRemoval: ({ id }) => change(context.db, () => undoRemoval(records, id)),
    versions: ({ id }) => {
      const current = sessions.get(id)
      return current === null ? [] : toVisibleVersions(toVisibleSession(current), sessions.versions(id))
    },
  }
}

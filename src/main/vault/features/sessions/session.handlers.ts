import { AppError } from '#shared/contract/result.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { change } from '../../database/change.ts'
import { saveSession } from './save-session.ts'
import { toVisibleSession, toVisibleVersions } from '../../records/sessions/visible-session.ts'
import type { Records } from '../../records/records.ts'

export function createSessionHandlers(records: Records): Handlers<'vault'>['sessions'] {
  const { sessions, context, drafts, noteIndexRebuild, searchNotes, firstLines } = records
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
    save: ({ log, expectedRevision }) =>
      change(context.db, () => {
        const saved = saveSession(records, log, expectedRevision)
        const draft = drafts.get(log.session.id)
        // A repeated save must not delete a draft typed since then.
        if (draft && draft.baseRevision < saved.revision) drafts.discard(log.session.id)
        return saved
      }),
    versions: ({ id }) => {
      const current = sessions.get(id)
      return current === null ? [] : toVisibleVersions(toVisibleSession(current), sessions.versions(id))
    },
  }
}

import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { change } from '../../database/change.ts'
import type { Records } from '../../records/records.ts'

export function createDraftHandlers({
  context,
  drafts,
  formDrafts,
  clients,
  removedSessions,
  sessions,
}: Records): Handlers<'vault'>['drafts'] {
  return {
    list: () => drafts.list(),
    get: ({ sessionId }) => drafts.get(sessionId),
    save: (draft) => {
      const { id, clientId } = draft.log.session
      if (draft.sessionId !== id || draft.clientId !== clientId)
        throw new AppError('invalid-input', ['log.session'])
      if (!clients.get(draft.clientId)) throw new AppError('not-found', ['clientId'])
      if (removedSessions.isRemoved(id)) throw new AppError('not-found', ['sessionId'])
      // The session was moved to another client while its form was open.
      const owner = sessions.get(id)?.session.clientId ?? clientId
      if (owner !== clientId) throw new AppError('conflict', ['clientId'])
      change(context.db, () => drafts.put({ ...draft, updatedAt: context.now().toISOString() }))
    },
    discard: ({ sessionId }) => change(context.db, () => drafts.discard(sessionId)),
    getForm: (key) => formDrafts.get(key),
    saveForm: (draft) => {
      if (draft.clientId !== null && !clients.get(draft.clientId))
        throw new AppError('not-found', ['clientId'])
      change(context.db, () => formDrafts.put({ ...draft, updatedAt: context.now().toISOString() }))
    },
    discardForm: (key) => {
      // A discard without a draft is no change, so it must not count as one.
      if (formDrafts.get(key) !== null) change(context.db, () => formDrafts.discard(key))
    },
  }
}

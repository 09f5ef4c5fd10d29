import { randomUUID } from 'node:crypto'
import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import {
  currentWording,
  mostOpenOwnWords,
  wordingIdSchema,
  type OwnWords,
} from '#shared/records/own-words.ts'
import { change } from '../../database/change.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'

/** Handlers for the goals and problems in a client's own words. */
export function createOwnWordsHandlers({
  context,
  clients,
  sessions,
  ownWords,
  removedSessions,
  formDrafts,
}: Pick<
  Records,
  'context' | 'clients' | 'sessions' | 'ownWords' | 'removedSessions' | 'formDrafts'
>): Handlers<'vault'>['ownWords'] {
  const assertThere = (clientId: string): void => {
    if (!clients.get(clientId)) throw new AppError('not-found', ['clientId'])
  }
  const get = (id: string): OwnWords => {
    const found = ownWords.get(id)
    if (!found) throw new AppError('not-found', ['id'])
    return found
  }
  const assertRoom = (clientId: string): void => {
    const open = ownWords.ofClient(clientId).filter(({ endedOn }) => endedOn === null)
    if (open.length >= mostOpenOwnWords) throw new AppError('conflict')
  }
  /** Whether it was rated in a session that is there, or that an Undo can bring back. */
  const isRated = ({ id, ratings }: OwnWords['wordings'][number]): boolean =>
    ratings.length > 0 || removedSessions.refersTo(id)
  const newWording = (words: string) => ({
    id: wordingIdSchema.parse(randomUUID()),
    words,
    since: todayIn(context),
  })

  return {
    ofClient: ({ clientId }) => {
      assertThere(clientId)
      return { place: ownWords.placeOf(clientId), ownWords: ownWords.ofClient(clientId) }
    },
    ofSession: ({ sessionId }) => {
      const found = sessions.get(sessionId)
      if (!found) throw new AppError('not-found', ['sessionId'])
      return ownWords.ratedIn(found.session)
    },
    add: ({ id, clientId, kind, words }) =>
      change(context.db, () => {
        assertThere(clientId)
        const before = ownWords.get(id)
        if (before?.clientId === clientId) return
        if (before) throw new AppError('id-taken', ['id'])
        assertRoom(clientId)
        ownWords.add({ id, clientId, kind, endedOn: null })
        ownWords.addWording({ id, clientId }, newWording(words))
      }),
    reword: ({ id, words }) =>
      change(context.db, () => {
        const found = get(id)
        const current = currentWording(found)
        if (current.words === words) return
        const next = newWording(words)
        if (isRated(current)) ownWords.addWording(found, next)
        else ownWords.replaceWording({ ...next, id: current.id })
      }),
    end: ({ id }) =>
      change(context.db, () => {
        if (get(id).endedOn === null) ownWords.setEnd(id, todayIn(context))
      }),
    reopen: ({ id }) =>
      change(context.db, () => {
        const { clientId, endedOn } = get(id)
        if (endedOn === null) return
        assertRoom(clientId)
        ownWords.setEnd(id, null)
      }),
    remove: ({ id }) =>
      change(context.db, () => {
        const found = ownWords.get(id)
        if (!found) return
        if (found.wordings.some(isRated)) throw new AppError('conflict')
        ownWords.remove(id)
        formDrafts.discard({ form: 'own-rewording', subject: id })
      }),
    setPlace: ({ clientId, place }) =>
      change(context.db, () => {
        assertThere(clientId)
        ownWords.putPlace(clientId, place)
      }),
  }
}

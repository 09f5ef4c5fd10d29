import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { change } from '../../database/change.ts'
import type { Records } from '../../records/records.ts'

type Operations = Pick<Handlers<'vault'>['clients'], 'forms' | 'setForms' | 'setOutcomeBaseline'>

/** Handlers for a client's questionnaires: which are given, and the baseline for later ratings. */
export function createClientQuestionnaireHandlers({
  context,
  clients,
  sessions,
  clientForms,
  baselines,
}: Records): Operations {
  const assertThere = (id: string): void => {
    if (!clients.get(id)) throw new AppError('not-found')
  }
  return {
    forms: ({ id }) => {
      assertThere(id)
      return clientForms.choiceOf(id)
    },
    setForms: ({ id, instrumentIds }) =>
      change(context.db, () => {
        assertThere(id)
        clientForms.choose(id, instrumentIds)
        return clientForms.choiceOf(id)
      }),
    setOutcomeBaseline: ({ id, instrumentId, sessionId }) =>
      change(context.db, () => {
        assertThere(id)
        if (sessionId === null) {
          baselines.erase(id, instrumentId)
          return
        }
        const full = sessions.get(sessionId)
        const isRated = full?.responses.some(
          (response) => response.rater === 'client' && response.instrumentId === instrumentId,
        )
        if (full?.session.clientId !== id || isRated !== true) throw new AppError('not-found', ['sessionId'])
        baselines.put(id, instrumentId, sessionId)
      }),
  }
}

import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { canBeChosenToLead } from '#shared/series/lead-series.ts'
import { change } from '../../database/change.ts'
import type { Records } from '../../records/records.ts'
import { readSeries } from '../../records/scores/series-of-client.ts'

type Operations = Pick<Handlers<'vault'>['clients'], 'forms' | 'setForms' | 'setLead' | 'setOutcomeBaseline'>

/**
 * Handlers for a client's questionnaires: which are given, which alliance leads the page, and the baseline for later
 * ratings.
 */
export function createClientQuestionnaireHandlers(records: Records): Operations {
  const { context, clients, sessions, clientForms, leads, baselines } = records
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
    setLead: ({ id, series }) =>
      change(context.db, () => {
        assertThere(id)
        if (series === null) {
          leads.erase(id)
          return
        }
        const found = readSeries(records.clientScores.ofClient(id), records.instruments).series
        if (!found.some((each) => each.id === series && canBeChosenToLead(each)))
          throw new AppError('not-found', ['series'])
        leads.put(id, series)
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

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { observeClient } from '#shared/practice/observe-client.ts'
import { realOrFictional } from '#shared/records/client.ts'
import { createPracticeSums } from '#shared/practice/sum-up.ts'
import { changedParameters, fallParameters } from '#shared/rule-settings/rule-parameters.ts'
import { createPracticeReader } from '../../records/practice/read-practice-record.ts'
import type { Records } from '../../records/records.ts'

/** Handlers for the therapist's own practice over time. */
export function createPracticeHandlers(records: Records): Handlers<'vault'>['practice'] {
  return {
    get: async () => {
      const all = records.clients.list()
      const chosen = realOrFictional(all)
      const changed = changedParameters(records.rules.read())
      const read = createPracticeReader(records)
      const sums = createPracticeSums()
      let clients = 0
      let sessionsHeld = 0
      for (const { id } of chosen) {
        const record = read(id)
        observeClient(record, sums.nextClient())
        clients += record.sessions.length > 0 ? 1 : 0
        sessionsHeld += record.sessions.filter(({ status }) => status === 'held').length
        // Saves and other questions are answered in between.
        await nextTurn()
        if (!records.context.db.open) throw new AppError('not-available')
      }
      return {
        basis: chosen.some(({ isFictional }) => isFictional) ? 'fictional' : 'own',
        clients,
        sessionsHeld,
        hasOwnRule: fallParameters.some((name) => changed.includes(name)),
        measures: sums.measures(),
      }
    },
  }
}

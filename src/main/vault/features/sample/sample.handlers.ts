import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { createSampleCaseload } from '#shared/sample/create-sample-caseload.ts'
import { change } from '../../database/change.ts'
import { checkResponse } from '../../records/instruments/check-responses.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'

export function createSampleHandlers({
  context,
  clients,
  sessions,
  instruments,
  removedSessions,
}: Records): Handlers<'vault'>['sample'] {
  return {
    load: () => {
      if (clients.hasFictional()) return { clients: 0, sessions: 0 }
      const now = context.now().toISOString()
      const caseload = createSampleCaseload({ today: todayIn(context), zone: context.zone(), now })
      return change(context.db, () => {
        for (const entry of caseload.clients) {
          if (clients.idWithCode(entry.code) !== null) throw new AppError('code-taken', [entry.code])
          clients.insert({ ...entry, isFictional: true, createdAt: now, revision: 1 })
        }
        for (const log of caseload.logs) {
          for (const response of log.responses) checkResponse(instruments, response, 'sample')
          sessions.putTherapistPart(log, 1, now)
          sessions.putClientResponses(
            log.session.id,
            log.responses.filter(({ rater }) => rater === 'client'),
          )
        }
        return { clients: caseload.clients.length, sessions: caseload.logs.length }
      })
    },
    remove: () => {
      const removed = change(context.db, () => ({ clients: clients.eraseFictional() }))
      removedSessions.forgetErased()
      return removed
    },
  }
}

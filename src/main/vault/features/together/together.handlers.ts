import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { change } from '../../database/change.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'

/** Handlers for what was said when client and therapist looked at a session together. */
export function createTogetherHandlers({
  context,
  sessions,
  saidTogether,
}: Pick<Records, 'context' | 'sessions' | 'saidTogether'>): Handlers<'vault'>['together'] {
  const clientOf = (sessionId: string): string => {
    const full = sessions.get(sessionId)
    if (!full) throw new AppError('not-found', ['sessionId'])
    return full.session.clientId
  }
  return {
    ofSession: ({ sessionId }) => {
      clientOf(sessionId)
      return saidTogether.get(sessionId)
    },
    say: ({ sessionId, said }) =>
      change(context.db, () => {
        const clientId = clientOf(sessionId)
        if (said.trim() === '') saidTogether.erase(sessionId)
        else saidTogether.put(clientId, { sessionId, said, saidOn: todayIn(context) })
        return saidTogether.get(sessionId)
      }),
  }
}

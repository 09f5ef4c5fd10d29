import { useQueryClient } from '@tanstack/react-query'
import { AppError } from '#shared/contract/result.ts'
import type { SessionLog } from '#shared/records/session-log.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { question } from '#renderer/lib/ask.ts'
import { useChangeBy } from '#renderer/lib/change.ts'

/** Thrown if the session's number was taken since; `next` is a free one. */
export class NumberTaken extends AppError {
  readonly next: number
  constructor(next: number) {
    super('conflict')
    this.next = next
  }
}

/** Saves a session. */
export function useSaveSession() {
  const api = useApi()
  const queryClient = useQueryClient()
  return useChangeBy(
    'sessions.save',
    async (save, given: { log: SessionLog; expectedRevision: number; isOverOther?: boolean }) => {
      try {
        return await save(given)
      } catch (cause) {
        if (!(cause instanceof AppError) || !cause.places.includes('log.session.number')) throw cause
        const { number } = await api.sessions.nextNumber({ clientId: given.log.session.clientId })
        throw new NumberTaken(number)
      }
    },
    {
      onSuccess: (saved) =>
        void queryClient.setQueryData(question('sessions.get', { id: saved.session.id }).queryKey, saved),
    },
  )
}

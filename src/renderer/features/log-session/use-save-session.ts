import { useMutation, useQueryClient } from '@tanstack/react-query'
import { AppError } from '#shared/contract/result.ts'
import type { SessionLog } from '#shared/records/session-log.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** Thrown where the session's number was given away meanwhile; `next` is the one it can have. */
export class NumberTaken extends AppError {
  readonly next: number
  constructor(next: number) {
    super('conflict')
    this.next = next
  }
}

/** Saves a session and makes stale whatever shows it. */
export function useSaveSession() {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ log, expectedRevision }: { log: SessionLog; expectedRevision: number }) => {
      try {
        return await api.sessions.save({ log, expectedRevision })
      } catch (cause) {
        if (!(cause instanceof AppError) || !cause.places.includes('log.session.number')) throw cause
        const { number } = await api.sessions.nextNumber({ clientId: log.session.clientId })
        throw new NumberTaken(number)
      }
    },
    onSuccess: (saved) => {
      const { id, clientId } = saved.session
      queryClient.setQueryData(queryKeys.session(id), saved)
      for (const queryKey of [
        queryKeys.sessionVersions(id),
        queryKeys.overview(clientId),
        queryKeys.today,
        queryKeys.clients,
      ])
        void queryClient.invalidateQueries({
          queryKey,
          ...(queryKey === queryKeys.clients ? { exact: true } : {}),
        })
    },
  })
}

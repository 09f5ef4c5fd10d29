import type { OutputAt } from '#shared/contract/contract.ts'
import type { ClientId, SessionId } from '#shared/records/ids.ts'
import { isCancelledInTime } from '#shared/records/session.ts'
import { useAsk } from '#renderer/lib/ask.ts'

type DaySession = OutputAt<'sessions.onDay'>[number]

/** Asks which other sessions a client has on a day. One that was cancelled in time is none. Null asks nothing. */
export function useOthersOnDay(
  asked: { readonly clientId: ClientId; readonly date: string; readonly except: SessionId } | null,
) {
  const { clientId, date, except } = asked ?? { clientId: '', date: '', except: '' }
  const onDay = useAsk(
    'sessions.onDay',
    { clientId, date },
    { enabled: asked !== null, staleTime: 0, gcTime: 0 },
  )
  const others: readonly DaySession[] = (onDay.data ?? []).filter(
    ({ id, status }) => id !== except && !isCancelledInTime(status),
  )
  return { others, isAsking: asked !== null && onDay.isPending, error: onDay.error, refetch: onDay.refetch }
}

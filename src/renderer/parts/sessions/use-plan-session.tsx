import { useState, type ReactNode } from 'react'
import type { ClientId } from '#shared/records/ids.ts'
import type { PlanSessionDialog } from './plan-session-dialog.tsx'

/** The dialog that plans a session. Its code, with the calendar, loads when it is first asked for. */
export function usePlanSession(): {
  /** Opens the dialog for a client; null for one that is still to be chosen. */
  readonly ask: (clientId: ClientId | null) => void
  /** Stands beside what opens it. */
  readonly dialog: ReactNode
} {
  const [asked, setAsked] = useState<{ clientId: ClientId | null; Dialog: typeof PlanSessionDialog } | null>(
    null,
  )
  return {
    ask: (clientId) =>
      // Not lazily: Suspense would hold the dialog back for about 300 ms.
      void import('./plan-session-dialog.tsx').then(({ PlanSessionDialog: Dialog }) =>
        setAsked({ clientId, Dialog }),
      ),
    dialog: asked && <asked.Dialog clientId={asked.clientId} onClose={() => setAsked(null)} />,
  }
}

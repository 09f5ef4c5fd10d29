import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/records/ids.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { Button } from '#renderer/ui/button.tsx'
import { PlanSessionDialog } from './plan-session-dialog.tsx'

/** Plans a session, of one client or of one that is still to be chosen. Nothing in a read-only vault. */
export function PlanSessionButton({ clientId }: { clientId: ClientId | null }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  if (useReadOnly() !== null) return null
  return (
    <>
      <Button icon="calendar" onPress={() => setIsOpen(true)}>
        {t(clientId === null ? 'mending.plan.action' : 'mending.plan.actionHere')}
      </Button>
      {isOpen ? <PlanSessionDialog clientId={clientId} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}

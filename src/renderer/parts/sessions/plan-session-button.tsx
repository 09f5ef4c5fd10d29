import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/records/ids.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { Button } from '#renderer/ui/button.tsx'
import { usePlanSession } from './use-plan-session.tsx'

/** Plans a session, of one client or of one that is still to be chosen. Nothing in a read-only vault. */
export function PlanSessionButton({ clientId }: { clientId: ClientId | null }) {
  const { t } = useTranslation()
  const plan = usePlanSession()
  if (useReadOnly() !== null) return null
  return (
    <>
      <Button icon="calendar" onPress={() => plan.ask(clientId)}>
        {t(clientId === null ? 'mending.plan.action' : 'mending.plan.actionHere')}
      </Button>
      {plan.dialog}
    </>
  )
}

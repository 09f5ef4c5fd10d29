import { useNavigate } from '@tanstack/react-router'
import { Page } from '#renderer/ui/page.tsx'
import { RestoreFlow, type RestoreFrame } from './restore-flow.tsx'

const Frame: RestoreFrame = ({ title, children }) => (
  <Page title={title} width="narrow">
    {children}
  </Page>
)

/** The restore with the vault open. */
export function RestoreScreen() {
  const navigate = useNavigate()
  return <RestoreFlow isOpen frame={Frame} onLeave={() => void navigate({ to: '/settings/backups' })} />
}

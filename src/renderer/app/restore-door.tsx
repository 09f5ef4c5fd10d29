import { RestoreFlow } from '../features/settings/backups/restore/restore-flow.tsx'
import { Door } from '../features/unlock/door.tsx'

/** Restoring from outside, with the vault locked, damaged or gone. */
export function RestoreDoor({ onLeave }: { onLeave: () => void }) {
  return <RestoreFlow isOpen={false} frame={Door} onLeave={onLeave} />
}

import { useTranslation } from 'react-i18next'
import type { RestoreResult } from '#shared/contract/operations/backups.ts'
import { RestoreFlow } from '../features/settings/backups/restore/restore-flow.tsx'
import { Restored } from '../features/settings/backups/restore/restored.tsx'
import { Door } from '../features/unlock/door.tsx'

/** Restoring a backup while the vault is locked, damaged or missing, or has gone back to an earlier state. */
export function RestoreDoor({ isOpen, onLeave }: { isOpen: boolean; onLeave: () => void }) {
  return <RestoreFlow isOpen={isOpen} frame={Door} onLeave={onLeave} />
}

/** The end of any restore: the vault is locked, and the page shows nothing of the previous vault. */
export function RestoredDoor({ result }: { result: RestoreResult }) {
  const { t } = useTranslation()
  return (
    <Door title={t('backups.restore.done.title')}>
      <Restored result={result} />
    </Door>
  )
}

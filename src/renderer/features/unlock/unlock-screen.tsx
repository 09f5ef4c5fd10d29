import { DamagedHeader } from './damaged-header.tsx'
import { UnlockForm } from './unlock-form.tsx'

/** What stands before a vault that exists: the passphrase, or what to do where no passphrase can help. */
export function UnlockScreen({ isHeaderDamaged }: { isHeaderDamaged: boolean }) {
  return isHeaderDamaged ? <DamagedHeader /> : <UnlockForm />
}

import type { OpenVault } from '../../opening/open-vault.ts'
import type { Backups } from '../backup-service.ts'
import { createCopies } from '../erase-in-copies.ts'

/** The copies of a vault that stays open. */
export function copiesOf(vault: OpenVault, backups: Backups) {
  return createCopies({ backups, forgetStaged: () => undefined, isOpen: () => true }).of(vault)
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether a vault very probably waits for its passphrase: there is one, and no wrong passphrase makes it wait. Looks at
 * names only. The page shows its field by this, seconds earlier on a busy computer, and follows the vault's own answer.
 */
export function awaitsPassphrase(vaultFolder: string): boolean {
  return existsSync(join(vaultFolder, 'vault.json')) && !existsSync(join(vaultFolder, 'attempts.json'))
}

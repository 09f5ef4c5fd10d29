import { lstatSync, type Stats } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether a vault very probably waits for its passphrase: there is one, and no wrong passphrase makes it wait. Looks at
 * names only, and follows no link, because one to a share that hangs would stop main. The page shows its field by this,
 * seconds earlier on a busy computer, and follows the vault's own answer.
 */
export function awaitsPassphrase(vaultFolder: string): boolean {
  try {
    const found = (name: string): Stats | undefined =>
      lstatSync(join(vaultFolder, name), { throwIfNoEntry: false })
    return found('vault.json')?.isFile() === true && found('attempts.json') === undefined
  } catch {
    // The vault process says why its folder can't be read.
    return false
  }
}

import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { unlockVault } from '../opening/unlock-vault.ts'
import { addClient } from './real-vault.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { rightPassphrase } from './test-vault.ts'

/**
 * Begins a change that deletes every client and writes more than the cache holds, so that a part of it is in the
 * database's file and its journal must undo it.
 */
function beginLargeChange(db: Database.Database): void {
  db.pragma('cache_size = 5')
  db.pragma('cache_spill = 1')
  db.exec('BEGIN IMMEDIATE; DELETE FROM clients')
  const fill = db.prepare('INSERT INTO vault_settings (name, content) VALUES (?, ?)')
  for (let count = 0; count < 40; count += 1) fill.run(`filler ${count}`, JSON.stringify('x'.repeat(20_000)))
}

/** Saves a client in a locked vault, and leaves its folder as a kill in the middle of the next change does. */
export async function killDuringChange(vaultFolder: string, savedBefore: string): Promise<void> {
  const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  const killed = join(temporaryFolder(), 'killed')
  addClient(vault, savedBefore)
  beginLargeChange(vault.db)
  cpSync(vaultFolder, killed, { recursive: true })
  vault.db.exec('ROLLBACK')
  vault.close()
  rmSync(vaultFolder, { recursive: true })
  cpSync(killed, vaultFolder, { recursive: true })
}

/** The journal of a change of a locked vault as it is now, such as a syncing program can catch. Leaves the vault alone. */
export async function journalOfChange(vaultFolder: string): Promise<Buffer> {
  const copy = join(temporaryFolder(), 'copy')
  cpSync(vaultFolder, copy, { recursive: true })
  await killDuringChange(copy, 'Elsewhere')
  return readFileSync(join(copy, 'vault-1.db-journal'))
}

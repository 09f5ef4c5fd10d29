import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { openDatabase } from '../../database/open-database.ts'
import type { OpenVault } from '../../opening/open-vault.ts'
import { unlockVault } from '../../opening/unlock-vault.ts'
import { rightPassphrase } from '../../testing/test-vault.ts'
import { isBackupName } from '../../inventory/backup-names.ts'
import { checkContainer, readContainer } from '../container.ts'

/**
 * The codes of the clients in every file of a locked vault that its present key opens whole: its database, databases
 * set aside, and backups.
 */
export async function clientsInFiles(folder: string): Promise<Record<string, string[]>> {
  const vaultFolder = join(folder, 'vault')
  const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  try {
    const found: Record<string, string[]> = { [vault.header().dbFile]: codesIn(vault.db) }
    for (const name of readdirSync(vaultFolder).filter((file) => file.includes('.db.set-aside-')))
      addIfReadable(found, vault, name, join(vaultFolder, name))
    const backupFolder = join(folder, 'backups')
    const backups = existsSync(backupFolder) ? readdirSync(backupFolder).filter(isBackupName) : []
    for (const name of backups) {
      const extracted = await extractedFrom(vault, join(backupFolder, name), folder)
      if (extracted !== null) addIfReadable(found, vault, name, extracted)
    }
    return found
  } finally {
    vault.close()
  }
}

async function extractedFrom(vault: OpenVault, path: string, folder: string): Promise<string | null> {
  const read = await readContainer(path)
  if (read.kind !== 'backup') return null
  const extractTo = join(mkdtempSync(join(folder, 'read-')), 'copy.db')
  const backupKey = vault.withKey('backup-mac', (key) => Buffer.from(key))
  return (await checkContainer(path, read, backupKey, { extractTo })) && extractTo
}

function addIfReadable(found: Record<string, string[]>, vault: OpenVault, name: string, file: string): void {
  try {
    const db = vault.withKey('database', (key) => openDatabase(file, key, { isReadOnly: true }))
    try {
      found[name] = codesIn(db)
    } finally {
      db.close()
    }
  } catch {
    // A file that the key does not open holds nothing for the owner.
  }
}

function codesIn(db: OpenVault['db']): string[] {
  return db.prepare('SELECT code FROM clients ORDER BY code_key').pluck().all().map(String)
}

/** Every client code that at least one file of a locked vault still holds. */
export async function clientsKept(folder: string): Promise<string[]> {
  return [...new Set(Object.values(await clientsInFiles(folder)).flat())].toSorted()
}

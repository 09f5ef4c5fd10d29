import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { unlockVault } from '#vault/open-vault.ts'
import { driveVault, Refused } from './drive.ts'

/** All that can be said of a vault that was left behind, so that two of them can be compared. */
export interface Examined {
  /** What each secret leads to: `opened`, or the code of the refusal. */
  readonly secrets: Readonly<Record<string, string>>
  readonly integrity: string
  readonly isOlderThanLastUsed: boolean
  /** The names in the folder, once it was opened and closed again. */
  readonly files: readonly string[]
  /** Every row of every table. */
  readonly rows: Readonly<Record<string, readonly string[]>>
  /** Whether a new vault could be made where this one is. */
  readonly secondVault: string
}

/** Opens what was left behind with the app's own code and reads all of it. */
export async function examine(
  folder: string,
  assetsFolder: string,
  secrets: readonly string[],
): Promise<Examined> {
  const found: Record<string, string> = {}
  for (const secret of secrets) found[secret] = await outcomeOf(folder, assetsFolder, secret)
  const right = secrets.find((secret) => found[secret] === 'opened')
  const nothing = { integrity: 'not opened', isOlderThanLastUsed: false, rows: {} }
  const content = right === undefined ? nothing : await contentOf(folder, right)
  const secondVault =
    existsSync(folder) && right !== undefined ? await secondVaultIn(folder, assetsFolder) : ''
  return { secrets: found, ...content, files: filesIn(folder), secondVault }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  return names.filter((name) => !name.endsWith('-journal') || !isSpent(join(folder, name)))
}

/**
 * Whether a journal has nothing left to undo. A connection that locks its file for good empties the journal's head
 * instead of deleting it, and deletes it when it closes after a change.
 */
function isSpent(journal: string): boolean {
  return readFileSync(journal)
    .subarray(0, 8)
    .every((byte) => byte === 0)
}

/** Opens as the app does, shows Today, and closes. */
async function outcomeOf(folder: string, assetsFolder: string, secret: string): Promise<string> {
  const { call, close } = driveVault(folder, assetsFolder)
  try {
    await call('vault.unlock', { passphrase: secret })
    await call('today.get')
    return 'opened'
  } catch (cause) {
    if (cause instanceof Refused) return cause.code
    throw cause
  } finally {
    await close()
  }
}

async function secondVaultIn(folder: string, assetsFolder: string): Promise<string> {
  const { call, close } = driveVault(folder, assetsFolder)
  try {
    await call('vault.create', { passphrase: 'another passphrase altogether' })
    return 'made'
  } catch (cause) {
    if (cause instanceof Refused) return cause.code
    throw cause
  } finally {
    await close()
  }
}

async function contentOf(folder: string, secret: string) {
  const vault = await unlockVault(folder, secret)
  try {
    const integrity = String(vault.db.pragma('integrity_check', { simple: true }))
    const names = vault.db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .pluck()
      .all()
      .map(String)
    const rows = Object.fromEntries(
      names.map((name) => [
        name,
        vault.db
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => JSON.stringify(row))
          .toSorted(),
      ]),
    )
    return { integrity, isOlderThanLastUsed: vault.isOlderThanLastUsed, rows }
  } finally {
    vault.close()
  }
}

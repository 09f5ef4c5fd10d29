import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { readSetAsideName } from '#vault/database/set-aside-name.ts'
import { unlockVault } from '#vault/opening/unlock-vault.ts'
import { driveVault, Refused } from './drive.ts'

/** Everything known about a vault after a run, so that two vaults can be compared. */
export interface Examined {
  /** The result of each secret: `opened`, or the code of the failure. */
  readonly secrets: Readonly<Record<string, string>>
  readonly integrity: string
  readonly hasGoneBack: boolean
  /** When the current recovery key was confirmed. */
  readonly recoveryKeySince: string | null
  /** The files in the data folder after the vault was opened and closed again. */
  readonly files: readonly string[]
  /** The backups that the app calls damaged or unknown. */
  readonly strangeBackups: readonly string[]
  /** Why each state that was replaced is still kept: as a backup, or as a database that was set aside. */
  readonly keptBefore: readonly string[]
  /** Every row of every table. */
  readonly rows: Readonly<Record<string, readonly string[]>>
  /** What creating a second vault in the same folder gives: `made`, or the code of the failure. */
  readonly secondVault: string
}

/** Opens the vault after a run with the app's own code and reads all of it. */
export async function examine(
  folder: string,
  assetsFolder: string,
  secrets: readonly string[],
): Promise<Examined> {
  const found: Record<string, string> = {}
  for (const secret of secrets)
    found[secret] = await (secrets.length === 1 ? outcomeOf : outcomeOfCopy)(folder, assetsFolder, secret)
  const right = secrets.find((secret) => found[secret]?.startsWith('opened'))
  const nothing = { integrity: 'not opened', hasGoneBack: false, recoveryKeySince: null, rows: {} }
  const hasBackups = existsSync(join(dirname(folder), 'backups'))
  const content = right === undefined ? nothing : await contentOf(folder, right)
  const backups =
    right === undefined || !hasBackups
      ? { strange: [], before: [] }
      : await backupsOf(folder, assetsFolder, right)
  const files = filesIn(dirname(folder))
  const setAside = files.flatMap((file) => readSetAsideName(file)?.reason ?? [])
  const secondVault =
    existsSync(folder) && right !== undefined ? await secondVaultIn(folder, assetsFolder) : ''
  const keptBefore = [...setAside, ...backups.before].toSorted()
  return {
    secrets: found,
    ...content,
    strangeBackups: backups.strange,
    keptBefore,
    files: filesIn(dirname(folder)),
    secondVault,
  }
}

function filesIn(root: string): string[] {
  if (!existsSync(root)) return []
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const relevant = files.filter((file) => !file.endsWith('-journal') || !isEmptyJournal(file))
  return relevant.map((file) => file.slice(root.length + 1)).toSorted()
}

/**
 * Whether a journal has nothing to undo. A connection with an exclusive lock clears the journal's head instead of
 * deleting the file, and deletes it when it closes after a change.
 */
function isEmptyJournal(journal: string): boolean {
  return readFileSync(journal)
    .subarray(0, 8)
    .every((byte) => byte === 0)
}

const foundSchema = z.object({ found: z.int() })

/** Opens the vault as the app does, shows Today, checks the audit log, and closes. */
async function outcomeOf(folder: string, assetsFolder: string, secret: string): Promise<string> {
  const { call, close } = driveVault(folder, assetsFolder)
  try {
    await call('vault.unlock', { passphrase: secret })
    await call('today.get')
    const { found } = foundSchema.parse(await call('audit.check'))
    return found === 0 ? 'opened' : `opened, with ${found} findings in the audit log`
  } catch (cause) {
    if (cause instanceof Refused) return cause.code
    throw cause
  } finally {
    await close()
  }
}

/** The same on a copy: opening may write the header, and the result must not depend on the order of the secrets. */
async function outcomeOfCopy(folder: string, assetsFolder: string, secret: string): Promise<string> {
  const room = mkdtempSync(join(tmpdir(), 'attune-secret-'))
  try {
    cpSync(dirname(folder), room, { recursive: true })
    return await outcomeOf(join(room, basename(folder)), assetsFolder, secret)
  } finally {
    rmSync(room, { recursive: true })
  }
}

const backupsSchema = z.object({
  backups: z.array(z.object({ id: z.unknown(), state: z.string(), reason: z.string().nullable() })),
})
const soundSchema = z.object({ isSound: z.boolean() })

/** Reads every byte of every backup. Returns the ones that are not good, and why those of a replaced state were made. */
async function backupsOf(
  folder: string,
  assetsFolder: string,
  secret: string,
): Promise<{ strange: readonly string[]; before: readonly string[] }> {
  const { call, close } = driveVault(folder, assetsFolder)
  try {
    await call('vault.unlock', { passphrase: secret })
    const { backups } = backupsSchema.parse(await call('backups.list'))
    const strange: string[] = []
    const before: string[] = []
    for (const { id, state, reason } of backups) {
      const { isSound } = soundSchema.parse(await call('backups.check', id))
      // The present key opens no backup from before a re-encryption, so its reason can't be read.
      if (state === 'other-key') before.push('before-re-encryption')
      else if (state !== 'good' || !isSound) strange.push(`${JSON.stringify(id)}: ${state}`)
      else if (reason !== null && reason !== 'usual') before.push(reason)
    }
    return { strange, before }
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
  const vault = await unlockVault(folder, typedSecret(secret))
  try {
    const integrity = String(vault.db.pragma('integrity_check', { simple: true }))
    const names = vault.db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .pluck()
      .all()
      .map(String)
    const rows = Object.fromEntries(names.map((name) => [name, rowsOf(vault.db, name)]))
    const recoveryKeySince = vault.header().slots[1]?.since ?? null
    return { integrity, hasGoneBack: vault.goneBack() !== null, recoveryKeySince, rows }
  } finally {
    vault.close()
  }
}

const lineageRow = /^(\{"name":"(?:lineage|lines-left)","content":").*("\})$/

/**
 * The rows of a table as text. For the audit log only what was done: sequence numbers and times differ between runs,
 * and a killed process writes no `locked` entry. `outcomeOf` checks the log's chain. Lines of states have random ids,
 * so only whether a new line has begun is compared; of random keys only their number.
 */
function rowsOf(db: Database.Database, name: string): string[] {
  const query =
    name === 'audit_entries'
      ? `SELECT kind, client_id, session_id, count FROM audit_entries WHERE kind <> 'locked'`
      : name === 'earlier_keys'
        ? 'SELECT count(*) FROM earlier_keys'
        : `SELECT * FROM "${name}"`
  const rows = db.prepare(query).all()
  return rows.map((row) => JSON.stringify(row).replace(lineageRow, '$1a new line$2')).toSorted()
}

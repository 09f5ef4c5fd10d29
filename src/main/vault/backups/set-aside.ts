import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { SetAsideItem } from '#shared/contract/operations/backups.ts'
import { AppError } from '#shared/contract/result.ts'
import { closeDatabase } from '../database/copy-file.ts'
import { isOpenedBy, journalOf } from '../database/journal.ts'
import { lineageOf } from '../database/lineage.ts'
import { openDatabase } from '../database/open-database.ts'
import { readSetAsideName, replacementReasons } from '../database/set-aside-name.ts'
import { removeIfThere, syncFolder } from '../files/write-durably.ts'
import { listContentFiles } from '../inventory/content-files.ts'
import type { Backups } from './backup-service.ts'
import { checkDatabase } from './check-database.ts'
import { checkContainer } from './container.ts'
import { isSameContent, type DatabaseFacts } from './database-facts.ts'
import type { GenuineBackup } from './genuine-backups.ts'
import type { BackedUpVault } from './backed-up-vault.ts'
import { prepareStaging } from './staging.ts'

/** The databases that Attune set aside in the vault's folder, newest first. */
export function listSetAside(vaultFolder: string): SetAsideItem[] {
  const found = listContentFiles(vaultFolder, []).files.flatMap(({ name, path, kind }): SetAsideItem[] => {
    const why = kind === 'set-aside' && basename(path) === name ? readSetAsideName(name) : null
    return why ? [{ name, ...why, bytes: bytesOf(path) }] : []
  })
  return found.toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? '') || b.name.localeCompare(a.name))
}

function bytesOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}

/**
 * Deletes a set-aside database once a backup with the same content was read through: its seal, `integrity_check`, and
 * its count of changes and rows against the database itself. Makes that backup first if there is none.
 *
 * Throws `set-aside-not-proven`, and deletes nothing, if the vault's key doesn't open the database or no backup proves
 * to hold its content. A copy from before a change was undone is no whole database if that change was half made: nothing
 * could ever restore it, so it is deleted as soon as the key opens it and reading finds the damage.
 */
export async function removeSetAside(
  vaultFolder: string,
  backups: Backups,
  vault: BackedUpVault,
  name: string,
): Promise<void> {
  if (!listSetAside(vaultFolder).some((item) => item.name === name)) throw new AppError('not-found')
  const file = join(vaultFolder, name)
  const isCopyBeforeUndoing = readSetAsideName(name)?.reason === 'before-undoing'
  const found = await readClosed(file, vault).catch((cause: unknown) => {
    if (isCopyBeforeUndoing && isDamage(cause)) return null
    throw cause
  })
  if (found !== null) await assertProven(file, found, backups, vault)
  for (const left of [file, journalOf(file)]) removeIfThere(left)
  syncFolder(vaultFolder)
}

/** Throws `set-aside-not-proven` unless a backup holds the content of a set-aside database. Makes one if there is none. */
async function assertProven(
  file: string,
  { facts, lineage }: { facts: DatabaseFacts; lineage: string },
  backups: Backups,
  vault: BackedUpVault,
): Promise<void> {
  const isProven = async (): Promise<boolean> => {
    for (const backup of await backups.genuine(vault)) {
      const isCandidate = backup.lineage === lineage && backup.sequence === facts.sequence
      if (isCandidate && (await holds(backup, facts, vault))) return true
    }
    return false
  }
  if (!(await isProven())) {
    await backUpClosed(file, backups, vault)
    if (!(await isProven())) throw new AppError('set-aside-not-proven')
  }
}

/** Whether reading a set-aside database under the right key found that it is damaged. */
function isDamage(cause: unknown): boolean {
  const found = cause instanceof AppError && cause.code === 'set-aside-not-proven' ? cause.cause : null
  return found instanceof AppError && /^(vault|backup)-damaged$/.test(found.code)
}

/** Reads all of a set-aside database. */
async function readClosed(
  file: string,
  vault: BackedUpVault,
): Promise<{ facts: DatabaseFacts; lineage: string }> {
  const room = () => prepareStaging(dirname(file))
  if (!vault.withKey('database', (key) => isOpenedBy(file, key, room)))
    throw new AppError('set-aside-not-proven')
  try {
    const facts = await vault.withKey('database', (key) => checkDatabase(file, key))
    const db = vault.withKey('database', (key) => openDatabase(file, key, { isReadOnly: true }))
    try {
      return { facts, lineage: lineageOf(db) ?? vault.header().vaultId }
    } finally {
      db.close()
    }
  } catch (cause) {
    throw asNotProven(cause)
  }
}

/** Damage of a set-aside database is no damage of the open vault. */
function asNotProven(cause: unknown): unknown {
  const isAboutFile = cause instanceof AppError && /^(vault|backup)-/.test(cause.code)
  return isAboutFile ? new AppError('set-aside-not-proven', [], { cause }) : cause
}

async function backUpClosed(file: string, backups: Backups, vault: BackedUpVault): Promise<void> {
  const why = readSetAsideName(file)?.reason
  const reason = replacementReasons.find((known) => known === why) ?? 'before-restore'
  const db = vault.withKey('database', (key) => openDatabase(file, key))
  try {
    const closed = { ...vault, db, sequenceAtOpening: null }
    await backups.make(closed, { isForced: true, reason })
  } finally {
    closeDatabase(db)
  }
}

/** Whether a backup, read through under the key, holds exactly a database's content. */
async function holds(
  { path, found: { place, read } }: GenuineBackup,
  facts: DatabaseFacts,
  vault: BackedUpVault,
): Promise<boolean> {
  if (read.kind !== 'backup') return false
  // A name that a later backup clears away if this process is killed.
  const extractTo = join(place.folder, `.attune-${randomBytes(8).toString('hex')}.part-db`)
  const backupKey = vault.withKey('backup-mac', (key) => Buffer.from(key))
  try {
    if (!(await checkContainer(path, read, backupKey, { extractTo }))) return false
    const copied = await vault.withKey('database', (key) => checkDatabase(extractTo, key))
    return isSameContent(facts, copied)
  } catch (cause) {
    if (asNotProven(cause) !== cause) return false
    throw cause
  } finally {
    backupKey.fill(0)
    for (const left of [extractTo, `${extractTo}-journal`]) removeIfThere(left)
  }
}

import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type Database from 'better-sqlite3'
import type { BackupReason } from '#shared/contract/operations/backups.ts'
import { AppError } from '#shared/contract/result.ts'
import { copyDatabase } from '../database/copy-database.ts'
import { copyFileOf } from '../database/copy-file.ts'
import { longChangeOver } from '../database/ongoing-change.ts'
import { isOutdated } from '../database/open-database.ts'
import { removeIfThere, renameOver, syncFolder } from '../files/write-durably.ts'
import { isErasureUnfinished } from '../records/unfinished-erasure.ts'
import { lineageOfVault, type BackedUpVault } from './backed-up-vault.ts'
import { backupName, isPartialName } from '../inventory/backup-names.ts'
import { isOthersFolder } from '../inventory/content-files.ts'
import { isAbandoned } from '../inventory/is-abandoned.ts'
import { checkDatabase } from './check-database.ts'
import {
  checkContainer,
  copyDurably,
  readContainer,
  writeContainer,
  type Progress,
  type SoundContainer,
} from './container.ts'
import { isSameContent, readFacts, type DatabaseFacts } from './database-facts.ts'
import { genuineIn, type GenuineBackup } from './genuine-backups.ts'
import { preparePlace, readPlace, type Place } from './places.ts'
import { selectKept } from './rotation.ts'

export interface BackupMoment {
  readonly now: () => Date
  readonly zone: () => string
  readonly reason: BackupReason
  readonly progress?: Progress
}

/**
 * Makes a backup in a place and proves it before it gets its name: opens the copied database with its key, checks it
 * and compares its row counts with the vault; then reads back every byte of the finished file. On failure nothing of
 * the attempt stays, and older backups are untouched.
 */
export async function makeBackup(vault: BackedUpVault, place: Place, moment: BackupMoment): Promise<string> {
  preparePlace(place)
  clearPartials(place)
  const partial = join(place.folder, `.attune-${randomBytes(8).toString('hex')}.part`)
  const database = `${partial}-db`
  const backupKey = vault.withKey('backup-mac', (key) => Buffer.from(key))
  try {
    const header = vault.header()
    const createdAt = moment.now()
    moment.progress?.(0, 1)
    const facts = await copyWithFacts(vault.db, database)
    const copied = await vault.withKey('database', (key) => checkDatabase(database, key))
    if (!isSameContent(facts, copied)) throw new AppError('backup-damaged')
    moment.progress?.(0, 1)
    const { sequence, schemaVersion, ...shown } = facts
    const content = {
      reason: moment.reason,
      lineage: lineageOfVault(vault),
      sequence,
      schemaVersion,
      createdAt: createdAt.toISOString(),
      zone: moment.zone(),
      vault: header,
    }
    const parts = { database, content, facts: shown, backupKey }
    await writeContainer(partial, parts, moment.progress)
    removeIfThere(database)
    await assertSound(partial, backupKey, moment.progress)
    return settle(place, partial, header.vaultId, createdAt, sequence)
  } finally {
    backupKey.fill(0)
    for (const file of [partial, database, `${database}-journal`]) removeIfThere(file)
  }
}

/** Copies a finished backup to another place. Reads back every byte of the copy before it gets its name. */
export async function copyBackup(
  vault: BackedUpVault,
  from: string,
  place: Place,
  moment: BackupMoment,
): Promise<string> {
  preparePlace(place)
  clearPartials(place)
  const partial = join(place.folder, `.attune-${randomBytes(8).toString('hex')}.part`)
  const backupKey = vault.withKey('backup-mac', (key) => Buffer.from(key))
  try {
    await copyDurably(from, partial, moment.progress)
    const { head } = await assertSound(partial, backupKey, moment.progress)
    return settle(place, partial, head.vault.vaultId, new Date(head.createdAt), head.sequence)
  } finally {
    backupKey.fill(0)
    removeIfThere(partial)
  }
}

/**
 * Copies the database file unchanged, or compacts it if it may hold erased data: space freed by an unfinished erasure,
 * or an older schema, which can't tell whether an erasure is unfinished.
 */
async function copyWithFacts(db: Database.Database, path: string): Promise<DatabaseFacts> {
  await longChangeOver(db)
  if (!isOutdated(db) && !isErasureUnfinished(db)) return copyFileOf(db, path, () => readFacts(db))
  copyDatabase(db, path)
  return readFacts(db)
}

/** Reads a whole backup. Throws `backup-damaged` unless the key wrote every byte of it. */
export async function assertSound(
  path: string,
  backupKey: Uint8Array,
  progress?: Progress,
): Promise<SoundContainer> {
  const read = await readContainer(path)
  if (read.kind !== 'backup') throw new AppError('backup-damaged')
  const facts = await checkContainer(path, read, backupKey, progress ? { progress } : {})
  if (!facts) throw new AppError('backup-damaged')
  return read
}

/** Gives a proven backup its name, which no other file has. */
function settle(place: Place, partial: string, vaultId: string, createdAt: Date, sequence: number): string {
  const taken = new Set(readdirSync(place.folder))
  const path = join(
    place.folder,
    backupName(vaultId, createdAt, sequence, (name) => taken.has(name)),
  )
  renameOver(partial, path)
  syncFolder(place.folder)
  return path
}

/** Removes what interrupted processes left behind. */
function clearPartials({ kind, folder }: Place): void {
  const isOthers = isOthersFolder(kind, folder)
  const partials = readdirSync(folder).filter(isPartialName)
  for (const path of partials.map((name) => join(folder, name)))
    if (isAbandoned(path, isOthers)) removeIfThere(path)
}

/**
 * Deletes backups that rotation no longer keeps, and never the one just made. Only a backup whose head the vault's key
 * vouches for, and which read well when it was last read, is counted or deleted; every other file stays. Anybody can put
 * the head of a backup before another content, so files with one head stay together.
 */
export async function rotate(
  place: Place,
  vault: BackedUpVault,
  {
    justMade,
    now,
    isRotted,
  }: {
    readonly justMade: string
    readonly now: Date
    readonly isRotted: (backup: GenuineBackup) => boolean
  },
): Promise<void> {
  const own = genuineIn(vault, await readPlace(place)).filter((backup) => !isRotted(backup))
  const keeping = selectKept(own, { lineage: lineageOfVault(vault), now: now.toISOString() })
  const keptHeads = new Set([...keeping].map(markOfHead))
  const leaving = own.filter(
    (backup) => !keptHeads.has(markOfHead(backup)) && backup.name !== basename(justMade),
  )
  for (const { path } of leaving) removeIfThere(path)
  if (leaving.length > 0) syncFolder(place.folder)
}

/** The same for two files only if they have the same head: its facts are sealed with a random nonce. */
const markOfHead = ({ head: { facts } }: GenuineBackup): string => `${facts.nonce} ${facts.sealed}`

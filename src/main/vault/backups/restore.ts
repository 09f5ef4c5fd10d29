import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type {
  BackupSecret,
  BackupSource,
  Holdings,
  RestorePreview,
  RestoreResult,
} from '#shared/contract/operations/backups.ts'
import { AppError } from '#shared/contract/result.ts'
import { allowChanges, holdChanges } from '../database/change.ts'
import { hasOnlyOwnParts } from '../database/own-schema.ts'
import { explainForeignPlace } from '../files/explain-foreign-place.ts'
import type { FileGrants } from '../files/file-grants.ts'
import { installVault } from '../opening/install-vault.ts'
import type { SetAsideWhy } from '../database/set-aside-name.ts'
import type { OpenVault } from '../opening/open-vault.ts'
import { backUpBefore } from './back-up-before.ts'
import { holdingsOf } from './backup-items.ts'
import type { Backups } from './backup-service.ts'
import { checkDatabase } from './check-database.ts'
import { checkContainer, type SoundContainer } from './container.ts'
import { openFacts, type Head } from './container-head.ts'
import { readFacts, type DatabaseFacts } from './database-facts.ts'
import { findKeys, forgetKeys, readBackup, withBackupKey, type BackupKeys } from './open-backup.ts'
import type { BackedUpVault } from './backed-up-vault.ts'
import { lookAtPresentVault, type PresentVault } from './present-vault.ts'
import { asDamagedBackup, restoredDatabase, withDatabase } from './restored-database.ts'
import { prepareStaging, removeStaging } from './staging.ts'

interface RestoreParts {
  readonly vaultFolder: string
  readonly backups: Backups
  readonly grants: FileGrants
  readonly opened: () => OpenVault | null
  /** Writes the audit entries that still wait for the disk, so that the restored vault gets them too. */
  readonly flushLog: () => void
  readonly now: () => Date
}

/** A backup that was opened, checked in full, and copied to the staging folder. */
interface Prepared {
  readonly ticket: string
  readonly container: SoundContainer
  readonly keys: BackupKeys
  readonly database: string
  readonly facts: DatabaseFacts
  readonly preview: RestorePreview
}

/** The restored vault, which the caller must close, and the result to report. */
export interface Restored {
  readonly vault: OpenVault
  readonly result: RestoreResult
}

/**
 * Opens a backup and replaces the vault by it. Proves everything about the backup before it touches the vault, and
 * changes the vault at its one commit point.
 */
export function createRestore({ vaultFolder, backups, grants, opened, flushLog, now }: RestoreParts) {
  const chosenPaths = new Map<string, string>()
  let prepared: Prepared | null = null

  const cancel = (): void => {
    if (prepared) forgetKeys(prepared.keys)
    prepared = null
    removeStaging(vaultFolder)
  }

  const pathOf = async (source: BackupSource): Promise<string> => {
    if (source.kind === 'listed') return (await backups.find(source.id)).path
    const path = chosenPaths.get(source.token) ?? grants.take(source.token, 'backup-file')
    chosenPaths.set(source.token, path)
    return path
  }

  const open = async (source: BackupSource, secret: BackupSecret): Promise<RestorePreview> => {
    cancel()
    const path = await pathOf(source)
    const container = await explained(() => readBackup(path))
    const keys = await findKeys(container, secret, opened())
    try {
      const database = join(prepareStaging(vaultFolder), `${randomBytes(8).toString('hex')}.db`)
      await extract(path, container, keys, database)
      const facts = await readSound(database, keys)
      const preview = previewOf(container, keys, facts)
      prepared = { ticket: preview.ticket, container, keys, database, facts, preview }
      return preview
    } catch (cause) {
      forgetKeys(keys)
      cancel()
      throw cause
    }
  }

  const previewOf = (container: SoundContainer, keys: BackupKeys, facts: DatabaseFacts): RestorePreview => {
    const { createdAt, zone, vault, sequence } = container.head
    const present = presentOf(keys)
    const isOtherVault = present.vaultId !== null && present.vaultId !== vault.vaultId
    const isKnown = present.vaultId !== null && !isOtherVault
    return {
      ticket: randomUUID(),
      createdAt,
      zone,
      backup: holdingsOf(facts),
      present: present.holdings,
      isOtherVault,
      changesLost: isKnown ? Math.max(0, present.sequence - sequence) : null,
      opensWith: opened() ? 'present-passphrase' : 'backup-passphrase',
    }
  }

  const presentOf = (
    keys: BackupKeys,
  ): Pick<PresentVault, 'vaultId' | 'sequence'> & { holdings: Holdings | null } => {
    const vault = opened()
    if (vault) {
      const { sequence, ...facts } = readFacts(vault.db)
      return { vaultId: vault.header().vaultId, sequence, holdings: holdingsOf(facts) }
    }
    if (keys.kind === 'present') throw new AppError('not-available')
    const present = lookAtPresentVault(vaultFolder, keys.vaultKey, now)
    try {
      return { ...present, holdings: present.readable && holdingsIn(present.readable.db) }
    } finally {
      present.readable?.close()
    }
  }

  /** Replaces the vault by the opened backup. If this throws, nothing has changed. */
  const restore = async (ticket: string, acceptsOtherVault: boolean): Promise<Restored> => {
    if (!prepared || prepared.ticket !== ticket) throw new AppError('restore-expired')
    const given = prepared
    if (given.preview.isOtherVault && !acceptsOtherVault) throw new AppError('backup-other-vault')
    const vault = opened()
    // After a re-encryption the key is gone that opened the backup; opening it again asks for the backup's own secret.
    if (given.keys.kind === 'present' && given.keys.vault !== vault) {
      cancel()
      throw new AppError('restore-expired')
    }
    const restored = vault ? await replaceOpen(vault, given) : await replaceLocked(given)
    // An installed vault keeps its key; this removes only what was copied for it.
    prepared = null
    removeStaging(vaultFolder)
    return restored
  }

  /**
   * Sets the present database aside, whatever a backup of it may hold. No change is acknowledged between its copy and
   * its replacement.
   */
  const replaceOpen = async (vault: OpenVault, given: Prepared): Promise<Restored> => {
    flushLog()
    holdChanges(vault.db)
    try {
      const isBackedUp = await backedUp(vault)
      const { sequence } = readFacts(vault.db)
      const next = await nextSequence(given, vault.header().sequence, sequence)
      // A lock in the meantime has closed this vault.
      if (opened() !== vault) throw new AppError('not-available')
      // What was viewed during the backup belongs to the log that the restored vault continues.
      allowChanges(vault.db)
      flushLog()
      const content = restoredDatabase(given, {
        sequence: next,
        present: vault.db,
        backedUpAt: given.preview.createdAt,
      })
      const restored = vault.replaceDatabase({ ...content, old: why() })
      forgetKeys(given.keys)
      return {
        vault: restored,
        result: {
          opensWith: 'present-passphrase',
          replaced: 'set-aside',
          isBackedUp,
          knowsSharing: content.knowsSharing(),
        },
      }
    } finally {
      allowChanges(vault.db)
    }
  }

  const replaceLocked = async (given: Prepared): Promise<Restored> => {
    const { keys } = given
    if (keys.kind === 'present') throw new AppError('restore-expired')
    const present = lookAtPresentVault(vaultFolder, keys.vaultKey, now)
    const { readable } = present
    try {
      const isBackedUp = readable !== null && (await backedUp(readable))
      const sequence = await nextSequence(given, present.sequence)
      const { header, vaultKey, openedBy } = keys
      const content = restoredDatabase(given, {
        sequence,
        present: readable?.db ?? null,
        backedUpAt: given.preview.createdAt,
      })
      const build = (file: string, key: Buffer): void => {
        content.build(file, key)
        // Windows renames no open file, and the present database is set aside next.
        readable?.close()
      }
      const replacement = { ...content, build, old: why() }
      const vault = installVault(vaultFolder, { header, vaultKey, openedBy }, replacement)
      const replaced = present.isAnythingThere ? 'set-aside' : 'nothing-there'
      const knowsSharing = content.knowsSharing()
      return { vault, result: { opensWith: 'backup-passphrase', replaced, isBackedUp, knowsSharing } }
    } finally {
      readable?.close()
    }
  }

  const why = (): SetAsideWhy => ({ reason: 'before-restore', at: now() })

  /** Also backs up the vault that is set aside, in each place. Returns whether one of them has the backup. */
  const backedUp = (vault: BackedUpVault): Promise<boolean> => backUpBefore(backups, vault, 'before-restore')

  /**
   * Higher than any known sequence, so later backups sort after all earlier ones. Counts only backups whose head opens
   * under the backup's key or the open vault's: anybody can write a file that claims to be the last of all.
   */
  const nextSequence = async ({ facts, keys }: Prepared, ...known: number[]): Promise<number> => {
    const vault = opened()
    const isGenuine = (head: Head): boolean =>
      withBackupKey(keys, 'backup-mac', (key) => openFacts(head, key)) !== null ||
      (vault?.withKey('backup-mac', (key) => openFacts(head, key)) ?? null) !== null
    return Math.max(facts.sequence, ...known, await backups.highestSequence(isGenuine)) + 1
  }

  return {
    open,
    restore,
    cancel,
    /** The ticket of the prepared backup, or null. */
    preparedTicket: (): string | null => prepared?.ticket ?? null,
  }
}

async function explained<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    throw explainForeignPlace(cause)
  }
}

async function extract(path: string, container: SoundContainer, keys: BackupKeys, to: string): Promise<void> {
  const backupKey = withBackupKey(keys, 'backup-mac', (key) => Buffer.from(key))
  try {
    const facts = await explained(() => checkContainer(path, container, backupKey, { extractTo: to }))
    if (!facts) throw new AppError('backup-damaged')
  } finally {
    backupKey.fill(0)
  }
}

/**
 * Reads all of an extracted database and returns its facts. Throws `backup-damaged` if it is damaged, or if it has parts
 * that Attune never makes.
 */
async function readSound(file: string, keys: BackupKeys): Promise<DatabaseFacts> {
  try {
    const facts = await withBackupKey(keys, 'database', (key) => checkDatabase(file, key))
    if (!withBackupKey(keys, 'database', (key) => withDatabase(file, key, hasOnlyOwnParts)))
      throw new AppError('backup-damaged')
    return facts
  } catch (cause) {
    throw asDamagedBackup(cause)
  }
}

function holdingsIn(db: Database.Database): Holdings | null {
  try {
    return holdingsOf(readFacts(db))
  } catch {
    // A damaged page, or a schema too old for these queries.
    return null
  }
}

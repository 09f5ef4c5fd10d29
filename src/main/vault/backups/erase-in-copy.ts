import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fstatSync, lstatSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '#shared/contract/result.ts'
import { closeDatabase } from '../database/copy-file.ts'
import { openDatabase } from '../database/open-database.ts'
import { explainForeignPlace } from '../files/explain-foreign-place.ts'
import { arrivingFlags } from '../files/read-small-file.ts'
import { withStorageFailures } from '../files/sqlite-failure.ts'
import { removeIfThere, renameOver, syncFolder } from '../files/write-durably.ts'
import type { HeldKey } from '../opening/held-keys.ts'
import { checkDatabase } from './check-database.ts'
import { checkContainer, readContainer, writeContainer } from './container.ts'
import { lineageOfHead, reasonOf } from './container-head.ts'
import { deleteSessionRows } from '../records/sessions/session-rows.ts'
import { markOf } from './copy-mark.ts'
import type { OpenableCopy } from './judge-copies.ts'
import { assertSound } from './make-backup.ts'

/**
 * What became of a copy: it does not hold the clients; it was rewritten without them; it is damaged; or it can't be
 * written to now, also because another file has taken its place. The mark is of exactly the file that was looked at.
 */
export type CopyErased =
  { readonly kind: 'without' | 'rewritten'; readonly mark: string } | { readonly kind: 'damaged' | 'failed' }

/** What is to be in no copy any more, by the random ids. */
export interface GoneFromVault {
  readonly clients: readonly string[]
  /** Sessions that were removed, of clients who may have stayed. */
  readonly sessions: readonly string[]
}

const failed: CopyErased = { kind: 'failed' }
const damaged: CopyErased = { kind: 'damaged' }

/** Removes clients and single sessions from a copy of the vault. Everything else in the copy stays, so it can still be restored. */
export async function eraseInCopy(copy: OpenableCopy, gone: GoneFromVault): Promise<CopyErased> {
  try {
    if (copy.kind === 'backup') return await eraseInBackup(copy, gone)
    return eraseInDatabaseFile(copy.file.path, copy.key, gone)
  } catch (raw) {
    const cause = explainForeignPlace(raw)
    if (cause instanceof AppError) return damage.has(cause.code) ? damaged : failed
    // A drive can go in more ways than Attune has words for; all of them come from the system, or the folder is gone.
    const isFromSystem = cause instanceof Error && 'syscall' in cause
    if (isFromSystem || !existsSync(dirname(copy.file.path))) return failed
    throw cause
  }
}

const damage: ReadonlySet<string> = new Set([
  'vault-damaged',
  'vault-empty',
  'vault-not-ours',
  'backup-damaged',
])

/**
 * Deletes clients and sessions from a database that is not open and rewrites it without the freed pages. Returns whether
 * it held one of them. An interruption leaves it with them; SQLite's journal then makes it whole again.
 */
function eraseInDatabase(path: string, { withKey }: HeldKey, gone: GoneFromVault): boolean {
  return withStorageFailures(() => {
    const db = withKey('database', (key) => openDatabase(path, key))
    try {
      const hasClient = db.prepare('SELECT 1 FROM clients WHERE id = ?')
      const hasSession = db.prepare('SELECT 1 FROM sessions WHERE id = ?')
      const clients = gone.clients.filter((id) => hasClient.get(id) !== undefined)
      const sessions = gone.sessions.filter((id) => hasSession.get(id) !== undefined)
      if (clients.length + sessions.length === 0) return false
      const remove = db.prepare('DELETE FROM clients WHERE id = ?')
      db.transaction(() => {
        for (const id of sessions) deleteSessionRows(db, id)
        for (const id of clients) remove.run(id)
      }).immediate()
      db.exec('VACUUM')
      return true
    } finally {
      closeDatabase(db)
    }
  })
}

/** As `eraseInDatabase`. Notices another file that took the place of the database during the work. */
function eraseInDatabaseFile(path: string, key: HeldKey, gone: GoneFromVault): CopyErased {
  // While it is open, no other file can get its number. It is closed after the database: closing ends SQLite's locks.
  const pin = openSync(path, arrivingFlags)
  try {
    const kind = eraseInDatabase(path, key, gone) ? 'rewritten' : 'without'
    const mark = markOf(path)
    const now = lstatSync(path, { throwIfNoEntry: false })
    const { dev, ino } = fstatSync(pin)
    return mark !== null && now?.dev === dev && now.ino === ino ? { kind, mark } : failed
  } finally {
    closeSync(pin)
  }
}

/** Proves the new file before it takes the name of the old one, which stays whole until then. */
async function eraseInBackup(
  { file: { path }, key, container }: OpenableCopy & { readonly kind: 'backup' },
  gone: GoneFromVault,
): Promise<CopyErased> {
  const folder = dirname(path)
  const partial = join(folder, `.attune-${randomBytes(8).toString('hex')}.part`)
  const database = `${partial}-db`
  const before = markOf(path)
  const backupKey = key.withKey('backup-mac', (mac) => Buffer.from(mac))
  try {
    if (!(await checkContainer(path, container, backupKey, { extractTo: database })))
      // Another program can put another file in its place meanwhile; that one was not judged and may be whole.
      return isDeepStrictEqual(await readContainer(path), container) ? damaged : failed
    if (!eraseInDatabase(database, key, gone))
      return before !== null && markOf(path) === before ? { kind: 'without', mark: before } : failed
    const { sequence, schemaVersion, ...facts } = await key.withKey('database', (own) =>
      checkDatabase(database, own),
    )
    const { createdAt, zone, vault } = container.head
    const reason = reasonOf(container.head)
    const content = {
      reason,
      lineage: lineageOfHead(container.head),
      sequence,
      schemaVersion,
      createdAt,
      zone,
      vault,
    }
    await writeContainer(partial, { database, content, facts, backupKey })
    await assertSound(partial, backupKey)
    const mark = markOf(partial, path)
    // A syncing program may have put another file there meanwhile, and nobody has looked at that one.
    if (mark === null || markOf(path) !== before) return failed
    renameOver(partial, path)
    syncFolder(folder)
    return { kind: 'rewritten', mark }
  } finally {
    backupKey.fill(0)
    for (const left of [partial, database, `${database}-journal`]) removeIfThere(left)
  }
}

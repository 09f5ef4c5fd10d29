import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { checkContainer, readContainer } from '../backups/container.ts'
import { openDatabase } from '../database/open-database.ts'
import { isMissing } from '../files/is-missing.ts'
import { withDerivedKey } from '../keys/derive-key.ts'
import { readHeader } from '../keys/header-files.ts'
import type { StoredHeader } from '../keys/header.ts'
import { unwrapHeader } from '../keys/unwrap-header.ts'

/** A database that could be opened: the file that it came from, and the clients and sessions in it. */
export interface FoundCopy {
  readonly path: string
  readonly clientIds: readonly string[]
  readonly sessionIds: readonly string[]
}

/**
 * Opens every file in these folders with every key that a passphrase unwraps from any header in any of them, and with
 * the given keys. Changes nothing. Knows no name of any file, so it finds what the app's own lists would miss.
 */
export async function everyCopy(
  folders: readonly string[],
  passphrases: readonly string[],
  known: KnownKeys = createKnownKeys(),
): Promise<FoundCopy[]> {
  const files = [...new Set(folders.flatMap(filesBelow))]
  const room = mkdtempSync(join(tmpdir(), 'attune-every-'))
  try {
    for (const file of files)
      for (const header of (await unlessGone(() => headersIn(file))) ?? [])
        await known.learn(header, passphrases)
    const found: FoundCopy[] = []
    for (const path of files)
      for (const key of known.all()) {
        const ids = await unlessGone(() => idsIn(path, key, room))
        if (ids) found.push({ path, ...ids })
      }
    return found
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

/** Null if the file is gone meanwhile: an open vault makes files and deletes them. */
async function unlessGone<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (cause) {
    if (isMissing(cause)) return null
    throw cause
  }
}

export type KnownKeys = ReturnType<typeof createKnownKeys>

/** Collects the keys of vaults. Derives each slot's key once. */
export function createKnownKeys() {
  const keys = new Map<string, Buffer>()
  const tried = new Set<string>()
  return {
    all: (): Buffer[] => [...keys.values()],
    learn: async (header: StoredHeader, passphrases: readonly string[]): Promise<void> => {
      for (const passphrase of passphrases) {
        const mark = JSON.stringify([passphrase, header.slots[0]])
        if (tried.has(mark)) continue
        tried.add(mark)
        try {
          const { vaultKey } = await unwrapHeader([header], {
            kind: 'passphrase',
            passphrase: typedSecret(passphrase),
          })
          keys.set(vaultKey.toString('hex'), vaultKey)
        } catch {
          // Another passphrase opens it.
        }
      }
    },
  }
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}

async function headersIn(file: string): Promise<StoredHeader[]> {
  const read = await readContainer(file)
  if (read.kind === 'backup') return [read.head.vault]
  const header = readHeader(readFileSync(file))
  return header.kind === 'header' ? [header.header] : []
}

async function idsIn(path: string, vaultKey: Buffer, room: string): Promise<Omit<FoundCopy, 'path'> | null> {
  const database = join(mkdtempSync(join(room, 'one-')), 'copy.db')
  const read = await readContainer(path)
  if (read.kind === 'backup') {
    const mac = withDerivedKey(vaultKey, 'backup-mac', (key) => Buffer.from(key))
    if (!(await checkContainer(path, read, mac, { extractTo: database }))) return null
  } else {
    copyFileSync(path, database)
    if (existsSync(`${path}-journal`)) copyFileSync(`${path}-journal`, `${database}-journal`)
  }
  let db: Database.Database
  try {
    db = withDerivedKey(vaultKey, 'database', (key) => openDatabase(database, key))
  } catch {
    return null
  }
  try {
    const ids = (table: string) => db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all().map(String)
    return { clientIds: ids('clients'), sessionIds: ids('sessions') }
  } catch {
    return null
  } finally {
    db.close()
  }
}

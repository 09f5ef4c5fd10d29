import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes, randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/outcome.ts'
import { sequenceOf } from './database/change.ts'
import { createDatabase, openDatabase } from './database/open-database.ts'
import { explainStorageFailure, withStorageFailures } from './database/sqlite-failure.ts'
import { renameOver, syncFolder } from './database/write-durably.ts'
import { deriveKey, type KeyPurpose } from './keys/derive-key.ts'
import { headerVersion, isHeaderSound, sealHeader, type Header } from './keys/header.ts'
import { readHeaders, writeHeader } from './keys/header-files.ts'
import { createPassphraseSlot, openPassphraseSlot } from './keys/keyslot.ts'
import { assertPassphraseAcceptable } from './keys/passphrase.ts'
import type { Argon2Cost } from './keys/stretch.ts'

/** What a new database is called until the header that names it has been written. */
const unfinishedName = 'unfinished.db'

/** An unlocked vault: the open database, and what closing it and checking a passphrase again need. */
export interface OpenVault {
  readonly db: Database.Database
  /** Where the vault's files are. */
  readonly folder: string
  /** The header in force at this moment. */
  readonly header: () => Header
  /** Lends a key that is derived from the vault key for one purpose; it is wiped when `use` returns. */
  readonly withKey: <T>(purpose: KeyPurpose, use: (key: Buffer) => T) => T
  readonly isOlderThanLastUsed: boolean
  /** Whether this is the passphrase that opens the vault. */
  readonly matches: (passphrase: string) => Promise<boolean>
  /** Writes the count of changes to the header, so that an older copy of the database is noticed later. */
  readonly seal: () => void
  /** Seals, closes the database and forgets the key. */
  readonly close: () => void
}

/**
 * Makes a new vault in a folder that holds none.
 *
 * The header is written last: until it is there, nothing was made. Throws `vault-exists` where anything of a vault
 * is found, so that a vault that can't be read is never written over.
 */
export async function createVault(folder: string, passphrase: string, cost: Argon2Cost): Promise<OpenVault> {
  assertPassphraseAcceptable(passphrase)
  withStorageFailures(() => mkdirSync(folder, { recursive: true, mode: 0o700 }))
  if (readHeaders(folder).presence !== 'none') throw new AppError('vault-exists')
  const vaultKey = randomBytes(32)
  const vaultId = randomUUID()
  const slot = await createPassphraseSlot({ version: headerVersion, vaultId }, vaultKey, passphrase, cost)
  const header = withStorageFailures(() => {
    rmSync(join(folder, unfinishedName), { force: true })
    const db = withDerivedKey(vaultKey, 'database', (key) =>
      createDatabase(join(folder, unfinishedName), key),
    )
    const sequence = sequenceOf(db)
    db.close()
    const createdAt = new Date().toISOString()
    const content = { format: 'attune-vault', version: headerVersion, vaultId, generation: 1 } as const
    return sealHeader({ ...content, dbFile: 'vault-1.db', sequence, createdAt, slots: [slot] }, vaultKey)
  })
  withStorageFailures(() => writeHeader(folder, header))
  return open(folder, header, vaultKey)
}

/**
 * Opens the vault in a folder.
 *
 * Throws `wrong-passphrase` where no key can be unwrapped, and otherwise what `openDatabase` throws: once a key was
 * unwrapped it is the right one, so what fails after that is the file.
 */
export async function unlockVault(folder: string, passphrase: string): Promise<OpenVault> {
  const found = withStorageFailures(() => readHeaders(folder))
  if (found.presence === 'none') throw new AppError('vault-missing')
  if (found.presence === 'damaged') throw new AppError('vault-damaged')
  if (found.presence === 'newer') throw new AppError('vault-newer')
  const { header, vaultKey } = await unwrapFirst(found.headers, passphrase)
  const vault = open(folder, header, vaultKey)
  if (!areBothCopies(found.headers, header)) renewCopies(folder, header)
  return vault
}

function open(folder: string, header: Header, vaultKey: Buffer): OpenVault {
  finishCreation(folder, header)
  const db = withDerivedKey(vaultKey, 'database', (key) => openDatabase(join(folder, header.dbFile), key))
  return openVault(folder, header, vaultKey, db)
}

/** A first start that was cut off after its header was written has the database under its first name still. */
function finishCreation(folder: string, header: Header): void {
  const unfinished = join(folder, unfinishedName)
  if (!existsSync(unfinished) || existsSync(join(folder, header.dbFile))) return
  withStorageFailures(() => {
    renameOver(unfinished, join(folder, header.dbFile))
    syncFolder(folder)
  })
}

function areBothCopies(headers: readonly Header[], header: Header): boolean {
  return headers.length === 2 && headers.every(({ checksum }) => checksum === header.checksum)
}

/** Writes both copies again where one was missing, damaged or older. Failing at it is no reason not to open. */
function renewCopies(folder: string, header: Header): void {
  try {
    writeHeader(folder, header)
  } catch {
    // The sound copy is still there, and the next unlock tries again.
  }
}

async function unwrapFirst(headers: readonly Header[], passphrase: string) {
  let wasChanged = false
  for (const header of distinct(headers)) {
    const vaultKey = await unwrap(header, passphrase)
    if (vaultKey && isHeaderSound(header, vaultKey)) return { header, vaultKey }
    wasChanged ||= vaultKey !== null
  }
  throw new AppError(wasChanged ? 'vault-damaged' : 'wrong-passphrase')
}

/** The second copy costs another key derivation, so it is tried only where its slot differs from the first's. */
function distinct(headers: readonly Header[]): Header[] {
  const seen = new Set<string>()
  return headers.filter((header) => {
    const text = JSON.stringify(header)
    return !seen.has(text) && seen.add(text)
  })
}

async function unwrap(header: Header, passphrase: string): Promise<Buffer | null> {
  for (const slot of header.slots) {
    const vaultKey = await openPassphraseSlot(header, slot, passphrase)
    if (vaultKey) return vaultKey
  }
  return null
}

function withDerivedKey<T>(vaultKey: Uint8Array, purpose: KeyPurpose, use: (key: Buffer) => T): T {
  const key = deriveKey(vaultKey, purpose)
  try {
    return use(key)
  } finally {
    key.fill(0)
  }
}

function openVault(folder: string, header: Header, vaultKey: Buffer, db: Database.Database): OpenVault {
  let current = header
  const seal = (): void => {
    current = recordSequence(folder, current, vaultKey, sequenceOf(db))
  }
  return {
    db,
    folder,
    header: () => current,
    withKey: (purpose, use) => withDerivedKey(vaultKey, purpose, use),
    seal,
    isOlderThanLastUsed: sequenceAtOpening(db) < header.sequence,
    matches: async (passphrase) => {
      const found = await unwrap(header, passphrase)
      found?.fill(0)
      return found !== null
    },
    close: () => {
      try {
        seal()
      } finally {
        db.close()
        vaultKey.fill(0)
      }
    },
  }
}

function sequenceAtOpening(db: Database.Database): number {
  try {
    return sequenceOf(db)
  } catch (cause) {
    db.close()
    throw explainStorageFailure(cause)
  }
}

function recordSequence(folder: string, header: Header, vaultKey: Buffer, sequence: number): Header {
  // An older copy keeps being told as such until it has seen as many changes as the one it stands for.
  if (sequence <= header.sequence) return header
  const { mac: _mac, checksum: _checksum, ...content } = header
  const sealed = sealHeader({ ...content, generation: header.generation + 1, sequence }, vaultKey)
  writeHeader(folder, sealed)
  return sealed
}

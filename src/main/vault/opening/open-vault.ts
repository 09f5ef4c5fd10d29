import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import type { GoneBack, ReadOnlyReason } from '#shared/contract/operations/vault.ts'
import { auditEndOf } from '../database/audit-end.ts'
import { assertChangesAllowed, beginReadingOnly, endReadingOnlyBy, sequenceOf } from '../database/change.ts'
import { closeDatabase } from '../database/copy-file.ts'
import { assertFileUnchanged, watchFile } from '../database/file-watch.ts'
import { renewLineage } from '../database/lineage.ts'
import { openDatabase } from '../database/open-database.ts'
import { removeLeftovers, replaceDatabase, setAsideDatabase } from '../database/replace-database.ts'
import type { SetAsideWhy } from '../database/set-aside-name.ts'
import { withStorageFailures } from '../files/sqlite-failure.ts'
import { heldKeys, type HeldKey } from './held-keys.ts'
import { markAtRest } from './in-use-file.ts'
import { withDerivedKey, type KeyPurpose } from '../keys/derive-key.ts'
import { slotContextOf, type AuditAnchor, type Header } from '../keys/header.ts'
import type { HeaderChange, HeaderKeeper } from '../keys/header-keeper.ts'
import { assertPassphraseAcceptable } from '../keys/passphrase.ts'
import { createPassphraseSlot, openPassphraseSlot } from '../keys/passphrase-slot.ts'
import { createRecoverySlot, openRecoverySlot } from '../keys/recovery-slot.ts'
import type { Argon2Cost } from '../keys/stretch.ts'
import type { Secret } from '../keys/unwrap-header.ts'
import { createSealing } from './close-sealed.ts'
import { setsAside, type PreparedDatabase } from './prepare-database.ts'
import { reencryptedDatabase } from './reencrypted-database.ts'

/** How a new database replaces the current one. */
export interface Replacement {
  /**
   * Writes the whole new database to the new path `file`, encrypted with the 32 bytes of `key`, in the current schema.
   * Its soundness is checked afterwards.
   */
  readonly build: (file: string, key: Buffer) => void
  /** Throws if the new database lacks something it must hold, such as some rows. */
  readonly verify?: (db: Database.Database) => void
  /** Whether the old database is deleted, or kept under a name that says why and when it was replaced. */
  readonly old: 'delete' | SetAsideWhy
}

/** A new key for the whole vault, prepared but not used yet. */
export interface Reencryption {
  /** Rewrites the vault under the new key and closes the old one. `old` says what becomes of the old database. */
  readonly finish: (since: Date, old: Replacement['old']) => OpenVault
  readonly forget: () => void
}

/** An unlocked vault: its open database, and operations on its keys and files. */
export interface OpenVault {
  readonly db: Database.Database
  /** The folder of the vault's files. */
  readonly folder: string
  /** Why the vault is read-only; null if it is writable. */
  readonly readOnlyReason: () => ReadOnlyReason | null
  /** Called when a page can't be read: makes the vault read-only from now on; the next unlock checks it. */
  readonly noteDamage: () => void
  /** How the vault has gone back to an earlier state; null if it has not, or once the user has accepted it. */
  readonly goneBack: () => GoneBack | null
  /**
   * Goes on with a vault that has gone back: its state is the one that counts from now on. Calls `alongside` in the change
   * that makes it so, unless the vault can't be written to.
   */
  readonly goOn: (alongside?: () => void) => void
  /** The vault was not closed to the end last time. */
  readonly wasLeftUnsealed: boolean
  /** The count of changes when this vault was opened. */
  readonly sequenceAtOpening: number
  readonly openedBy: Secret['kind']
  /** The current header. */
  readonly header: () => Header
  /** Derives a key for one purpose from the vault key and passes it to `use`. Wipes it when `use` returns. */
  readonly withKey: <T>(purpose: KeyPurpose, use: (key: Buffer) => T) => T
  /** The vault's key, and after it those that open copies from before a re-encryption. */
  readonly heldKeys: () => readonly HeldKey[]
  /** Whether this is the passphrase that opens the vault. */
  readonly matches: (passphrase: Uint8Array) => Promise<boolean>
  /** Whether these 32 bytes are the recovery key that opens the vault. */
  readonly matchesRecoveryKey: (recoveryKey: Uint8Array) => boolean
  /** Replaces the passphrase that opens the vault. */
  readonly setPassphrase: (passphrase: Uint8Array, cost: Argon2Cost) => Promise<void>
  /** Sets a recovery key of 32 random bytes, which replaces any previous one. */
  readonly setRecoveryKey: (recoveryKey: Uint8Array, since: Date) => void
  readonly prepareReencryption: (
    passphrase: Uint8Array,
    recoveryKey: Uint8Array,
    cost: Argon2Cost,
  ) => Promise<Reencryption>
  /** Replaces this vault's database: closes this vault and returns the open new one. */
  readonly replaceDatabase: (replacement: Replacement) => OpenVault
  /** Sets how to read the end of the audit log, which every `seal` writes to the header. */
  readonly anchorAudit: (read: () => AuditAnchor) => void
  /**
   * Writes the count of changes and the end of the audit log to the header, so that an older copy of the database or a
   * shortened log is noticed later.
   */
  readonly seal: () => void
  /** Seals, closes the database, seals the closed file and forgets the key. */
  readonly close: () => void
}

interface VaultParts extends PreparedDatabase {
  readonly keeper: HeaderKeeper
  readonly vaultKey: Buffer
  readonly openedBy: Secret['kind']
}

/** Builds the open vault from its parts. */
export function createOpenVault(parts: VaultParts): OpenVault {
  const { db, keeper, vaultKey } = parts
  const sequenceAtOpening = sequenceOf(db)
  let hardReason = parts.readOnlyReason
  let goneBack = parts.goneBack
  let readAnchor: (() => AuditAnchor) | null = null
  let isReleased = false

  /** Throws if the vault was closed or replaced, and its key wiped, during a key derivation. */
  const assertHeld = (): void => {
    if (isReleased) throw new AppError('not-available')
  }

  const readOnlyReason = (): ReadOnlyReason | null => hardReason ?? (goneBack ? 'gone-back' : null)

  const put = (change: HeaderChange): void => {
    if (readOnlyReason() !== null) throw new AppError('read-only')
    withStorageFailures(() => keeper.put(change, { vaultKey, db }))
  }

  /** Refuses a change of what opens the vault while another vault is about to replace it. */
  const putSlots = (slots: Header['slots']): void => {
    assertChangesAllowed(db)
    put({ slots })
  }

  const { seal, sealFile, beginChanges } = createSealing({
    db,
    keeper,
    vaultKey,
    put,
    isReadOnly: () => readOnlyReason() !== null,
    readAnchor: () => readAnchor,
  })

  const goOn = (alongside?: () => void): void => {
    const accepted = goneBack
    if (!accepted) return
    if (hardReason === null)
      withStorageFailures(() => {
        const state = { sequence: sequenceOf(db), audit: auditEndOf(db), databaseSeal: 'open' } as const
        keeper.put(state, { vaultKey, db })
        endReadingOnlyBy(db, () => {
          renewLineage(db, accepted.lines)
          alongside?.()
        })
      })
    goneBack = null
  }

  const release = (): void => {
    closeDatabase(db)
    isReleased = true
    vaultKey.fill(0)
    if (hardReason !== 'damaged') markAtRest(keeper.folder)
  }

  /** Builds, commits and opens the new database, and only then closes the old one. */
  const replace = (replacement: Replacement, next: { vaultKey: Buffer; change: HeaderChange }): OpenVault => {
    const { folder } = keeper
    const old = keeper.current().dbFile
    const setAside = replacement.old === 'delete' ? null : replacement.old
    return withStorageFailures(() => {
      assertHeld()
      if (hardReason === 'folder') throw new AppError('read-only')
      if (hardReason === null) assertFileUnchanged(db)
      let isCommitted = false
      const build = (key: Buffer): Database.Database => {
        const dbFile = replaceDatabase(folder, {
          ...replacement,
          key,
          named: [old],
          commit: (name, proven) => {
            const replaces = setAside ? null : old
            const proof = { vaultKey: next.vaultKey, db: null }
            const keyBefore = next.vaultKey === vaultKey ? undefined : vaultKey
            const change = { ...next.change, ...proven, dbFile: name, replaces }
            const aside = setAside ? [setsAside(old, setAside)] : []
            keeper.put({ ...change, databaseSeal: 'open', setsAside: aside }, proof, keyBefore)
            isCommitted = true
          },
        })
        return openDatabase(join(folder, dbFile), key)
      }
      const opened = ((): Database.Database => {
        try {
          return withDerivedKey(next.vaultKey, 'database', build)
        } catch (cause) {
          // The database still open here is no longer the vault, and nothing may be written to it.
          if (isCommitted) release()
          throw cause
        }
      })()
      watchFile(opened)
      closeDatabase(db)
      isReleased = true
      if (next.vaultKey !== vaultKey) vaultKey.fill(0)
      if (setAside) setAsideDatabase(folder, old, setAside)
      const { dbFile, replaces } = keeper.current()
      if (keeper.renew({ vaultKey: next.vaultKey, db: opened })) removeLeftovers(folder, dbFile, replaces)
      return createOpenVault({
        ...parts,
        db: opened,
        vaultKey: next.vaultKey,
        readOnlyReason: null,
        goneBack: null,
        wasLeftUnsealed: false,
      })
    })
  }

  if (hardReason === null && goneBack) beginReadingOnly(db)
  if (hardReason === null && !goneBack) beginChanges()

  return {
    db,
    folder: keeper.folder,
    readOnlyReason,
    noteDamage: () => {
      hardReason ??= 'damaged'
    },
    goneBack: () => goneBack && { kind: goneBack.kind, newestBackup: goneBack.newestBackup },
    goOn,
    wasLeftUnsealed: parts.wasLeftUnsealed,
    sequenceAtOpening,
    openedBy: parts.openedBy,
    header: keeper.current,
    withKey: (purpose, use) => withDerivedKey(vaultKey, purpose, use),
    heldKeys: () => heldKeys(vaultKey, db),
    matches: async (passphrase) => {
      const header = keeper.current()
      const found = await openPassphraseSlot(slotContextOf(header), header.slots[0], passphrase)
      found?.fill(0)
      return found !== null
    },
    matchesRecoveryKey: (recoveryKey) => {
      const header = keeper.current()
      const [, recovery] = header.slots
      const found = recovery ? openRecoverySlot(slotContextOf(header), recovery, recoveryKey) : null
      found?.fill(0)
      return found !== null
    },
    setPassphrase: async (passphrase, cost) => {
      await assertPassphraseAcceptable(passphrase)
      const context = slotContextOf(keeper.current())
      const slot = await createPassphraseSlot(context, vaultKey, passphrase, cost)
      assertHeld()
      const [, recovery] = keeper.current().slots
      putSlots(recovery ? [slot, recovery] : [slot])
    },
    setRecoveryKey: (recoveryKey, since) => {
      const header = keeper.current()
      const slot = createRecoverySlot(slotContextOf(header), vaultKey, recoveryKey, since)
      putSlots([header.slots[0], slot])
    },
    prepareReencryption: async (passphrase, recoveryKey, cost) => {
      const fresh = randomBytes(32)
      const context = slotContextOf(keeper.current())
      const slot = await createPassphraseSlot(context, fresh, passphrase, cost)
      return {
        forget: () => fresh.fill(0),
        finish: (since, old) => {
          assertHeld()
          const recovery = createRecoverySlot(context, fresh, recoveryKey, since)
          return replace(
            { ...reencryptedDatabase(db, vaultKey), old },
            { vaultKey: fresh, change: { slots: [slot, recovery] } },
          )
        },
      }
    },
    replaceDatabase: (replacement) => replace(replacement, { vaultKey, change: {} }),
    anchorAudit: (read) => {
      readAnchor = read
    },
    seal,
    close: () => {
      try {
        seal()
        closeDatabase(db)
        // Closed properly, whether or not there is time left for the seal of the file.
        if (hardReason !== 'damaged') markAtRest(keeper.folder)
        sealFile()
      } finally {
        release()
      }
    },
  }
}

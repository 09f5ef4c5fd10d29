import { join } from 'node:path'
import { watchFile } from '../database/file-watch.ts'
import { openDatabase } from '../database/open-database.ts'
import { replaceDatabase, setAsideDatabase } from '../database/replace-database.ts'
import { setAsideLabel, type SetAsideWhy } from '../database/set-aside-name.ts'
import { createOwnFolder } from '../files/own-folder.ts'
import { withStorageFailures } from '../files/sqlite-failure.ts'
import { markInUse } from './in-use-file.ts'
import { withDerivedKey } from '../keys/derive-key.ts'
import type { Header } from '../keys/header.ts'
import { keepOldHeaders, readHeaders } from '../keys/header-files.ts'
import { createHeaderKeeper } from '../keys/header-keeper.ts'
import type { Secret } from '../keys/unwrap-header.ts'
import { setsAside } from './prepare-database.ts'
import { createOpenVault, type OpenVault, type Replacement } from './open-vault.ts'

/** A vault from elsewhere, such as a backup: its header, and the key that a secret unwrapped from it. */
export interface VaultSource {
  readonly header: Header
  readonly vaultKey: Buffer
  readonly openedBy: Secret['kind']
}

/**
 * Installs a vault from elsewhere in a folder whose own vault can't be opened, or that holds none.
 *
 * The vault brings its own keys. Sets aside all previous files of a vault and never deletes them. Throws write
 * errors; the previous vault then stays current.
 *
 * A header that says it is a newer Attune's is set aside like any other: anybody can write one.
 */
export function installVault(
  folder: string,
  { header, vaultKey, openedBy }: VaultSource,
  { build, verify, old }: Omit<Replacement, 'old'> & { readonly old: SetAsideWhy },
): OpenVault {
  return withStorageFailures(() => {
    createOwnFolder(folder)
    const found = readHeaders(folder)
    const keeper = createHeaderKeeper(folder, header, found, null)
    const db = withDerivedKey(vaultKey, 'database', (key) => {
      const dbFile = replaceDatabase(folder, {
        key,
        named: found.headers.map((earlier) => earlier.dbFile),
        build,
        ...(verify ? { verify } : {}),
        commit: (name, proven) => {
          keepOldHeaders(folder, setAsideLabel(old))
          const setsAsideToo = found.headers.map((earlier) => setsAside(earlier.dbFile, old))
          const change = { ...proven, dbFile: name, replaces: null, setsAside: setsAsideToo }
          keeper.put({ ...change, databaseSeal: 'open' }, { vaultKey, db: null })
        },
      })
      for (const earlier of found.headers) setAsideDatabase(folder, earlier.dbFile, old)
      markInUse(folder, dbFile)
      return openDatabase(join(folder, dbFile), key)
    })
    watchFile(db)
    return createOpenVault({
      db,
      keeper,
      vaultKey,
      openedBy,
      readOnlyReason: null,
      goneBack: null,
      wasLeftUnsealed: false,
    })
  })
}

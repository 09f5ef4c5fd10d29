import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { sequenceOf } from '../database/change.ts'
import { assertNothingLost, copyDatabase, countRows, rekeyDatabase } from '../database/copy-database.ts'
import { addEarlierKeys } from '../database/earlier-keys.ts'
import { renewLineage } from '../database/lineage.ts'
import { openDatabase } from '../database/open-database.ts'
import type { NewDatabase } from '../database/replace-database.ts'
import { withDerivedKey } from '../keys/derive-key.ts'

/** Builds a database of the same rows under another key. It remembers the key that it replaces. */
export function reencryptedDatabase(
  db: Database.Database,
  vaultKey: Uint8Array,
): Pick<NewDatabase, 'build' | 'verify'> {
  const rows = countRows(db)
  const sequence = sequenceOf(db)
  return {
    build: (file, key) => {
      copyDatabase(db, file)
      withDerivedKey(vaultKey, 'database', (old) => rekeyDatabase(file, old, key))
      const next = openDatabase(file, key)
      try {
        renewLineage(next)
        addEarlierKeys(next, [vaultKey])
      } finally {
        next.close()
      }
    },
    verify: (next) => {
      assertNothingLost(rows, next)
      if (sequenceOf(next) !== sequence) throw new AppError('vault-damaged')
    },
  }
}

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyDatabase } from './copy-database.ts'
import { createDatabase, openDatabase } from './open-database.ts'
import { hasOnlyOwnParts } from './own-schema.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const key = new Uint8Array(32).fill(7)

test('a new database and its copy have only parts of their own', () => {
  const folder = temporaryFolder()
  const db = createDatabase(join(folder, 'vault.db'), key)
  expect(hasOnlyOwnParts(db)).toBe(true)
  copyDatabase(db, join(folder, 'copy.db'))
  db.close()
  const copy = openDatabase(join(folder, 'copy.db'), key)
  expect(hasOnlyOwnParts(copy)).toBe(true)
  copy.close()
})

test.each([
  `CREATE TRIGGER added AFTER INSERT ON clients BEGIN DELETE FROM sessions; END`,
  `CREATE VIEW added AS SELECT * FROM clients`,
  `CREATE VIRTUAL TABLE added USING fts5(words)`,
  `DROP TRIGGER audit_entries_are_kept; CREATE TRIGGER audit_entries_are_kept BEFORE DELETE ON audit_entries BEGIN SELECT 1; END`,
])('fault 113: a part from elsewhere shows: %s', (sql) => {
  const db = createDatabase(join(temporaryFolder(), 'vault.db'), key)
  db.exec(sql)
  expect(hasOnlyOwnParts(db)).toBe(false)
  db.close()
})

import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { instrumentSchema } from '#shared/measures/instrument.ts'
import { migrate, migrations } from '../../database/migrations/migrations.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { assetsFolder } from '../../testing/test-vault.ts'
import { createInstrumentLibrary } from './instrument-library.ts'

function library() {
  const db = new Database(':memory:')
  migrate(db, migrations)
  const folder = join(temporaryFolder(), 'instruments')
  cpSync(join(assetsFolder, 'instruments'), folder, { recursive: true })
  return { db, folder, open: () => createInstrumentLibrary(db, folder) }
}

test('an instrument with a risk item is not offered', () => {
  const offered = library().open().offered()
  expect(offered.length).toBeGreaterThan(8)
  expect(offered.filter(({ riskItems }) => riskItems.length > 0)).toEqual([])
})

test('a version that was answered stays as it was, whatever the file says later', () => {
  const { folder, open } = library()
  const first = open()
  const original = instrumentSchema.parse(first.newest('attune-own-empathy'))
  first.keep(original)
  const file = join(folder, 'attune-own-empathy.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(original.title, 'Another title'))
  const later = open()
  expect(later.find('attune-own-empathy', 1)).toEqual(original)
  const changed = instrumentSchema.parse(later.newest('attune-own-empathy'))
  expect(changed.title).toBe('Another title')
  expect(() => later.keep(changed)).toThrow(/without a new version/)
})

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { withoutScaleFacts } from '#shared/instruments/described-scales.ts'
import { instrumentSchema, needsRiskPath } from '#shared/instruments/instrument.ts'
import { migrate, migrations } from '../../database/migrations/migrations.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { assetsFolder } from '../../testing/test-vault.ts'
import { createVaultSettingsRepository } from '../vault-settings.repository.ts'
import { createPackRepository } from './pack.repository.ts'
import { createScaleDescriptions } from './scale-descriptions.ts'
import { createInstrumentLibrary } from './instrument-library.ts'

function library() {
  const db = new Database(':memory:')
  migrate(db, migrations)
  const folder = join(temporaryFolder(), 'instruments')
  cpSync(join(assetsFolder, 'instruments'), folder, { recursive: true })
  const descriptions = createScaleDescriptions(createVaultSettingsRepository(db))
  return {
    db,
    folder,
    packs: createPackRepository(db),
    descriptions,
    /** Ships a later version of a form, and keeps the one before. */
    shipLater: (id: string) => {
      const before = instrumentSchema.parse(JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')))
      const later = { ...before, version: before.version + 1, title: 'Later' }
      rmSync(join(folder, 'earlier'), { recursive: true, force: true })
      mkdirSync(join(folder, 'earlier'))
      writeFileSync(join(folder, `earlier/${id}.${String(before.version)}.json`), JSON.stringify(before))
      writeFileSync(join(folder, `${id}.json`), JSON.stringify(later))
      return { before, later }
    },
    open: () => createInstrumentLibrary(db, folder, createPackRepository(db), descriptions),
  }
}

test('shipped instruments are offered once each, including those with a risk item', () => {
  const offered = library().open().offered()
  expect(offered.length).toBeGreaterThan(8)
  expect(new Set(offered.map(({ id }) => id)).size).toBe(offered.length)
  expect(offered.filter(needsRiskPath).map(({ id }) => id)).toEqual(['phq-9'])
})

test('an imported instrument is kept even if one of the same name and version ships later', () => {
  const { db, folder, open } = library()
  const own = instrumentSchema.parse({ ...open().newest('gad-7'), id: 'calm', version: 1, title: 'Mine' })
  createPackRepository(db).insert({
    instrument: own,
    source: 'attune',
    importedAt: '2026-03-20T15:00:00.000Z',
  })
  writeFileSync(join(folder, 'calm.json'), JSON.stringify({ ...own, title: 'Theirs' }))
  expect(open().newest('calm')?.title).toBe('Mine')
  expect(open().find('calm', 1)?.title).toBe('Mine')
  writeFileSync(join(folder, 'calm.json'), JSON.stringify({ ...own, version: 2, title: 'Theirs' }))
  expect(open().newest('calm')?.title).toBe('Theirs')
  expect(open().find('calm', 1)?.title).toBe('Mine')
})

test('an answered version stays unchanged, whatever its file contains later', () => {
  const { folder, open } = library()
  const first = open()
  const original = instrumentSchema.parse(first.newest('attune-own-empathy'))
  first.keep(original)
  const file = join(folder, 'attune-own-empathy.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(original.title, 'Another title'))
  const later = open()
  expect(later.find('attune-own-empathy', original.version)).toEqual(original)
  const changed = instrumentSchema.parse(later.newest('attune-own-empathy'))
  expect(changed.title).toBe('Another title')
  expect(() => later.keep(changed)).toThrow(/without a new version/)
})

test('a version rolled back with a failed change is stored with the next one', () => {
  const { db, open } = library()
  const instruments = open()
  const form = instrumentSchema.parse(instruments.newest('gad-7'))
  const fails = db.transaction(() => {
    // Two answers in one change: the second sees the row of the first, which is not committed yet.
    instruments.keep(form)
    instruments.keep(form)
    throw new Error('the disk is full')
  })
  expect(() => fails()).toThrow('the disk is full')
  const rows = () => db.prepare('SELECT id, version FROM instruments').all()
  expect(rows()).toEqual([])
  instruments.keep(form)
  instruments.keep(form)
  expect(rows()).toEqual([{ id: 'gad-7', version: form.version }])
})

test('a version answered before its scales were described takes their facts from its file', () => {
  const { db, open } = library()
  const shipped = instrumentSchema.parse(open().newest('attune-alliance-client'))
  db.prepare('INSERT INTO instruments (id, version, content) VALUES (?, ?, ?)').run(
    shipped.id,
    shipped.version,
    JSON.stringify(withoutScaleFacts(shipped)),
  )
  const later = open()
  expect(later.find(shipped.id, shipped.version)).toEqual(shipped)
  // Answered again: describing a scale is no change of the form.
  expect(() => later.keep(shipped)).not.toThrow()
})

test('an answered version keeps what its file says, not what the user says of it', () => {
  const { db, open, descriptions } = library()
  const instruments = open()
  descriptions.say('gad-7', [{ scale: 'total', construct: 'wellbeing', frame: 'in-general' }])
  const form = instrumentSchema.parse(instruments.newest('gad-7'))
  expect(form.scales[0]).toMatchObject({ construct: 'wellbeing', frame: 'in-general' })
  instruments.keep(form)
  const kept = db.prepare('SELECT content FROM instruments').pluck().get()
  expect(JSON.parse(String(kept))).toMatchObject({ scales: [{ construct: 'symptoms' }] })
})

test('an earlier version that Attune shipped is found, and only the newest is offered', () => {
  const { shipLater, open } = library()
  const { before, later } = shipLater('gad-7')
  const instruments = open()
  expect(instruments.find('gad-7', before.version)).toEqual(before)
  expect(instruments.newest('gad-7')).toEqual(later)
  expect(instruments.offered().filter(({ id }) => id === 'gad-7')).toHaveLength(1)
  instruments.keep(before)
  expect(instruments.all().filter(({ isSuperseded }) => isSuperseded)).toMatchObject([
    { instrument: { id: 'gad-7', version: before.version }, state: 'retired', isUsed: true },
  ])
})

test('an instrument that the user retired stays retired when a later version ships', () => {
  const { shipLater, open, packs } = library()
  const { before, later } = shipLater('gad-7')
  packs.setShippedState('gad-7', before.version, 'retired')
  expect(open().newest('gad-7')).toBeNull()
  packs.setShippedState('gad-7', later.version, 'offered')
  expect(open().newest('gad-7')).toEqual(later)
})

import { randomBytes } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { change, holdChanges, sequenceOf } from './change.ts'
import { changeInSlices } from './change-in-slices.ts'
import { copyFileOf } from './copy-file.ts'
import { watchFile } from './file-watch.ts'
import { journalOf } from './journal.ts'
import { createDatabase, openDatabase } from './open-database.ts'
import { giveUpLongChange, longChangeOver } from './ongoing-change.ts'

const key = randomBytes(32)

function newDatabase() {
  const db = createDatabase(join(temporaryFolder(), 'vault-1.db'), key)
  onTestFinished(() => void db.close())
  db.exec('CREATE TABLE lines (text TEXT)')
  watchFile(db)
  return db
}

const add = (db: Database.Database, text: string) => db.prepare('INSERT INTO lines VALUES (?)').run(text)
const count = (db: Database.Database) => db.prepare('SELECT count(*) FROM lines').pluck().get()

/** Writes lines of a thousand letters until `until` says that it is enough; each slice takes a few milliseconds. */
function* lines(db: Database.Database, until: () => boolean, keeps = true) {
  while (!until()) {
    add(db, 'x'.repeat(1_000))
    yield undefined
  }
  return { result: 'done', keeps }
}

/** Begins a long change and lets it write for some slices. */
async function begun(db: Database.Database, keeps = true) {
  const state = { isEnough: false }
  const answer = changeInSlices(db, () => lines(db, () => state.isEnough, keeps))
  answer.catch(() => undefined)
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  return { state, answer }
}

test('a long change is counted once and leaves the database to others afterwards', async () => {
  const db = newDatabase()
  const before = sequenceOf(db)
  const { state, answer } = await begun(db)
  expect(longChangeOver(db)).not.toBeNull()
  state.isEnough = true
  expect(await answer).toBe('done')
  expect(longChangeOver(db)).toBeNull()
  expect(sequenceOf(db)).toBe(before + 1)
  change(db, () => add(db, 'later'))
  expect(count(db)).toBeGreaterThan(1)
})

test('fault 320: what is not to be kept, fails or is given up leaves nothing behind', async () => {
  const db = newDatabase()
  const before = sequenceOf(db)
  const unkept = await begun(db, false)
  unkept.state.isEnough = true
  expect(await unkept.answer).toBe('done')
  expect(count(db)).toBe(0)

  const failing = changeInSlices(db, function* () {
    add(db, 'first')
    yield undefined
    throw new Error('a fault')
  })
  await expect(failing).rejects.toThrow('a fault')
  expect(count(db)).toBe(0)

  const { answer } = await begun(db)
  expect(count(db)).toBeGreaterThan(0)
  giveUpLongChange(db)
  expect(count(db)).toBe(0)
  await expect(answer).rejects.toMatchObject({ code: 'reading-cancelled' })
  expect(sequenceOf(db)).toBe(before)
  change(db, () => add(db, 'later'))
  expect(count(db)).toBe(1)
})

test('fault 320: another change meanwhile is refused and gets into neither', async () => {
  const db = newDatabase()
  const { answer } = await begun(db)
  expect(() => change(db, () => add(db, 'other'))).toThrow('import-running')
  expect(() => holdChanges(db)).toThrow('import-running')
  giveUpLongChange(db)
  await expect(answer).rejects.toMatchObject({ code: 'reading-cancelled' })
  expect(count(db)).toBe(0)
})

test('fault 320: a process that is killed in the middle leaves what was there before', async () => {
  const db = newDatabase()
  change(db, () => add(db, 'before'))
  db.pragma('cache_size = 10')
  const { state, answer } = await begun(db)
  const copy = join(temporaryFolder(), 'vault-1.db')
  copyFileSync(db.name, copy)
  copyFileSync(journalOf(db.name), journalOf(copy))
  state.isEnough = true
  await answer
  const found = openDatabase(copy, key)
  onTestFinished(() => void found.close())
  expect(count(found)).toBe(1)
})

test('a copy of the file waits for the end of a long change', async () => {
  const db = newDatabase()
  const { state, answer } = await begun(db)
  const path = join(temporaryFolder(), 'copy.db')
  const copied = copyFileOf(db, path, () => count(db))
  setTimeout(() => {
    state.isEnough = true
  }, 30)
  await answer
  expect(await copied).toBe(count(db))
  const copy = openDatabase(path, key)
  onTestFinished(() => void copy.close())
  expect(count(copy)).toBe(count(db))
})

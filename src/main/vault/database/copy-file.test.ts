import { randomBytes } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { change } from './change.ts'
import { closeDatabase, copyFileOf } from './copy-file.ts'
import { watchFile } from './file-watch.ts'
import { assertSettings, createDatabase, isSound, openDatabase } from './open-database.ts'

const key = Buffer.alloc(32, 5)
const padding = 'x'.repeat(30_000)

/** A database of several megabytes, which is copied in several pieces. */
function largeDatabase(): { db: Database.Database; file: string; copy: string } {
  const folder = temporaryFolder()
  const file = join(folder, 'vault-1.db')
  const db = createDatabase(file, key)
  onTestFinished(() => {
    if (db.open) closeDatabase(db)
  })
  change(db, () => {
    for (let count = 0; count < 150; count += 1) add(db)
  })
  watchFile(db)
  return { db, file, copy: join(folder, 'copy.db') }
}

function add(db: Database.Database): void {
  const name = randomBytes(8).toString('hex')
  db.prepare('INSERT INTO vault_settings (name, content) VALUES (?, ?)').run(name, JSON.stringify(padding))
}

function countOf(db: Database.Database): number {
  return Number(db.prepare('SELECT count(*) FROM vault_settings').pluck().get())
}

function contentOf(copy: string): number {
  const opened = openDatabase(copy, key)
  try {
    expect(isSound(opened)).toBe(true)
    return countOf(opened)
  } finally {
    opened.close()
  }
}

test('the copy equals the file byte by byte, is described in the same state, and only its owner may read it', async () => {
  const { db, file, copy } = largeDatabase()
  expect(await copyFileOf(db, copy, () => countOf(db))).toBe(150)
  expect(readFileSync(copy).equals(readFileSync(file))).toBe(true)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect(contentOf(copy)).toBe(150)
})

test('a change midway does not tear the copy: it is taken again from the new state', async () => {
  const { db, copy } = largeDatabase()
  let turns = 0
  const copying = copyFileOf(db, copy, () => countOf(db)).finally(() => (turns = Infinity))
  for (; turns < 2; turns += 1) await nextTurn()
  // Changes many pages, all over the file.
  change(db, () => {
    db.prepare(`DELETE FROM vault_settings WHERE name < '8'`).run()
    for (let count = 0; count < 20; count += 1) add(db)
  })
  const described = await copying
  expect(described).toBe(countOf(db))
  expect(contentOf(copy)).toBe(described)
})

test('however often it is disturbed, the copy finishes and has one consistent state', async () => {
  const { db, copy } = largeDatabase()
  let isDone = false
  const copying = copyFileOf(db, copy, () => countOf(db)).finally(() => (isDone = true))
  let saves = 0
  for (; !isDone; saves += 1) {
    change(db, () => add(db))
    await nextTurn()
  }
  expect(saves).toBeGreaterThan(4)
  const described = await copying
  expect(described).toBeGreaterThan(152)
  expect(contentOf(copy)).toBe(described)
})

test('a change visible only in the file, such as VACUUM, is noticed too', async () => {
  const { db, copy } = largeDatabase()
  change(db, () => db.prepare(`DELETE FROM vault_settings WHERE name < '8'`).run())
  const copying = copyFileOf(db, copy, () => countOf(db))
  await nextTurn()
  db.exec('VACUUM')
  await expect(copying).rejects.toMatchObject({ code: 'vault-changed-underneath' })
})

test('a file that another program has written to is not copied', async () => {
  const { db, file, copy } = largeDatabase()
  appendFileSync(file, 'from elsewhere')
  await expect(copyFileOf(db, copy, () => 0)).rejects.toMatchObject({ code: 'vault-changed-underneath' })
})

test('nothing is copied during a change', async () => {
  const { db, copy } = largeDatabase()
  db.exec('BEGIN IMMEDIATE')
  await expect(copyFileOf(db, copy, () => 0)).rejects.toThrow('a change is under way')
  db.exec('ROLLBACK')
  writeFileSync(`${db.name}-journal`, 'a journal that somebody would have to play back')
  await expect(copyFileOf(db, `${copy}-2`, () => 0)).rejects.toThrow('a change is under way')
})

test('a database closed midway gives no copy', async () => {
  const { db, copy } = largeDatabase()
  const copying = copyFileOf(db, copy, () => 0)
  await nextTurn()
  closeDatabase(db)
  await expect(copying).rejects.toMatchObject({ code: 'not-available' })
})

test('after a copy no other program can open the database, as before, and its settings hold', async () => {
  const { db, file, copy } = largeDatabase()
  const opening = `
    const Database = require('better-sqlite3')
    const db = new Database(${JSON.stringify(file)}, { timeout: 0 })
    db.pragma("cipher='chacha20'")
    db.key(Buffer.concat([Buffer.from('raw:'), Buffer.alloc(32, 5)]))
    console.log(db.prepare('SELECT count(*) FROM vault_settings').pluck().get())`
  const another = () => spawnSync(process.execPath, ['-e', opening], { encoding: 'utf8', cwd: process.cwd() })
  expect(another().stderr).toContain('database is locked')
  await copyFileOf(db, copy, () => 0)
  expect(another().stderr).toContain('database is locked')
  assertSettings(db)
  for (const [pragma, answer] of [
    ['journal_mode', 'delete'],
    ['locking_mode', 'exclusive'],
    ['synchronous', 3],
  ])
    expect(db.pragma(String(pragma), { simple: true })).toBe(answer)
  closeDatabase(db)
  expect(another().stdout.trim()).toBe('150')
})

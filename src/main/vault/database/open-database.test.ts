import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { assertSettings, createDatabase, openDatabase } from './open-database.ts'

const key = randomBytes(32)

function newDatabase() {
  const file = join(temporaryFolder(), 'vault-1.db')
  const db = createDatabase(file, key)
  return { file, db }
}

const codeOf = (action: () => unknown): unknown => {
  try {
    action()
    return 'opened'
  } catch (cause) {
    return cause instanceof Error && 'code' in cause ? cause.code : cause
  }
}

test('every setting holds after opening, and a changed setting is noticed', () => {
  const { file, db } = newDatabase()
  db.close()
  const again = openDatabase(file, key)
  expect(() => assertSettings(again)).not.toThrow()
  const changes = [
    ['synchronous = NORMAL', 'synchronous = EXTRA'],
    ['temp_store = FILE', 'temp_store = MEMORY'],
    ['secure_delete = OFF', 'secure_delete = ON'],
    ['foreign_keys = OFF', 'foreign_keys = ON'],
    ['trusted_schema = ON', 'trusted_schema = OFF'],
  ] as const
  for (const [change, undo] of changes) {
    again.pragma(change)
    expect(() => assertSettings(again), change).toThrow()
    again.pragma(undo)
  }
  expect(() => assertSettings(again)).not.toThrow()
  again.close()
})

test('the file shows none of the written text, and no other file stays beside it', () => {
  const { file, db } = newDatabase()
  const canary = 'canary-of-the-tests'
  db.exec('CREATE TABLE notes (text TEXT) STRICT')
  db.prepare('INSERT INTO notes VALUES (?)').run(canary.repeat(2_000))
  expect(db.prepare('SELECT text FROM notes').pluck().get()).toContain(canary)
  db.close()
  expect(readFileSync(file).includes(canary)).toBe(false)
  expect(readFileSync(file).includes('SQLite format')).toBe(false)
  expect(readdirSync(join(file, '..'))).toEqual(['vault-1.db'])
})

test('a missing, empty, truncated or foreign file each gives its own error and stays unchanged', () => {
  const { file, db } = newDatabase()
  db.close()
  const whole = readFileSync(file)
  expect(codeOf(() => openDatabase(`${file}.not-there`, key))).toBe('vault-missing')

  const cases: [name: string, bytes: Buffer, code: string][] = [
    ['empty', Buffer.alloc(0), 'vault-empty'],
    ['truncated to a page and a half', whole.subarray(0, 6_000), 'vault-damaged'],
    ['truncated to its first bytes', whole.subarray(0, 100), 'vault-damaged'],
    ['noise', randomBytes(16_384), 'vault-damaged'],
    ['text', Buffer.from('this is no vault at all\n'.repeat(400)), 'vault-damaged'],
  ]
  for (const [name, bytes, code] of cases) {
    writeFileSync(file, bytes)
    expect(
      codeOf(() => openDatabase(file, key)),
      name,
    ).toBe(code)
    expect(readFileSync(file).equals(bytes), name).toBe(true)
  }
})

test('fault 9: a plain database and one of another program are refused', () => {
  const folder = temporaryFolder()
  const plain = new Database(join(folder, 'plain.db'))
  plain.exec('CREATE TABLE clients (id TEXT)')
  plain.close()
  expect(codeOf(() => openDatabase(join(folder, 'plain.db'), key))).toBe('vault-damaged')

  const { file, db } = newDatabase()
  db.pragma('application_id = 1')
  db.close()
  expect(codeOf(() => openDatabase(file, key))).toBe('vault-not-ours')
})

test('fault 26: a database of a newer Attune is refused untouched', () => {
  const { file, db } = newDatabase()
  db.pragma('user_version = 999990')
  db.close()
  const before = readFileSync(file)
  expect(codeOf(() => openDatabase(file, key))).toBe('vault-newer')
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a flipped bit in a page is found when the page is read', () => {
  const { file, db } = newDatabase()
  db.exec('CREATE TABLE notes (text TEXT) STRICT')
  db.prepare('INSERT INTO notes VALUES (?)').run('x'.repeat(40_000))
  db.close()
  const bytes = readFileSync(file)
  const last = bytes.length - 2_000
  bytes[last] = (bytes[last] ?? 0) ^ 1
  writeFileSync(file, bytes)
  const damaged = openDatabase(file, key)
  expect(codeOf(() => damaged.prepare('SELECT text FROM notes').all())).toMatch(/SQLITE_CORRUPT/)
  damaged.close()
})

test('a new database never replaces a file', () => {
  const { file, db } = newDatabase()
  db.close()
  const before = readFileSync(file)
  expect(() => createDatabase(file, key)).toThrow()
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('fault 22: a second connection is refused because the vault is in use', () => {
  const { file, db } = newDatabase()
  db.prepare('SELECT count(*) FROM clients').get()
  expect(codeOf(() => openDatabase(file, key))).toBe('vault-in-use')
  db.close()
})

test('a key of another length is refused, because SQLite would treat it as a passphrase', () => {
  const { file, db } = newDatabase()
  db.close()
  expect(() => openDatabase(file, randomBytes(31))).toThrow(/32 bytes/)
})

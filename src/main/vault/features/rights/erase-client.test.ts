import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createAuditLog } from '../../audit/audit-log.ts'
import { createAuditRepository } from '../../audit/audit.repository.ts'
import { createDatabase, openDatabase } from '../../database/open-database.ts'
import { watchFile } from '../../database/file-watch.ts'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault } from '../../testing/test-vault.ts'
import { createErasedClients } from '../../records/erased-clients.ts'
import { createVaultSettingsRepository } from '../../records/vault-settings.repository.ts'
import { clientTables, countClientRows } from './client-tables.ts'
import { eraseClient, finishErasure } from './erase-client.ts'
import { fillClient } from './testing/fill-client.ts'
import { findInPages } from './scan-pages.ts'

const partsOf = (db: Database.Database) => ({
  db,
  auditLog: createAuditLog(
    { db, now: () => new Date('2026-03-20T15:00:00.000Z'), zone: () => 'UTC' },
    createAuditRepository(db),
  ),
  vaultSettings: createVaultSettingsRepository(db),
  erasedClients: createErasedClients(db),
  now: () => new Date('2026-03-20T15:00:00.000Z'),
  copyFolders: [],
})

test('every table that names a client or a session deletes its rows with the client', () => {
  const { db } = createTestVault()
  const reached = new Set(clientTables(db).map(({ name }) => name))
  // The audit log keeps the random ids on purpose.
  reached.add('audit_entries')
  const tables = z.array(z.object({ name: z.string(), type: z.string() })).parse(db.pragma('table_list'))
  const naming = tables.filter(({ name, type }) => {
    const columns = z.array(z.object({ name: z.string() })).parse(db.pragma(`table_info(${name})`))
    return type === 'table' && columns.some((column) => /(^|_)(client|session)_id$/.test(column.name))
  })
  // Clients of supervisees are none of the vault's own; their tables hang on them.
  const received = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
         AND EXISTS (SELECT 1 FROM pragma_foreign_key_list(sqlite_schema.name) k
           WHERE k."table" = 'received_clients' AND k.on_delete = 'CASCADE')`,
    )
    .pluck()
    .all()
  for (const name of z.array(z.string()).parse(received)) reached.add(name)
  expect(naming.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([])
  const keys = [...reached].flatMap((name) =>
    z
      .array(z.object({ table: z.string(), on_delete: z.string() }))
      .parse(db.pragma(`foreign_key_list(${name})`)),
  )
  expect(keys.filter(({ table }) => reached.has(table)).map(({ on_delete }) => on_delete)).not.toContain(
    'NO ACTION',
  )
})

test('text removed from a full-text index leaves no trace in it', () => {
  const { db } = createTestVault()
  const indexes = db
    .prepare(`SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'`)
    .pluck()
    .all()
  for (const name of indexes)
    expect(
      db
        .prepare(`SELECT v FROM ${String(name)}_config WHERE k = 'secure-delete'`)
        .pluck()
        .get(),
      String(name),
    ).toBe(1)
})

test('fault 56: an erased client is gone from every table and every decrypted page, and was there before', async () => {
  const vault = createTestVault()
  const { db } = vault
  const other = await fillClient(vault, 'Another')
  const canaries = await fillClient(vault)
  const otherRows = countClientRows(db, other.clientId)
  const rows = countClientRows(db, canaries.clientId)
  // A table added later must be filled here too, or this test shows nothing about it.
  expect(Object.entries(rows).filter(([, count]) => count === 0)).toEqual([])
  expect([...(findInPages(db, canaries.texts) ?? [])].toSorted()).toEqual([...canaries.texts].toSorted())

  const erased = eraseClient(partsOf(db), canaries.clientId)
  expect(erased).toEqual({ sessions: 2, search: 'gone', isRewritten: true })
  expect(new Set(Object.values(countClientRows(db, canaries.clientId)))).toEqual(new Set([0]))
  expect([...(findInPages(db, canaries.texts) ?? [])]).toEqual([])
  expect(db.pragma('freelist_count', { simple: true })).toBe(0)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')

  expect(countClientRows(db, other.clientId)).toEqual(otherRows)
  expect(findInPages(db, other.texts)?.size).toBe(other.texts.length)
})

test('rewriting the file does not count as another program’s change, and work continues', async () => {
  const vault = createTestVault()
  const { clientId } = await fillClient(vault)
  watchFile(vault.db)
  expect(eraseClient(partsOf(vault.db), clientId)).toMatchObject({ isRewritten: true })
  await vault.api.clients.create(clientEntry())
})

test('the audit log keeps an erased client’s random ids and the number of their sessions', async () => {
  const vault = createTestVault()
  const { clientId } = await fillClient(vault)
  vault.auditLog.flush()
  eraseClient(partsOf(vault.db), clientId)
  const last = vault.db
    .prepare('SELECT kind, client_id, count FROM audit_entries ORDER BY sequence DESC LIMIT 1')
    .get()
  expect(last).toEqual({ kind: 'client-erased', client_id: clientId, count: 2 })
  expect(await vault.api.audit.check()).toMatchObject({ found: 0 })
})

test('the search would find text that a careless deletion leaves in the file', () => {
  const file = join(temporaryFolder(), 'careless.db')
  const db = createDatabase(file, randomBytes(32))
  db.pragma('secure_delete = OFF')
  const canary = `canary ${randomUUID()}`
  db.exec('CREATE TABLE notes (text TEXT) STRICT')
  db.prepare('INSERT INTO notes VALUES (?)').run(canary)
  db.exec('DELETE FROM notes')
  expect(findInPages(db, [canary, 'not there'])).toEqual(new Set([canary]))
  db.exec('VACUUM')
  expect(findInPages(db, [canary])).toEqual(new Set())
  db.close()
})

test('the same sentence about another client does not make the erasure look incomplete', async () => {
  const vault = createTestVault()
  const note = 'A sentence that was copied from one client to the other, word for word.'
  const [one, other] = [clientEntry({ notes: note }), clientEntry({ notes: note })]
  await vault.api.clients.create(one)
  await vault.api.clients.create(other)
  expect(eraseClient(partsOf(vault.db), one.id).search).toBe('gone')
})

test('a full disk blocks nobody: the rows are deleted, and the next unlock rewrites the file', async () => {
  const file = join(temporaryFolder(), 'full.db')
  const key = randomBytes(32)
  const db = createDatabase(file, key)
  db.exec(`INSERT INTO clients
      (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
    VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '',
    'A note that is long enough to be looked for afterwards.', 0, '2026-01-01T00:00:00.000Z', 1)`)
  const parts = partsOf(db)
  expect(eraseClient({ ...parts, db: withoutRoom(db) }, 'c')).toEqual({
    sessions: 0,
    search: 'gone',
    isRewritten: false,
  })
  db.close()
  const again = openDatabase(file, key)
  expect(again.prepare('SELECT count(*) FROM clients').pluck().get()).toBe(0)
  const settings = createVaultSettingsRepository(again)
  expect(settings.get('unfinished-erasure')).toBe(true)
  finishErasure({ db: again, vaultSettings: settings })
  expect(settings.get('unfinished-erasure')).toBe(false)
  again.close()
  expect(existsSync(`${file}-journal`)).toBe(false)
  expect(readFileSync(file).includes('Fern')).toBe(false)
})

/** The same database on a disk without room for rewriting the file. */
function withoutRoom(db: Database.Database): Database.Database {
  const exec = (sql: string) => {
    if (sql === 'VACUUM') throw new Database.SqliteError('no room', 'SQLITE_FULL')
    return db.exec(sql)
  }
  return new Proxy(db, {
    get: (_target, name) => {
      if (name === 'exec') return exec
      const value: unknown = Reflect.get(db, name, db)
      // The methods of a native object work only on that object.
      return typeof value === 'function' ? (value.bind(db) as unknown) : value
    },
  })
}

test('a client is erased only if their code is typed', async () => {
  const { api, db } = createTestVault()
  const client = clientEntry({ code: 'Fern 7' })
  await api.clients.create(client)
  await api.sessions.save({ log: sessionLog(client.id), expectedRevision: 0 })
  for (const typedCode of ['Fern', 'fern 77', ''])
    await expect(api.rights.erase({ clientId: client.id, typedCode })).rejects.toMatchObject({
      code: 'code-not-confirmed',
    })
  expect(await api.rights.erasurePreview({ clientId: client.id })).toMatchObject({
    sessions: 1,
    leavesBackupsOn: null,
  })
  expect(db.prepare('SELECT count(*) FROM clients').pluck().get()).toBe(1)
  expect(await api.rights.erase({ clientId: client.id, typedCode: ' FERN 7 ' })).toMatchObject({
    sessions: 1,
    search: 'nothing-to-look-for',
    isRewritten: true,
    leavesBackupsOn: null,
  })
  await expect(api.clients.get({ id: client.id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(api.rights.erase({ clientId: client.id, typedCode: 'Fern 7' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

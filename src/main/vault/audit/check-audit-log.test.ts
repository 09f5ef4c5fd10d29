import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { hashedTextOf } from '#shared/audit/audit-entry.ts'
import { createDatabase, openDatabase } from '../database/open-database.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createTestVault } from '../testing/test-vault.ts'
import { createAuditRepository, hashOf, type AuditHead } from './audit.repository.ts'
import { checkAuditLog } from './check-audit-log.ts'

const entry = (minute: number) => ({
  at: new Date(Date.UTC(2026, 2, 20, 15, minute)).toISOString(),
  zone: 'Europe/Oslo',
  kind: minute % 2 === 0 ? ('unlocked' as const) : ('locked' as const),
  clientId: null,
  sessionId: null,
  count: null,
  contactId: null,
})

/**
 * Writes ten entries to a real encrypted file, tampers with them as somebody who has the key, reopens the file and
 * checks it.
 */
async function checkAfter(tamper: (db: Database.Database) => void, withAnchor = true) {
  const file = join(temporaryFolder(), 'log.db')
  const key = randomBytes(32)
  const first = createDatabase(file, key)
  const entries = createAuditRepository(first)
  entries.append(Array.from({ length: 10 }, (_, index) => entry(index)))
  const anchor: AuditHead = entries.head()
  first.exec(`DROP TRIGGER audit_entries_stay; DROP TRIGGER audit_entries_are_kept;
    DROP TRIGGER audit_entries_go_on`)
  tamper(first)
  first.close()
  const again = openDatabase(file, key)
  const found = await checkAuditLog(createAuditRepository(again), withAnchor ? anchor : null, {
    now: () => new Date(),
    rest: () => Promise.resolve(),
    isWanted: () => true,
  })
  again.close()
  return found?.findings.map(({ kind, from, to }) => `${kind} ${from}-${to}`)
}

/** Rewrites hashes and links from one number on, to match the current content. */
function rehash(db: Database.Database, from: number): void {
  const rows = createAuditRepository(db).after(0, 100)
  for (const row of rows.filter(({ sequence }) => sequence >= from)) {
    const before = createAuditRepository(db)
      .after(0, 100)
      .findLast(({ sequence }) => sequence < row.sequence)
    const previous = before?.hash ?? '0'.repeat(64)
    const hash = hashOf({ ...row, kind: 'locked', previous })
    db.prepare(`UPDATE audit_entries SET kind = 'locked', previous = ?, hash = ? WHERE sequence = ?`).run(
      Buffer.from(previous, 'hex'),
      Buffer.from(hash, 'hex'),
      row.sequence,
    )
  }
}

test('an untouched log is sound', async () => {
  expect(await checkAfter(() => undefined)).toEqual([])
})

test('a changed entry is found and named, whichever field changed', async () => {
  const changes = {
    at: `'2026-03-20T16:00:00.000Z'`,
    zone: `'UTC'`,
    kind: `'client-viewed'`,
    client_id: `'c'`,
    session_id: `'s'`,
    count: '7',
  }
  for (const [column, value] of Object.entries(changes))
    expect(
      await checkAfter((db) => db.exec(`UPDATE audit_entries SET ${column} = ${value} WHERE sequence = 4`)),
      column,
    ).toEqual(['changed 4-4'])
})

test('an entry that is no longer valid is found like any other', async () => {
  expect(
    await checkAfter((db) =>
      db.exec(`UPDATE audit_entries SET kind = 'nonsense', at = '' WHERE sequence = 4`),
    ),
  ).toEqual(['changed 4-4'])
})

test('removed entries leave a gap', async () => {
  expect(await checkAfter((db) => db.exec('DELETE FROM audit_entries WHERE sequence IN (4, 5)'))).toEqual([
    'missing 4-5',
  ])
  expect(await checkAfter((db) => db.exec('DELETE FROM audit_entries WHERE sequence = 1'))).toEqual([
    'missing 1-1',
  ])
})

test('a gap that was closed by renumbering is found from there on', async () => {
  const found = await checkAfter((db) =>
    db.exec(`DELETE FROM audit_entries WHERE sequence = 4;
      UPDATE audit_entries SET sequence = sequence - 1 WHERE sequence > 4`),
  )
  expect(found).toContain('broken 4-4')
  expect(found).toContain('changed 4-4')
  expect(found).toContain('cut-off 10-10')
})

test('an inserted entry with a matching hash does not match the next entry', async () => {
  const found = await checkAfter((db) => {
    db.exec('UPDATE audit_entries SET sequence = -sequence - 1 WHERE sequence > 4')
    db.exec('UPDATE audit_entries SET sequence = -sequence WHERE sequence < 0')
    const [last] = createAuditRepository(db).after(3, 1)
    const added = { ...entry(4), sequence: 5, previous: last!.hash }
    db.prepare(`INSERT INTO audit_entries VALUES (5, ?, ?, ?, NULL, NULL, NULL, ?, ?, NULL)`).run(
      added.at,
      added.zone,
      added.kind,
      Buffer.from(added.previous, 'hex'),
      Buffer.from(hashOf(added), 'hex'),
    )
  })
  expect(found?.[0]).toBe('broken 6-6')
})

test('reordered entries do not link to each other', async () => {
  const found = await checkAfter((db) =>
    db.exec(`UPDATE audit_entries SET sequence = 100 WHERE sequence = 4;
      UPDATE audit_entries SET sequence = 4 WHERE sequence = 5;
      UPDATE audit_entries SET sequence = 5 WHERE sequence = 100`),
  )
  expect(found).toEqual(['broken 4-4', 'changed 4-4', 'broken 5-5', 'changed 5-5', 'broken 6-6'])
})

test('a log that was cut off at its end looks whole alone, but not against the header', async () => {
  const cut = (db: Database.Database) => db.exec('DELETE FROM audit_entries WHERE sequence > 7')
  expect(await checkAfter(cut)).toEqual(['cut-off 8-10'])
  expect(await checkAfter(cut, false)).toEqual([])
  expect(await checkAfter((db) => db.exec('DELETE FROM audit_entries'))).toEqual(['cut-off 1-10'])
})

test('a log rewritten with matching hashes is not the one that the header knows', async () => {
  const remake = (db: Database.Database) => rehash(db, 3)
  expect(await checkAfter(remake)).toEqual(['replaced 1-10'])
  expect(await checkAfter(remake, false)).toEqual([])
})

test('the hash is computed from the documented text', () => {
  expect(
    hashedTextOf({
      ...entry(1),
      sequence: 2,
      previous: 'ab',
      clientId: null,
      count: 3,
      kind: 'sample-loaded',
    }),
  ).toBe('[2,"2026-03-20T15:01:00.000Z","Europe/Oslo","sample-loaded",null,null,3,"ab"]')
  expect(hashedTextOf({ ...entry(1), sequence: 2, previous: 'ab', contactId: 'c' })).toBe(
    '[2,"2026-03-20T15:01:00.000Z","Europe/Oslo","locked",null,null,null,"ab","c"]',
  )
})

test('a finding is logged once in the log itself, and reported until the next check', async () => {
  const vault = createTestVault()
  const { api, db } = vault
  expect(await api.audit.overview()).toEqual({ entries: 0, check: null })
  vault.auditLog.note({ kind: 'unlocked' })
  expect(await api.audit.check()).toMatchObject({ entries: 1, found: 0, findings: [] })
  db.exec(`DROP TRIGGER audit_entries_stay; UPDATE audit_entries SET zone = 'UTC'`)
  await api.audit.check()
  expect(await api.audit.check()).toMatchObject({ found: 1, findings: [{ kind: 'changed', from: 1, to: 1 }] })
  expect((await api.audit.overview()).check).toMatchObject({ entries: 2, found: 1 })
  expect(db.prepare('SELECT kind, count FROM audit_entries ORDER BY sequence').all()).toEqual([
    { kind: 'unlocked', count: null },
    { kind: 'log-check-failed', count: 1 },
  ])
})

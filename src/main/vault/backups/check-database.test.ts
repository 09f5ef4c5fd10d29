import { randomBytes } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createDatabase } from '../database/open-database.ts'
import { addClient } from '../testing/real-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { handedOver } from '../threads/run-in-thread.ts'
import { checkDatabase } from './check-database.ts'

// These checks run in the app's own thread, which most tests of the vault do without.
vi.mock('../threads/run-in-thread.ts', { spy: true })

const handedKey = (): unknown => vi.mocked(handedOver).mock.results.at(-1)?.value

/** A closed database with clients, which nobody else uses. */
function closedDatabase(clients: number) {
  const path = join(temporaryFolder(), 'copy.db')
  const key = randomBytes(32)
  const db = createDatabase(path, key)
  for (let number = 1; number <= clients; number += 1) addClient({ db }, `Client ${number}`, 20)
  const indexPage = Number(
    db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'sessions_by_status_date'`).pluck().get(),
  )
  db.close()
  return { path, key, indexPage }
}

test('a sound database is read in a thread, and this one keeps running', async () => {
  const { path, key } = closedDatabase(3)
  const given = key.toString('hex')
  let ticks = 0
  const ticking = setInterval(() => (ticks += 1), 2)
  const facts = await checkDatabase(path, key)
  clearInterval(ticking)
  expect(facts).toMatchObject({ clients: 3, sessions: 60, newestSessionOn: '2026-01-24' })
  expect(ticks).toBeGreaterThan(10)
  expect(handedKey(), 'the thread has the only copy of the key').toHaveLength(0)
  expect(key.toString('hex'), 'the caller keeps its own').toBe(given)
})

test('a damaged database is reported by its code', async () => {
  // Without a page of the schema the database would not even open, which has a code of its own.
  const { path, key, indexPage } = closedDatabase(3)
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(4096, 1), 0, 4096, (indexPage - 1) * 4096)
  closeSync(file)
  await expect(checkDatabase(path, key)).rejects.toMatchObject({ code: 'backup-damaged' })
})

test('another key opens nothing, and no copy of it stays behind', async () => {
  const { path } = closedDatabase(0)
  await expect(checkDatabase(path, randomBytes(32))).rejects.toMatchObject({ code: 'vault-damaged' })
  expect(handedKey()).toHaveLength(0)
})

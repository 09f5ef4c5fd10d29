import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeArchive } from '../archive/write-archive.ts'
import { change } from '../database/change.ts'
import { createOwnKeysRepository } from '../records/contacts/own-keys.repository.ts'
import { fillClient } from '../features/rights/testing/fill-client.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createTestVault } from '../testing/test-vault.ts'
import { ownKeysOf } from './make-own-keys.ts'

const now = () => new Date('2026-03-20T15:00:00.000Z')

/** A vault with keys of its user. */
async function vaultWithKeys() {
  const vault = createTestVault()
  const keys = createOwnKeysRepository(vault.db)
  const parts = { keys, change: (work: () => void) => change(vault.db, work), now }
  return { ...vault, keys, parts, own: await ownKeysOf(parts) }
}

test('keys are made when they are first needed, and stay', async () => {
  const { keys, parts, own } = await vaultWithKeys()
  expect(keys.get()).toEqual(own)
  expect(await ownKeysOf(parts)).toEqual(own)
})

test('of two sets of keys made at the same time, both callers get the one that was stored', async () => {
  const { db } = createTestVault()
  const keys = createOwnKeysRepository(db)
  expect(keys.get()).toBeNull()
  const parts = { keys, change: (work: () => void) => change(db, work), now }
  const [one, other] = await Promise.all([ownKeysOf(parts), ownKeysOf(parts)])
  expect(one).toEqual(other)
})

test('no private key is in an archive or in the export of a client', async () => {
  const vault = await vaultWithKeys()
  const { db, api, grant, own } = vault
  const client = await fillClient(vault)
  // Fills the vault with hand-over answers that Attune would not write.
  db.exec('DELETE FROM hand_over_drafts')
  const file = join(temporaryFolder(), 'export.json')
  const token = grant('client-export', file)
  await api.rights.exportClient({ clientId: client.clientId, format: 'json', token })
  const texts = [writeArchive(db, { now: now(), zone: 'UTC' }), readFileSync(file, 'utf8')]
  for (const text of texts)
    for (const secret of [own.age, own.agePostQuantum, own.signing, 'SECRET'])
      expect(text).not.toContain(secret)
})

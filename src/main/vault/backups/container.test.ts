import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { headerVersion, sealHeader } from '../keys/header.ts'
import { createPassphraseSlot } from '../keys/passphrase-slot.ts'
import { lightestCost } from '../testing/real-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { checkContainer, readContainer, writeContainer } from './container.ts'
import { headBytes, lineageOfHead, openFacts, reasonOf, sealHead } from './container-head.ts'

const facts = { clients: 3, sessions: 41, newestSessionOn: '2026-03-19', rows: { clients: 3, sessions: 41 } }

async function written() {
  const folder = temporaryFolder()
  const database = join(folder, 'copy.db')
  const path = join(folder, 'a.attunebackup')
  writeFileSync(database, randomBytes(40_000))
  const vaultKey = randomBytes(32)
  const backupKey = randomBytes(32)
  const vaultId = randomUUID()
  const slot = await createPassphraseSlot(
    { version: 2, vaultId },
    vaultKey,
    typedSecret('quiet harbour seven lamps'),
    lightestCost,
  )
  const vault = sealHeader(
    {
      format: 'attune-vault',
      version: headerVersion,
      vaultId,
      generation: 2,
      dbFile: 'vault-1.db',
      replaces: null,
      databaseSeal: 'open',
      setsAside: [],
      sequence: 7,
      audit: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      slots: [slot],
    },
    vaultKey,
  )
  const content = {
    reason: 'before-restore',
    lineage: randomUUID(),
    sequence: 7,
    schemaVersion: 100,
    createdAt: '2026-03-20T15:00:00.000Z',
    zone: 'Europe/Oslo',
    vault,
  } as const
  await writeContainer(path, { database, content, facts, backupKey })
  return { folder, database, path, backupKey, vault }
}

async function whole(path: string) {
  const read = await readContainer(path)
  if (read.kind !== 'backup') throw new Error(read.kind)
  return read
}

test('a backup gives back the database byte for byte, its facts, and the keyslots of its vault', async () => {
  const { folder, database, path, backupKey, vault } = await written()
  const read = await whole(path)
  expect(read.head.vault).toEqual(vault)
  const extractTo = join(folder, 'out.db')
  expect(await checkContainer(path, read, backupKey, { extractTo })).toEqual(facts)
  expect(readFileSync(extractTo).equals(readFileSync(database))).toBe(true)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(extractTo).mode & 0o777).toBe(0o600)
})

test('without the key nothing reveals how many clients and sessions there are', async () => {
  const { path } = await written()
  const head = JSON.stringify((await whole(path)).head)
  for (const word of ['clients', 'sessions', '2026-03-19', '41']) expect(head).not.toContain(`"${word}"`)
  expect(openFacts((await whole(path)).head, randomBytes(32))).toBeNull()
})

test('a file cut short counts as damaged at every length', async () => {
  const { path } = await written()
  const { size } = statSync(path)
  for (const length of [size - 1, size - 33, Math.floor(size / 2), 400, 17]) {
    truncateSync(path, length)
    expect(await readContainer(path), String(length)).toEqual({ kind: 'damaged' })
  }
  truncateSync(path, 0)
  expect(await readContainer(path)).toEqual({ kind: 'foreign' })
})

test('a single changed bit anywhere is found and never makes a sound backup', async () => {
  const { path, backupKey } = await written()
  const sound = readFileSync(path)
  await fc.assert(
    fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(7), async (place, bit) => {
      const changed = Buffer.from(sound)
      changed[place] = (changed[place] ?? 0) ^ (1 << bit)
      writeFileSync(path, changed)
      const read = await readContainer(path)
      if (read.kind === 'backup') expect(await checkContainer(path, read, backupKey)).toBeNull()
    }),
    { numRuns: 150 },
  )
})

test('a rewritten head with a correct digest is a forgery to the key', async () => {
  const { path, backupKey } = await written()
  const read = await whole(path)
  const forged = { ...read.head, sequence: read.head.sequence + 1 }
  expect(openFacts(read.head, backupKey)).toEqual(facts)
  expect(openFacts(forged, backupKey)).toBeNull()
})

test('a backup of the first format, without a reason and a lineage, still opens', async () => {
  const { folder, path, backupKey, vault } = await written()
  const { head, offset } = await whole(path)
  if (head.version === 1) throw new Error('the newest format is expected')
  const { facts: _facts, reason: _reason, lineage: _lineage, ...content } = head
  const old = sealHead({ ...content, version: 1 }, facts, backupKey)
  const body = Buffer.concat([headBytes(old), readFileSync(path).subarray(offset, -32)])
  const oldPath = join(folder, 'old.attunebackup')
  writeFileSync(oldPath, Buffer.concat([body, createHmac('sha256', backupKey).update(body).digest()]))
  const read = await whole(oldPath)
  expect(read.head.version).toBe(1)
  expect([reasonOf(read.head), lineageOfHead(read.head)]).toEqual(['usual', vault.vaultId])
  expect(await checkContainer(oldPath, read, backupKey)).toEqual(facts)
})

test('the reason and the lineage are sealed with the head', async () => {
  const { path, backupKey } = await written()
  const { head } = await whole(path)
  if (head.version === 1) throw new Error('the newest format is expected')
  expect(openFacts({ ...head, reason: 'usual' }, backupKey)).toBeNull()
  expect(openFacts({ ...head, lineage: randomUUID() }, backupKey)).toBeNull()
})

test('a later format is recognized as a newer Attune’s, and another file as no backup', async () => {
  const { folder, path } = await written()
  const newer = readFileSync(path)
  newer.writeUInt32BE(3, 8)
  writeFileSync(path, newer)
  expect(await readContainer(path)).toEqual({ kind: 'newer' })
  writeFileSync(path, 'a letter, and a rather long one for what it has to say')
  expect(await readContainer(path)).toEqual({ kind: 'foreign' })
  expect(await readContainer(folder)).toEqual({ kind: 'foreign' })
})

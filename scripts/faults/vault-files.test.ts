import { appendFileSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { driveVault } from './child/drive.ts'
import { savesSession } from './child/entries.ts'
import { createRandom } from '#shared/sample/random.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { idOf } from './child/scenario.ts'
import { assetsFolder } from './run-child.ts'
import { evenly } from './spread.ts'
import { codeOf, contentOf, copyOf, makeVault, unlocked } from './testing/vault-on-disk.ts'

// Stretching a passphrase touches no file, so a quick version is enough.
vi.mock('#vault/keys/argon2.ts', () => import('./child/quick-hash.ts'))

const sessions = 6
const pageSize = 4_096
let root: string
let whole: string

beforeAll(async () => {
  root = await makeVault(sessions)
  whole = await contentOf(join(root, 'vault'), sessions)
})
afterAll(() => rmSync(root, { recursive: true }))

/** Damages the database of a copy and returns what can then be read from it. */
async function readAfter(damage: (bytes: Buffer) => Buffer): Promise<string> {
  const folder = copyOf(root)
  const file = join(folder, 'vault-1.db')
  writeFileSync(file, damage(readFileSync(file)))
  const found = await contentOf(folder, sessions)
  rmSync(dirname(folder), { recursive: true })
  return found
}

const pages = (): number[] => {
  const size = readFileSync(join(root, 'vault/vault-1.db')).length
  return Array.from({ length: size / pageSize }, (_, index) => index)
}

test('fault 3: a passphrase of a megabyte is refused before anything is derived from it', async () => {
  const { call } = driveVault(copyOf(root), assetsFolder)
  const started = performance.now()
  expect(await codeOf(call('vault.unlock', { passphrase: 'a'.repeat(1_000_000) }))).toBe('invalid-input')
  expect(performance.now() - started).toBeLessThan(1_000)
})

test('fault 18: a bit flipped in any page is found or does no harm; nothing is ever read wrongly', async () => {
  const random = createRandom('bit flips').fraction
  const found: string[] = []
  for (const page of evenly(pages(), 60)) {
    const at = page * pageSize + 100 + Math.floor(random() * (pageSize - 100))
    found.push(
      await readAfter((bytes) => {
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
        return bytes
      }),
    )
  }
  expect(found.filter((read) => read !== whole && read !== 'vault-damaged')).toEqual([])
  expect(found).toContain('vault-damaged')
})

test('fault 18: a zeroed page, or one that replaces another, is found or does no harm', async () => {
  const found: string[] = []
  for (const page of evenly(pages().slice(1), 40)) {
    const [from, to] = [page * pageSize, (page + 1) * pageSize]
    found.push(await readAfter((bytes) => bytes.fill(0, from, to)))
    found.push(
      await readAfter((bytes) => {
        const swapped = Buffer.from(bytes)
        bytes.copy(swapped, from, from - pageSize, from)
        bytes.copy(swapped, from - pageSize, from, to)
        return swapped
      }),
    )
  }
  expect(found.filter((read) => read !== whole && read !== 'vault-damaged')).toEqual([])
  expect(found.filter((read) => read === 'vault-damaged').length).toBeGreaterThan(10)
})

test('fault 19: cut off at any length, the file is never taken for a smaller vault', async () => {
  const { length: size } = readFileSync(join(root, 'vault/vault-1.db'))
  const lengths = [
    1,
    15,
    16,
    100,
    511,
    512,
    1_024,
    4_095,
    4_096,
    4_097,
    size - 1,
    size - 512,
    size - pageSize,
  ]
  for (const length of [...lengths, ...evenly(pages().slice(1), 30).map((page) => page * pageSize)]) {
    const read = await readAfter((bytes) => bytes.subarray(0, length))
    // A file shorter than one page is not a database at all.
    const allowed = length < 512 ? ['vault-not-ours', 'vault-damaged'] : ['vault-damaged', whole]
    expect(allowed, `${length} of ${size} bytes`).toContain(read)
  }
  expect(await readAfter((bytes) => bytes.subarray(0, 8_192))).toBe('vault-damaged')
})

test.each(['-journal', '-wal', '-shm'])('fault 20: a stray %s changes nothing', async (ending) => {
  for (const content of [
    Buffer.alloc(0),
    Buffer.alloc(9_000),
    Buffer.from('not a journal at all '.repeat(400)),
  ]) {
    const folder = copyOf(root)
    writeFileSync(join(folder, `vault-1.db${ending}`), content)
    expect(await contentOf(folder, sessions)).toBe(whole)
  }
})

test('fault 24: with the drive unplugged a save is refused with a code, and succeeds once it is back', async () => {
  const folder = copyOf(root)
  const { call } = await unlocked(folder)
  renameSync(folder, `${folder}-unplugged`)
  const save = savesSession('Harbour', sessions + 1, 'Typed while the drive was away.')
  const code = await codeOf(save.run(call))
  expect(['vault-changed-underneath', 'vault-missing', 'disk-error', 'vault-read-only']).toContain(code)
  renameSync(`${folder}-unplugged`, folder)
  expect(await codeOf(save.run(call))).toBe('done')
})

test('fault 58: a file that another program has written to is not overwritten', async () => {
  const folder = copyOf(root)
  const { call } = await unlocked(folder)
  const file = join(folder, 'vault-1.db')
  appendFileSync(file, Buffer.alloc(pageSize))
  const theirs = readFileSync(file)
  const save = savesSession('Harbour', sessions + 1, 'Typed after a synced folder had changed the file.')
  expect(await codeOf(save.run(call))).toBe('vault-changed-underneath')
  expect(readFileSync(file).equals(theirs)).toBe(true)
})

test('fault 34: in another time zone the sessions keep their days', async () => {
  const folder = copyOf(root)
  const session = { id: idOf('session', 'Harbour', 1) }
  const home = await unlocked(folder)
  const saved = await home.call('sessions.get', session)
  await home.close()
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const away = await unlocked(folder, zone)
    expect(await away.call('sessions.get', session)).toEqual(saved)
    await away.close()
  }
})

test('fault 26: a database of a newer schema and all files beside it stay unchanged, byte for byte', async () => {
  const folder = copyOf(root)
  const { db, close } = await import('#vault/opening/unlock-vault.ts').then(({ unlockVault }) =>
    unlockVault(folder, typedSecret('quiet harbour seven lamps')),
  )
  db.pragma('user_version = 99999')
  close()
  const before = readdirSync(folder).map((name) => [
    name,
    readFileSync(join(folder, name)).toString('base64'),
  ])
  expect(await contentOf(folder, sessions)).toBe('vault-newer')
  expect(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  ).toEqual(before)
})

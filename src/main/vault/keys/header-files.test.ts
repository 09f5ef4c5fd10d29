import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { isHeaderSound, sealHeader, type Header } from './header.ts'
import { readHeaders, writeHeader } from './header-files.ts'

const vaultKey = randomBytes(32)

function header(generation = 1): Header {
  const base64 = (bytes: number) => randomBytes(bytes).toString('base64')
  const cost = { memoryKibibytes: 131_072, passes: 3, parallelism: 1 } as const
  const kdf = { name: 'argon2id', cost, salt: base64(16) } as const
  return sealHeader(
    {
      format: 'attune-vault',
      version: 2,
      vaultId: randomUUID(),
      generation,
      dbFile: 'vault-1.db',
      replaces: null,
      sequence: 0,
      audit: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      slots: [{ kind: 'passphrase', kdf, nonce: base64(12), wrapped: base64(48) }],
    },
    vaultKey,
  )
}

test('a header is written twice, readable by its owner only, and reads back unchanged', () => {
  const folder = temporaryFolder()
  const written = header()
  writeHeader(folder, written)
  expect(readHeaders(folder)).toEqual({ presence: 'present', headers: [written, written] })
  expect(readdirSync(folder).toSorted()).toEqual(['vault.copy.json', 'vault.json'])
  expect(statSync(join(folder, 'vault.json')).mode & 0o777).toBe(0o600)
})

test('the copy replaces a damaged header, and the newer of two wins', () => {
  const folder = temporaryFolder()
  writeHeader(folder, header(3))
  writeFileSync(join(folder, 'vault.json'), 'torn')
  expect(readHeaders(folder)).toMatchObject({ presence: 'present', headers: [{ generation: 3 }] })

  writeHeader(folder, header(4))
  writeFileSync(join(folder, 'vault.copy.json'), JSON.stringify(header(2)))
  expect(readHeaders(folder)).toMatchObject({ headers: [{ generation: 4 }, { generation: 2 }] })
})

test('a folder with a database or a broken header counts as damaged, never as empty', () => {
  const onlyDatabase = temporaryFolder()
  writeFileSync(join(onlyDatabase, 'vault-1.db'), 'x')
  expect(readHeaders(onlyDatabase)).toEqual({ presence: 'damaged' })
  const onlyHeader = temporaryFolder()
  writeFileSync(join(onlyHeader, 'vault.json'), '{}')
  expect(readHeaders(onlyHeader)).toEqual({ presence: 'damaged' })
  expect(readHeaders(join(temporaryFolder(), 'not-there'))).toEqual({ presence: 'none' })
})

test('one changed character invalidates a copy, and the other one is used', () => {
  const folder = temporaryFolder()
  const sound = header(5)
  writeHeader(folder, sound)
  const text = readFileSync(join(folder, 'vault.json'), 'utf8')
  const positions = [...text.matchAll(/[A-Za-z0-9+/=]/g)].map(({ index }) => index)
  for (const position of positions.filter((_, index) => index % 7 === 0)) {
    const other = text[position] === 'A' ? 'B' : 'A'
    writeFileSync(join(folder, 'vault.json'), text.slice(0, position) + other + text.slice(position + 1))
    expect(readHeaders(folder), `at ${position}`).toEqual({ presence: 'present', headers: [sound] })
  }
})

test('the header of a newer format is recognized, whatever else it contains', () => {
  const folder = temporaryFolder()
  writeHeader(folder, header())
  writeFileSync(join(folder, 'vault.json'), '{"format":"attune-vault","version":3,"slots":[1,2]}')
  expect(readHeaders(folder)).toEqual({ presence: 'newer' })
})

test('fault 5: a header that asks for 64 GiB, names another folder or has an extra field is refused', () => {
  const folder = temporaryFolder()
  const sound = header()
  const [slot] = sound.slots
  const cost = { memoryKibibytes: 64 * 1024 * 1024, passes: 3, parallelism: 1 }
  const wrong = [
    { ...sound, slots: [{ ...slot, kdf: { ...slot?.kdf, cost } }] },
    { ...sound, dbFile: '../vault-1.db' },
    { ...sound, extra: true },
    { ...sound, generation: 0.5 },
  ]
  for (const one of wrong) {
    writeFileSync(join(folder, 'vault.json'), JSON.stringify(one))
    expect(readHeaders(folder)).toEqual({ presence: 'damaged' })
  }
})

test('any change of a header breaks its seal', () => {
  const sound = header()
  expect(isHeaderSound(sound, vaultKey)).toBe(true)
  expect(isHeaderSound({ ...sound, sequence: 1 }, vaultKey)).toBe(false)
  expect(isHeaderSound({ ...sound, dbFile: 'vault-2.db' }, vaultKey)).toBe(false)
  expect(isHeaderSound(sound, randomBytes(32))).toBe(false)
})

test('a failed write leaves no half-written file behind', () => {
  const folder = temporaryFolder()
  writeHeader(folder, header())
  expect(() => writeHeader(join(folder, 'not-there'), header())).toThrow()
  expect(readFileSync(join(folder, 'vault.json'), 'utf8')).toContain('attune-vault')
  expect(readdirSync(folder)).toHaveLength(2)
})

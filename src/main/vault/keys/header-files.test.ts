import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withinCalendar } from '#shared/records/calendar.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createDatabase } from '../database/open-database.ts'
import { replacementReasons } from '../database/set-aside-name.ts'
import { withDerivedKey } from './derive-key.ts'
import { contentOf, headerVersion, highestCount, isHeaderSound, sealHeader, type Header } from './header.ts'
import { readHeaders } from './header-files.ts'
import { createRecoverySlot } from './recovery-slot.ts'
import { argon2Ceiling, argon2Floor } from './stretch.ts'
import { writeHeader } from './write-header.ts'

const vaultKey = randomBytes(32)

function header(generation = 1): Header {
  const base64 = (bytes: number) => randomBytes(bytes).toString('base64')
  const cost = { memoryKibibytes: 131_072, passes: 3, parallelism: 1 } as const
  const kdf = { name: 'argon2id', cost, salt: base64(16) } as const
  return sealHeader(
    {
      format: 'attune-vault',
      version: headerVersion,
      vaultId: randomUUID(),
      generation,
      dbFile: 'vault-1.db',
      replaces: null,
      sequence: 0,
      audit: null,
      databaseSeal: null,
      setsAside: [],
      createdAt: '2026-01-01T00:00:00.000Z',
      slots: [{ kind: 'passphrase', kdf, nonce: base64(12), wrapped: base64(48) }],
    },
    vaultKey,
  )
}

/** Writes a header beside the database that it names. */
function put(folder: string, written: Header): void {
  const file = join(folder, 'vault-1.db')
  const make = (key: Buffer) => createDatabase(file, key).close()
  if (!existsSync(file)) withDerivedKey(vaultKey, 'database', make)
  writeHeader(folder, written, { vaultKey, db: null })
}

test('a header is written twice, readable by its owner only, and reads back unchanged', () => {
  const folder = temporaryFolder()
  const written = header()
  put(folder, written)
  expect(readHeaders(folder)).toEqual({ presence: 'present', headers: [written, written], newer: [] })
  expect(readdirSync(folder).toSorted()).toEqual(['vault-1.db', 'vault.copy.json', 'vault.json'])
  expect(statSync(join(folder, 'vault.json')).mode & 0o777).toBe(0o600)
})

test('the copy replaces a damaged header, and the newer of two wins', () => {
  const folder = temporaryFolder()
  put(folder, header(3))
  writeFileSync(join(folder, 'vault.json'), 'torn')
  expect(readHeaders(folder)).toMatchObject({ presence: 'present', headers: [{ generation: 3 }] })

  put(folder, header(4))
  writeFileSync(join(folder, 'vault.copy.json'), JSON.stringify(header(2)))
  expect(readHeaders(folder)).toMatchObject({ headers: [{ generation: 4 }, { generation: 2 }] })
})

test('a folder with a database or a broken header counts as damaged, never as empty', () => {
  const onlyDatabase = temporaryFolder()
  writeFileSync(join(onlyDatabase, 'vault-1.db'), 'x')
  expect(readHeaders(onlyDatabase)).toMatchObject({ presence: 'damaged', code: 'vault-damaged' })
  const onlyHeader = temporaryFolder()
  writeFileSync(join(onlyHeader, 'vault.json'), '{}')
  expect(readHeaders(onlyHeader)).toMatchObject({ presence: 'damaged', code: 'vault-damaged' })
  expect(readHeaders(join(temporaryFolder(), 'not-there'))).toMatchObject({ presence: 'none' })
})

test('one changed character invalidates a copy, and the other one is used', () => {
  const folder = temporaryFolder()
  const sound = header(5)
  put(folder, sound)
  const text = readFileSync(join(folder, 'vault.json'), 'utf8')
  const positions = [...text.matchAll(/[A-Za-z0-9+/=]/g)].map(({ index }) => index)
  for (const position of positions.filter((_, index) => index % 7 === 0)) {
    const other = text[position] === 'A' ? 'B' : 'A'
    writeFileSync(join(folder, 'vault.json'), text.slice(0, position) + other + text.slice(position + 1))
    expect(readHeaders(folder), `at ${position}`).toEqual({
      presence: 'present',
      headers: [sound],
      newer: [],
    })
  }
})

test('the header of a newer format is recognized, whatever else it contains', () => {
  const folder = temporaryFolder()
  const sound = header()
  put(folder, sound)
  const newer = '{"format":"attune-vault","version":5,"slots":[1,2]}'
  writeFileSync(join(folder, 'vault.json'), newer)
  const value = { format: 'attune-vault', version: 5, slots: [1, 2] }
  expect(readHeaders(folder)).toMatchObject({ presence: 'present', headers: [sound], newer: [{ value }] })
  writeFileSync(join(folder, 'vault.copy.json'), newer)
  expect(readHeaders(folder)).toMatchObject({ presence: 'newer', headers: [], newer: [{ value }, { value }] })
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
    expect(readHeaders(folder)).toMatchObject({ presence: 'damaged', code: 'vault-damaged' })
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
  put(folder, header())
  expect(() => put(join(folder, 'not-there'), header())).toThrow()
  expect(readFileSync(join(folder, 'vault.json'), 'utf8')).toContain('attune-vault')
  expect(readdirSync(folder)).toHaveLength(3)
})

/** Every header that Attune can reach: any counts within the bounds, any names, with and without a recovery key. */
const reachable = fc
  .record({
    vaultId: fc.uuid(),
    generation: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(highestCount)),
    replaces: fc.constantFrom(null, 'vault-1.db', 'vault-999999999.db'),
    databaseSeal: fc.constantFrom(null, 'open' as const, randomBytes(32).toString('base64')),
    setsAside: fc.array(
      fc.record({
        dbFile: fc.constant('vault-9.db'),
        reason: fc.constantFrom(...replacementReasons),
        at: fc.date().map((date) => withinCalendar(date).toISOString()),
      }),
      { maxLength: 2 },
    ),
    sequence: fc.oneof(fc.nat(), fc.constant(highestCount)),
    audit: fc.oneof(fc.constant(null), fc.record({ count: fc.nat(), hash: fc.constant('0'.repeat(64)) })),
    createdAt: fc.date().map((date) => withinCalendar(date).toISOString()),
    since: fc.oneof(fc.constant(null), fc.date({ noInvalidDate: false })),
    memoryKibibytes: fc.integer({ min: argon2Floor.memoryKibibytes, max: argon2Ceiling.memoryKibibytes }),
  })
  .map(({ since, memoryKibibytes, ...content }) => {
    const cost = { ...argon2Floor, memoryKibibytes }
    const { slots } = header()
    const passphrase = { ...slots[0], kdf: { ...slots[0].kdf, cost } }
    const context = { version: headerVersion, vaultId: content.vaultId }
    const recovery = since && createRecoverySlot(context, vaultKey, randomBytes(32), since)
    return sealHeader(
      {
        ...content,
        format: 'attune-vault',
        version: headerVersion,
        dbFile: 'vault-1.db',
        slots: recovery ? [passphrase, recovery] : [passphrase],
      },
      vaultKey,
    )
  })

test('fault 73: every header that Attune can reach reads back as it was written', () => {
  const folder = temporaryFolder()
  fc.assert(
    fc.property(reachable, (written) => {
      put(folder, written)
      expect(readHeaders(folder)).toMatchObject({ presence: 'present', headers: [written, written] })
    }),
    { numRuns: 40 },
  )
})

test.each([
  ['a generation beyond the highest', { generation: highestCount + 1 }, 'vault-tampered'],
  ['a sequence beyond the highest', { sequence: 2 ** 53 - 1 }, 'vault-tampered'],
  ['a database name of eleven digits', { dbFile: 'vault-99999999999.db' }, undefined],
  ['a date beyond the year 9999', { createdAt: '+010000-01-01T00:00:00.000Z' }, undefined],
  ['a database that does not exist', { dbFile: 'vault-2.db' }, 'vault-missing'],
])('fault 73: a header with %s is not written, and the one before stays', (_what, change, code) => {
  const folder = temporaryFolder()
  const before = header()
  put(folder, before)
  const next = sealHeader({ ...contentOf(before), ...change }, vaultKey)
  expect(() => put(folder, next)).toThrow(code ? expect.objectContaining({ code }) : /would not read back/)
  expect(readHeaders(folder)).toMatchObject({ headers: [before, before] })
})

test('fault 73: a header under another key than its database or its seal is not written', () => {
  const folder = temporaryFolder()
  const before = header()
  put(folder, before)
  const other = randomBytes(32)
  const sealed = sealHeader(contentOf(before), other)
  expect(() => put(folder, sealed)).toThrow(/would not read back/)
  expect(() => writeHeader(folder, sealed, { vaultKey: other, db: null })).toThrow(
    expect.objectContaining({ code: 'vault-damaged' }),
  )
  expect(readHeaders(folder)).toMatchObject({ headers: [before, before] })
})

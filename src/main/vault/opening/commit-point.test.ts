import type * as FileSystem from 'node:fs'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { change } from '../database/change.ts'
import { assertNothingLost, copyDatabase, countRows } from '../database/copy-database.ts'
import { openDatabase } from '../database/open-database.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import type { Header } from '../keys/header.ts'
import { createVault } from './create-vault.ts'
import type { OpenVault } from './open-vault.ts'
import { unlockVault, unlockVaultBy } from './unlock-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

/**
 * A disk that dies at a chosen write: this write is torn if possible, and no later one happens, as after a kill or a
 * power cut. The fault runs kill SQLite's own writes one by one.
 */
const disk = vi.hoisted(() => {
  const state = { left: Number.POSITIVE_INFINITY, isDead: false, held: '' }
  return {
    ...state,
    write<T>(action: () => T, tear?: () => void): T {
      if (this.isDead) throw new Error('the power is gone')
      if (this.left === 0) {
        this.isDead = true
        tear?.()
        throw new Error('the power goes')
      }
      this.left -= 1
      return action()
    },
    dieAfter(writes: number): void {
      this.left = writes
      this.isDead = false
    },
  }
})

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>()
  return {
    ...real,
    openSync: (path: string, flags: string | number, mode?: number) =>
      flags === 'r' || typeof flags === 'number'
        ? real.openSync(path, flags)
        : disk.write(() => real.openSync(path, flags, mode)),
    writeFileSync: (file: number | string, content: string | Uint8Array) =>
      disk.write(
        () => real.writeFileSync(file, content),
        () => real.writeFileSync(file, content.slice(0, content.length / 2)),
      ),
    fsyncSync: (descriptor: number) => disk.write(() => real.fsyncSync(descriptor)),
    renameSync: (from: string, to: string) => disk.write(() => real.renameSync(from, to)),
    unlinkSync: (path: string) =>
      disk.write(() => {
        if (disk.held !== '' && path.endsWith(disk.held)) throw new Error('held by another program')
        real.unlinkSync(path)
      }),
    mkdirSync: (path: string, options: object) => disk.write(() => real.mkdirSync(path, options)),
  }
})

// Stretching touches no file, and at half a second it would slow down some hundred tries.
// The vault of the first format was made at the true cost.
vi.unmock('../keys/argon2.ts')
vi.mock('../keys/stretch.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  stretch: (passphrase: Uint8Array, salt: Uint8Array) =>
    Promise.resolve(createHash('sha256').update(salt).update(passphrase).digest()),
}))

beforeEach(() => disk.dieAfter(Number.POSITIVE_INFINITY))

const cost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 } as const
const first = 'quiet harbour seven lamps'
const second = 'loud meadow eleven boats'
const paper = new Uint8Array(32).fill(7)
const newPaper = new Uint8Array(32).fill(8)
const confirmedAt = new Date('2026-03-20T15:00:00.000Z')
const rows = ['one', 'two', 'three']

/** A vault with three rows and a recovery key, closed. */
async function closedVault(): Promise<string> {
  const folder = join(temporaryFolder(), 'vault')
  const vault = await createVault(folder, typedSecret(first), cost)
  change(vault.db, () => {
    vault.db.exec('CREATE TABLE kept (text TEXT) STRICT')
    for (const text of rows) vault.db.prepare('INSERT INTO kept VALUES (?)').run(text)
  })
  vault.setRecoveryKey(paper, confirmedAt)
  vault.close()
  return folder
}

const rowsIn = (vault: OpenVault): unknown => vault.db.prepare('SELECT text FROM kept').pluck().all()

/**
 * The names of the secrets that open the vault now. Each of them must find every row. Opening a vault makes its header
 * current, so each secret is first tried on its own untouched copy.
 */
async function openers(folder: string, read = rowsIn, expected: unknown = rows): Promise<string[]> {
  const alone: string[] = []
  for (const name of ['first', 'second', 'paper', 'new paper']) {
    const copy = join(temporaryFolder(), 'vault')
    cpSync(folder, copy, { recursive: true })
    alone.push(...(await openersOf(copy, read, expected, [name])))
  }
  const inTurn = await openersOf(folder, read, expected)
  expect(inTurn).toEqual(alone)
  return inTurn
}

async function openersOf(
  folder: string,
  read: (vault: OpenVault) => unknown,
  expected: unknown,
  wanted: readonly string[] = ['first', 'second', 'paper', 'new paper'],
): Promise<string[]> {
  const tries: [name: string, open: () => Promise<OpenVault>][] = [
    ['first', () => unlockVault(folder, typedSecret(first))],
    ['second', () => unlockVault(folder, typedSecret(second))],
    ['paper', () => unlockVaultBy(folder, { kind: 'recovery-key', key: paper })],
    ['new paper', () => unlockVaultBy(folder, { kind: 'recovery-key', key: newPaper })],
  ]
  const found: string[] = []
  for (const [name, open] of tries.filter(([name]) => wanted.includes(name))) {
    const vault = await open().catch((cause: { code?: string }) => {
      expect(cause.code).toMatch(/^wrong-|^recovery-key-not-set$/)
    })
    if (!vault) continue
    expect(read(vault), name).toEqual(expected)
    expect(vault.goneBack()).toBeNull()
    vault.close()
    found.push(name)
  }
  return found
}

/**
 * Runs an action on copies of a vault. The disk dies at the first write, then at the second, and so on until the action
 * survives. Returns what opened each copy afterwards.
 */
async function dyingAtEveryWrite(
  prepared: string,
  act: (folder: string) => Promise<OpenVault>,
  examine: (folder: string) => Promise<string[]> = openers,
  isLeftAlone: (name: string, names: readonly string[]) => boolean = () => false,
): Promise<string[]> {
  const outcomes: string[] = []
  for (let writes = 0; ; writes += 1) {
    disk.dieAfter(Number.POSITIVE_INFINITY)
    const folder = join(temporaryFolder(), 'vault')
    cpSync(prepared, folder, { recursive: true })
    disk.dieAfter(writes)
    const isDone = await act(folder)
      .then((vault) => vault.close())
      .then(
        () => !disk.isDead,
        () => false,
      )
    disk.dieAfter(Number.POSITIVE_INFINITY)
    outcomes.push((await examine(folder)).join(' and '))
    const all = readdirSync(folder)
    const names = all.filter((name) => !name.includes('.set-aside-') && !isLeftAlone(name, all))
    expect(names.toSorted(), `after ${writes} writes`).toEqual([
      expect.stringMatching(/^vault-\d\.db$/),
      'vault.copy.json',
      'vault.json',
    ])
    if (isDone) return outcomes
  }
}

/** The outcomes without repetition: the sequence of states from before to after. */
const course = (outcomes: readonly string[]): string[] =>
  outcomes.filter((outcome, index) => outcome !== outcomes[index - 1])

async function withVault(folder: string, use: (vault: OpenVault) => Promise<OpenVault>): Promise<OpenVault> {
  const vault = await unlockVault(folder, typedSecret(first))
  try {
    return await use(vault)
  } catch (cause) {
    // A killed process would lose this handle.
    if (vault.db.open) vault.db.close()
    throw cause
  }
}

test('fault 28: changing the passphrase, interrupted at any write, leaves exactly one that opens', async () => {
  const outcomes = await dyingAtEveryWrite(await closedVault(), (folder) =>
    withVault(folder, async (vault) => {
      await vault.setPassphrase(typedSecret(second), cost)
      return vault
    }),
  )
  expect(course(outcomes)).toEqual(['first and paper', 'second and paper'])
  expect(outcomes.length).toBeGreaterThan(10)
})

test('fault 28: with an outdated copy of the header, only the new passphrase opens, and the copy is replaced', async () => {
  const folder = await closedVault()
  const copy = join(folder, 'vault.copy.json')
  const stale = readFileSync(copy)
  const vault = await unlockVault(folder, typedSecret(first))
  await vault.setPassphrase(typedSecret(second), cost)
  vault.close()
  writeFileSync(copy, stale)
  expect(await openers(folder)).toEqual(['second', 'paper'])
  expect(readFileSync(copy)).toEqual(readFileSync(join(folder, 'vault.json')))
})

test.each([
  ['vault.json', 'gone', undefined],
  ['vault.json', 'damaged', '{'],
  ['vault.copy.json', 'gone', undefined],
  ['vault.copy.json', 'damaged', '{'],
])('fault 6: with %s %s, the new passphrase opens by the other copy', async (name, _how, left) => {
  const folder = await closedVault()
  const vault = await unlockVault(folder, typedSecret(first))
  await vault.setPassphrase(typedSecret(second), cost)
  vault.close()
  if (left === undefined) rmSync(join(folder, name))
  else writeFileSync(join(folder, name), left)
  expect(await openers(folder)).toEqual(['second', 'paper'])
})

test('a newer header that was tampered with is skipped for a sound older one', async () => {
  const folder = await closedVault()
  const { checksum: _checksum, ...header } = JSON.parse(
    readFileSync(join(folder, 'vault.json'), 'utf8'),
  ) as Header
  const changed = { ...header, generation: header.generation + 1, sequence: 9_999 }
  const checksum = createHash('sha256').update(canonicalJson(changed)).digest('base64')
  writeFileSync(join(folder, 'vault.json'), JSON.stringify({ ...changed, checksum }))
  expect(await openers(folder)).toEqual(['first', 'paper'])
})

test('a new recovery key, interrupted at any write of its confirmation, leaves exactly one that opens besides the passphrase', async () => {
  const outcomes = await dyingAtEveryWrite(await closedVault(), (folder) =>
    withVault(folder, (vault) => {
      vault.setRecoveryKey(newPaper, confirmedAt)
      return Promise.resolve(vault)
    }),
  )
  expect(course(outcomes)).toEqual(['first and paper', 'first and new paper'])
})

test('fault 29: re-encrypting, interrupted at any write, leaves one key with its paper and every row', async () => {
  const outcomes = await dyingAtEveryWrite(await closedVault(), (folder) =>
    withVault(folder, async (vault) => {
      const { finish } = await vault.prepareReencryption(typedSecret(first), newPaper, cost)
      return finish(confirmedAt, 'delete')
    }),
  )
  expect(course(outcomes)).toEqual(['first and paper', 'first and new paper'])
  expect(outcomes.length).toBeGreaterThan(20)
})

test('fault 29: a later unlock deletes the database under the old key if it could not be deleted before', async () => {
  const folder = await closedVault()
  const vault = await unlockVault(folder, typedSecret(first))
  disk.held = 'vault-1.db'
  onTestFinished(() => {
    disk.held = ''
  })
  const { finish } = await vault.prepareReencryption(typedSecret(first), newPaper, cost)
  finish(confirmedAt, 'delete').close()
  const still = await unlockVault(folder, typedSecret(first))
  still.close()
  expect(readdirSync(folder)).toContain('vault-1.db')
  disk.held = ''
  const free = await unlockVault(folder, typedSecret(first))
  free.close()
  expect(readdirSync(folder).toSorted()).toEqual(['vault-2.db', 'vault.copy.json', 'vault.json'])
  expect(free.header().replaces).toBeNull()
})

test('a database replacement, interrupted at any write, happens whole or not at all', async () => {
  const replaced = [...rows, 'four']
  const seen = new Set<string>()
  const outcomes = await dyingAtEveryWrite(
    await closedVault(),
    (folder) =>
      withVault(folder, (vault) => {
        const before = countRows(vault.db)
        const next = vault.replaceDatabase({
          build: (file, key) => {
            copyDatabase(vault.db, file)
            const db = openDatabase(file, key)
            db.exec(`INSERT INTO kept VALUES ('four')`)
            db.close()
          },
          verify: (db) => assertNothingLost(before, db),
          old: { reason: 'before-restore', at: confirmedAt },
        })
        return Promise.resolve(next)
      }),
    async (folder) => {
      const vault = await unlockVault(folder, typedSecret(first))
      const found = JSON.stringify(rowsIn(vault))
      vault.close()
      seen.add(found)
      return openers(folder, rowsIn, JSON.parse(found))
    },
    // An interruption right after the commit leaves the old database under its own name. No header names it, and
    // nothing deletes it.
    (name, names) => name === 'vault-1.db' && names.includes('vault-2.db'),
  )
  expect([...seen]).toEqual([JSON.stringify(rows), JSON.stringify(replaced)])
  expect(course(outcomes)).toEqual(['first and paper'])
})

test('fault 27: a vault of the first format, its migration interrupted at any write, opens with every row', async () => {
  const folder = join(temporaryFolder(), 'vault')
  mkdirSync(folder, { recursive: true })
  const golden = readFileSync(join(import.meta.dirname, '../testing/golden/format-1.json'), 'utf8')
  for (const [name, bytes] of Object.entries(z.record(z.string(), z.base64()).parse(JSON.parse(golden))))
    writeFileSync(join(folder, name), Buffer.from(bytes, 'base64'))
  const { stretch } = await vi.importActual<typeof import('../keys/stretch.ts')>('../keys/stretch.ts')
  const header = JSON.parse(readFileSync(join(folder, 'vault.json'), 'utf8')) as {
    slots: [{ kdf: { salt: string } }]
  }
  const passphrase = 'golden harbour of the first format'
  const salt = Buffer.from(header.slots[0].kdf.salt, 'base64')
  const stretched = await stretch(Buffer.from(passphrase), salt, cost)
  const keys = await import('../keys/stretch.ts')
  vi.spyOn(keys, 'stretch').mockImplementation(() => Promise.resolve(Buffer.from(stretched)))
  const notesIn = (vault: OpenVault): unknown => vault.db.prepare('SELECT notes FROM sessions').pluck().all()
  const outcomes = await dyingAtEveryWrite(
    folder,
    (copy) => unlockVault(copy, typedSecret(passphrase)),
    async (copy) => {
      const vault = await unlockVault(copy, typedSecret(passphrase))
      const found = notesIn(vault)
      expect(vault.header().version).toBe(4)
      vault.close()
      return [JSON.stringify(found)]
    },
  )
  expect(course(outcomes)).toEqual(['["Golden words of the first format"]'])
  expect(outcomes.length).toBeGreaterThan(15)
})

test('a first start, interrupted at any write, leaves the whole vault or no obstacle to another start', async () => {
  const empty = join(temporaryFolder(), 'vault')
  mkdirSync(empty, { recursive: true })
  const outcomes = await dyingAtEveryWrite(
    empty,
    (folder) => createVault(folder, typedSecret(first), cost),
    async (folder) => {
      const again = await createVault(folder, typedSecret(first), cost).catch(
        (cause: { code?: string }) => cause.code,
      )
      if (typeof again === 'object') {
        again.close()
        return ['made again']
      }
      expect(again).toBe('vault-exists')
      const vault = await unlockVault(folder, typedSecret(first))
      vault.close()
      return ['made']
    },
  )
  expect(course(outcomes)).toEqual(['made again', 'made'])
})

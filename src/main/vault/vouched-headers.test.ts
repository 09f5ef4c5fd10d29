import { createHash, randomBytes } from 'node:crypto'
import type * as FileSystem from 'node:fs'
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { isBackupName } from './inventory/backup-names.ts'
import {
  contentOf,
  headerVersion,
  sealHeader,
  storedHeaderSchema,
  type Header,
  type HeaderContent,
} from './keys/header.ts'
import { unwrapHeader } from './keys/unwrap-header.ts'
import { unlockVault, unlockVaultBy } from './opening/unlock-vault.ts'
import { lightestCost } from './testing/real-vault.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { rightPassphrase } from './testing/test-vault.ts'
import { forgeHeader } from './testing/forged-files.ts'
import { lockWithBackup, lockedVault, startVault } from './testing/running-vault.ts'

/** The memory that each derivation asked for, in kibibytes. */
const derived = vi.hoisted((): number[] => [])
const computer = vi.hoisted(() => ({ mostKibibytes: 1024 * 1024 }))
// Tests the order and the number of derivations; their time is not the matter here.
vi.mock('./keys/stretch.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  stretch: (passphrase: Uint8Array, salt: Uint8Array, cost: { memoryKibibytes: number }) => {
    derived.push(cost.memoryKibibytes)
    if (cost.memoryKibibytes > computer.mostKibibytes) return Promise.reject(new AppError('out-of-memory'))
    return Promise.resolve(createHash('sha256').update(salt).update(passphrase).digest())
  },
}))
/** Names the file that can't be created now. */
const disk = vi.hoisted(() => ({ refused: '' }))
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>()
  return {
    ...real,
    openSync: (path: string, flags: string | number, mode?: number) => {
      if (path === disk.refused) throw Object.assign(new Error('EIO: i/o error, open'), { code: 'EIO' })
      return real.openSync(path, flags, mode)
    },
  }
})
beforeEach(() => {
  disk.refused = ''
  derived.length = 0
  computer.mostKibibytes = 1024 * 1024
})

const second = 'loud meadow eleven boats'
const confirmedAt = new Date('2026-03-20T15:00:00.000Z')
const names = ['vault.json', 'vault.copy.json'] as const
const other = { 'vault.json': 'vault.copy.json', 'vault.copy.json': 'vault.json' } as const
const stub = `{"format":"attune-vault","version":${headerVersion + 1}}`

const headerIn = (file: string): Header => JSON.parse(readFileSync(file, 'utf8')) as Header
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'opened',
    (cause: unknown) => (cause instanceof AppError ? cause.code : cause),
  )
const close = (vault: { close: () => void }): void => vault.close()
const unlock = (folder: string, passphrase = rightPassphrase) =>
  unlockVault(folder, typedSecret(passphrase)).then(close)

/** A passphrase slot that opens with nothing and asks for a memory of the forger's choice. */
function forgedSlots(memoryKibibytes: number) {
  const base64 = (length: number): string => randomBytes(length).toString('base64')
  const cost = { ...lightestCost, memoryKibibytes }
  const kdf = { name: 'argon2id', cost, salt: base64(16) }
  return [{ kind: 'passphrase', kdf, nonce: base64(12), wrapped: base64(48) }]
}

test.each(names)(
  'fault 74: a stub of a later format in %s neither keeps the owner out nor blocks a restore',
  async (name) => {
    const folder = await lockedVault()
    const { vaultFolder, api } = startVault(folder)
    writeFileSync(join(vaultFolder, name), stub)
    expect(await api.vault.status()).toMatchObject({ presence: 'present' })
    const vault = startVault(folder)
    expect(await vault.unlock()).toMatchObject({ state: 'open', goneBack: null })
    await lockWithBackup(vault)
    const [main, copy] = names.map((one) => readFileSync(join(vaultFolder, one), 'utf8'))
    expect(main).toBe(copy)
    expect(readFileSync(join(vaultFolder, `${name}.set-aside-1`), 'utf8')).toBe(stub)
  },
)

test.each([1, 2])(
  'fault 74: stubs of a later format in %d copies let a backup be restored, and are kept',
  async (count) => {
    const folder = await lockedVault()
    const { api, vaultFolder } = startVault(folder)
    for (const name of names.slice(0, count)) writeFileSync(join(vaultFolder, name), stub)
    const { backups } = await api.backups.list()
    const source = { kind: 'listed', id: backups[0]?.id ?? { place: 'default', name: '' } } as const
    const secret = { kind: 'passphrase', passphrase: typedSecret(rightPassphrase) } as const
    const { ticket } = await api.backups.open({ source, secret })
    await api.backups.restore({ ticket, acceptsOtherVault: false })
    expect(await startVault(folder).unlock()).toMatchObject({ state: 'open' })
    const kept = readdirSync(vaultFolder).filter((name) => /^vault(\.copy)?\.json\.set-aside/.test(name))
    expect(kept.map((name) => readFileSync(join(vaultFolder, name), 'utf8'))).toContain(stub)
  },
)

test('fault 74: a header of a later format that the vault’s key vouches for stays untouched', async () => {
  const folder = await lockedVault()
  const { vaultFolder } = startVault(folder)
  const key = await keyOf(vaultFolder)
  const content = contentOf(headerIn(join(vaultFolder, 'vault.copy.json')))
  const later = {
    ...content,
    version: headerVersion + 1,
    generation: 99,
    more: ['of', { a: 'later' }, 'format'],
  }
  // The seals of the next format are the same, which the type of this one can't say.
  writeFileSync(
    join(vaultFolder, 'vault.json'),
    JSON.stringify(sealHeader(later as unknown as HeaderContent, key)),
  )
  const before = readFileSync(join(vaultFolder, 'vault.json'))
  expect(await codeOf(unlock(vaultFolder))).toBe('vault-newer')
  expect(readFileSync(join(vaultFolder, 'vault.json'))).toEqual(before)
})

/** The vault's key, as its passphrase unwraps it. */
async function keyOf(folder: string): Promise<Buffer> {
  const header = storedHeaderSchema.parse(headerIn(join(folder, 'vault.copy.json')))
  return (await unwrapHeader([header], { kind: 'passphrase', passphrase: typedSecret(rightPassphrase) }))
    .vaultKey
}

test.each(
  names.flatMap((name) => [64 * 1024, 1024 * 1024].map((memoryKibibytes) => ({ name, memoryKibibytes }))),
)(
  'fault 75: a forged header of a higher generation in $name that asks for $memoryKibibytes KiB shuts nobody out',
  async ({ name, memoryKibibytes }) => {
    const folder = await lockedVault()
    const { vaultFolder } = startVault(folder)
    const forged = join(vaultFolder, name)
    forgeHeader(join(vaultFolder, other[name]), forged, {
      generation: 999,
      slots: forgedSlots(memoryKibibytes),
    })
    const content = readFileSync(forged, 'utf8')
    derived.length = 0
    await unlock(vaultFolder)
    expect(Math.max(...derived)).toBe(lightestCost.memoryKibibytes)
    expect(derived.length).toBeLessThanOrEqual(memoryKibibytes > 64 * 1024 ? 1 : 2)
    expect(headerIn(join(vaultFolder, 'vault.json')).generation).toBeLessThan(99)
    expect(readFileSync(join(vaultFolder, `${name}.set-aside-1`), 'utf8')).toBe(content)
    expect(await codeOf(unlock(vaultFolder, second))).toBe('wrong-passphrase')
  },
)

test('fault 75: a header that asks for more than three passes is not derived at all', async () => {
  const folder = await lockedVault()
  const { vaultFolder } = startVault(folder)
  const [slot] = forgedSlots(64 * 1024)
  const cost = { ...lightestCost, passes: 16 }
  const slots = [{ ...slot, kdf: { ...slot?.kdf, cost } }]
  forgeHeader(join(vaultFolder, 'vault.json'), join(vaultFolder, 'vault.copy.json'), {
    generation: 999,
    slots,
  })
  derived.length = 0
  expect(await codeOf(unlock(vaultFolder, second))).toBe('wrong-passphrase')
  expect(derived).toHaveLength(1)
})

test('fault 75: a forged header doesn’t hide the recovery key, and the recovery key opens beside it', async () => {
  const folder = await lockedVault()
  const { vaultFolder, api } = startVault(folder)
  const paper = randomBytes(32)
  const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  vault.setRecoveryKey(paper, confirmedAt)
  vault.close()
  const [main, copy] = names.map((name) => join(vaultFolder, name))
  forgeHeader(main ?? '', copy ?? '', { generation: 999, slots: forgedSlots(64 * 1024) })
  expect(await api.vault.status()).toMatchObject({ recoveryKeySince: confirmedAt.toISOString() })
  await unlockVaultBy(vaultFolder, { kind: 'recovery-key', key: paper }).then(close)
})

test('fault 75: a passphrase change at a higher cost, cut off before the copy, leaves the new one alone', async () => {
  const folder = await lockedVault()
  const { vaultFolder } = startVault(folder)
  const copy = join(vaultFolder, 'vault.copy.json')
  const stale = readFileSync(copy)
  const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  await vault.setPassphrase(typedSecret(second), { ...lightestCost, memoryKibibytes: 128 * 1024 })
  vault.close()
  writeFileSync(copy, stale)
  const untouched = join(temporaryFolder(), 'vault')
  cpSync(vaultFolder, untouched, { recursive: true })
  expect(await codeOf(unlock(untouched))).toBe('wrong-passphrase')
  expect(await codeOf(unlock(vaultFolder, second))).toBe('opened')
  expect(readFileSync(copy)).toEqual(readFileSync(join(vaultFolder, 'vault.json')))
})

test('fault 76: after a re-encryption cut off before the copy, the old recovery key opens nothing', async () => {
  const folder = await lockedVault()
  const { vaultFolder } = startVault(folder)
  const copy = join(vaultFolder, 'vault.copy.json')
  const [paper, newPaper] = [randomBytes(32), randomBytes(32)]
  const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  vault.setRecoveryKey(paper, confirmedAt)
  const stale = readFileSync(copy)
  const { finish } = await vault.prepareReencryption(typedSecret(second), newPaper, lightestCost)
  const next = finish(confirmedAt, 'delete')
  expect(next.header().handOver).not.toBeNull()
  next.db.close()
  rmSync(join(vaultFolder, 'vault.in-use'))
  writeFileSync(copy, stale)
  for (const secret of [
    { kind: 'passphrase', passphrase: typedSecret(rightPassphrase) },
    { kind: 'recovery-key', key: paper },
  ] as const) {
    const before = readFileSync(join(vaultFolder, 'vault.json'))
    expect(await codeOf(unlockVaultBy(vaultFolder, secret))).toMatch(/^wrong-/)
    expect(readFileSync(join(vaultFolder, 'vault.json'))).toEqual(before)
  }
  await unlockVaultBy(vaultFolder, { kind: 'recovery-key', key: newPaper }).then(close)
  await unlock(vaultFolder, second)
  expect(headerIn(copy)).toEqual(headerIn(join(vaultFolder, 'vault.json')))
})

test('fault 76: a hand-over taken from a real re-encryption doesn’t carry a forged header', async () => {
  const folder = await lockedVault()
  const { vaultFolder } = startVault(folder)
  const [main, copy] = [join(vaultFolder, 'vault.json'), join(vaultFolder, 'vault.copy.json')]
  const untouched = readFileSync(copy)
  const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  const { finish } = await vault.prepareReencryption(typedSecret(second), randomBytes(32), lightestCost)
  const next = finish(confirmedAt, 'delete')
  const { handOver, mac } = next.header()
  next.close()
  writeFileSync(copy, untouched)
  forgeHeader(copy, main, { generation: 999, handOver, mac, slots: forgedSlots(64 * 1024) })
  // The old header is current again, and its database is gone.
  expect(await codeOf(unlock(vaultFolder))).toBe('vault-missing')
})

test('fault 76: the header after a re-encryption waits for the copy, so the hand-over is never lost', async () => {
  const folder = await lockedVault()
  const { vaultFolder } = startVault(folder)
  const copy = join(vaultFolder, 'vault.copy.json')
  const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  const stale = readFileSync(copy)
  const { finish } = await vault.prepareReencryption(typedSecret(second), randomBytes(32), lightestCost)
  const next = finish(confirmedAt, 'delete')
  const handedOver = next.header()
  writeFileSync(copy, stale)
  disk.refused = `${copy}.new`
  await expect(next.setPassphrase(typedSecret('third harbour of lamps'), lightestCost)).rejects.toThrow()
  expect(headerIn(join(vaultFolder, 'vault.json'))).toEqual(handedOver)
  disk.refused = ''
  await next.setPassphrase(typedSecret('third harbour of lamps'), lightestCost)
  expect(next.header().handOver).toBeNull()
  expect(headerIn(copy)).toEqual(next.header())
  next.close()
})

test('fault 75: a copy with any field changed and a higher generation changes nothing', async () => {
  const folder = await lockedVault()
  const { vaultFolder, backupFolder } = startVault(folder)
  const [main, copy] = [join(vaultFolder, 'vault.json'), join(vaultFolder, 'vault.copy.json')]
  const sound = headerIn(main)
  const changes: object[] = [
    { dbFile: 'vault-9.db', generation: 999 },
    { vaultId: '3f0f0c1e-7d7e-4a52-9b7a-111111111111', generation: 999 },
    { sequence: 999_999, generation: 999 },
    { audit: null, generation: sound.generation + 1 },
    { replaces: 'vault-1.db', generation: 999 },
    { version: 2, handOver: undefined, generation: 999 },
  ]
  for (const change of changes)
    for (const [from, to] of [
      [main, copy],
      [copy, main],
    ] as const) {
      forgeHeader(from, to, change)
      expect(await codeOf(unlock(vaultFolder)), JSON.stringify(change)).toBe('opened')
      expect(headerIn(main).dbFile).toBe('vault-1.db')
    }
  expect(readdirSync(backupFolder).filter(isBackupName)).toHaveLength(1)
})

test.each(['deleted', 'brought back'] as const)(
  'fault 76: a copy from before a re-encryption that a synced folder brings back, its database %s, changes nothing',
  async (oldDatabase) => {
    const folder = await lockedVault()
    const { vaultFolder } = startVault(folder)
    const stale = names.map((name) => readFileSync(join(vaultFolder, name)))
    const database = readFileSync(join(vaultFolder, 'vault-1.db'))
    const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
    // The cost is measured again, and the computer may have been less busy this time.
    const cost = { ...lightestCost, memoryKibibytes: 96 * 1024 }
    const { finish } = await vault.prepareReencryption(typedSecret(rightPassphrase), randomBytes(32), cost)
    const next = finish(confirmedAt, 'delete')
    await next.setPassphrase(typedSecret(rightPassphrase), cost)
    next.close()
    writeFileSync(join(vaultFolder, 'vault.copy.json'), stale[1] ?? '')
    if (oldDatabase === 'brought back') writeFileSync(join(vaultFolder, 'vault-1.db'), database)
    const again = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
    expect(again.header().dbFile).toBe('vault-2.db')
    again.close()
    expect(headerIn(join(vaultFolder, 'vault.copy.json')).dbFile).toBe('vault-2.db')
  },
)

test('fault 75: a forged header that asks for more memory than there is shuts nobody out', async () => {
  const folder = await lockedVault()
  const { vaultFolder } = startVault(folder)
  const [main, copy] = names.map((name) => join(vaultFolder, name))
  const slots = forgedSlots(4 * lightestCost.memoryKibibytes)
  forgeHeader(main ?? '', copy ?? '', { generation: 999, slots })
  computer.mostKibibytes = lightestCost.memoryKibibytes
  expect(await codeOf(unlock(vaultFolder, second))).toBe('out-of-memory')
  expect(await codeOf(unlock(vaultFolder))).toBe('opened')
  expect(await codeOf(unlock(vaultFolder, second))).toBe('wrong-passphrase')
})

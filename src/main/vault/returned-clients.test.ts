import { cpSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { lockWithBackup } from './testing/running-vault.ts'
import {
  eraseFern,
  leftOf,
  practice,
  reencrypt,
  restoreNewest,
  type Practice,
  type Running,
} from './testing/erasure-practice.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const codesIn = async ({ api }: Running): Promise<string[]> =>
  (await api.clients.list()).map(({ client }) => client.code)
const returnedIn = async ({ api }: Running): Promise<string[]> =>
  (await api.rights.returned()).map(({ code }) => code)

/** Restores the usual backup of a day. */
async function restoreOf({ api }: Running, day: string): Promise<void> {
  const { backups } = await api.backups.list()
  const chosen = backups.find(({ reason, createdAt }) => reason === 'usual' && createdAt?.startsWith(day))
  if (!chosen) throw new Error(`there is no backup of ${day}`)
  const source = { kind: 'listed', id: chosen.id } as const
  const { ticket } = await api.backups.open({ source, secret: { kind: 'present' } })
  await api.backups.restore({ ticket, acceptsOtherVault: false })
}

/** Erases Fern, closes the vault, and puts the vault's folder back to before that. */
async function putBackAfterErasing(made: Practice): Promise<void> {
  const earlier = join(temporaryFolder(), 'vault')
  cpSync(made.vaultFolder, earlier, { recursive: true })
  await lockWithBackup((await eraseFern(made)).running)
  rmSync(made.vaultFolder, { recursive: true })
  cpSync(earlier, made.vaultFolder, { recursive: true })
}

/** Unlocks a vault that was put back, and goes on with it. */
async function goOn(made: Practice): Promise<Running> {
  const running = await made.start()
  expect(await running.api.vault.goOn()).toMatchObject({ access: 'full' })
  return running
}

test('fault 96: a folder put back brings an erased client back, and the unlocking offers to erase them again', async () => {
  const made = await practice()
  await putBackAfterErasing(made)
  const running = await goOn(made)
  expect(await codesIn(running)).toContain('Fern')
  expect(await returnedIn(running)).toEqual(['Fern'])
  await running.api.rights.erase({ clientId: made.fern.id, typedCode: 'Fern' })
  expect(await returnedIn(running)).toEqual([])
  expect((await leftOf(made)).others).toEqual([])
  await lockWithBackup(running)
  expect(await returnedIn(await made.start())).toEqual([])
})

test('fault 96: a folder from before a re-encryption brings an erased client back, and the unlocking offers to erase them again', async () => {
  const made = await practice()
  const earlier = join(temporaryFolder(), 'vault')
  cpSync(made.vaultFolder, earlier, { recursive: true })
  await made.day(reencrypt)
  await made.day(({ api }) => api.rights.erase({ clientId: made.fern.id, typedCode: 'Fern' }))
  rmSync(made.vaultFolder, { recursive: true })
  cpSync(earlier, made.vaultFolder, { recursive: true })
  const running = await made.start()
  expect(await returnedIn(running)).toEqual(['Fern'])
})

test('fault 96: a restored backup brings an erased client back, and the unlocking offers to erase them again', async () => {
  const made = await practice()
  // On the day after the backup, which rotation would replace otherwise.
  await made.day(({ api }) => api.rights.erase({ clientId: made.fern.id, typedCode: 'Fern' }))
  await made.day((running) => restoreOf(running, '2026-03-20'))
  const running = await made.start()
  expect(await returnedIn(running)).toEqual(['Fern'])
  await running.api.rights.erase({ clientId: made.fern.id, typedCode: 'Fern' })
  expect(await returnedIn(running)).toEqual([])
  expect((await leftOf(made)).others).toEqual([])
})

test('fault 96: a client who is kept stays, and a folder put back once more does not ask again', async () => {
  const made = await practice()
  await putBackAfterErasing(made)
  const running = await goOn(made)
  const earlier = join(temporaryFolder(), 'vault')
  await running.api.rights.keepReturned({ clientId: made.fern.id })
  expect(await returnedIn(running)).toEqual([])
  await lockWithBackup(running)
  cpSync(made.vaultFolder, earlier, { recursive: true })
  await made.day(async (next) => {
    expect(await codesIn(next)).toContain('Fern')
    await restoreNewest(next, 'present')
  })
  const after = await made.start()
  // Another erasure leaves the kept client alone, in the copies, too.
  await after.api.rights.erase({ clientId: made.other.id, typedCode: 'Aspen' })
  expect(await codesIn(after)).toEqual(['Fern'])
  const { copies } = await leftOf(made)
  const setAside = copies.filter(({ path }) => path.includes('set-aside'))
  expect(setAside.map(({ clientIds }) => clientIds)).toEqual(setAside.map(() => [made.fern.id]))
  expect(setAside.length).toBeGreaterThan(0)
  await lockWithBackup(after)
  rmSync(made.vaultFolder, { recursive: true })
  cpSync(earlier, made.vaultFolder, { recursive: true })
  const again = await goOn(made)
  // Fern was kept, Aspen was erased since.
  expect(await returnedIn(again)).toEqual(['Aspen'])
})

test('fault 96: a client who came back and left by another restore is removed from what that restore replaced', async () => {
  const made = await practice()
  await made.day(({ api }) => api.rights.erase({ clientId: made.fern.id, typedCode: 'Fern' }))
  await made.day((running) => restoreOf(running, '2026-03-20'))
  await made.day((running) => restoreOf(running, '2026-03-21'))
  const { others } = await leftOf(made)
  expect(others.length).toBeGreaterThan(0)
  const before = others.map((path) => readFileSync(path))
  const running = await made.start()
  expect(await codesIn(running)).toEqual(['Aspen'])
  const isRewritten = (path: string, index: number) => before[index]?.equals(readFileSync(path)) === false
  await vi.waitFor(() => expect(others.every(isRewritten)).toBe(true), { timeout: 15_000, interval: 100 })
  expect((await leftOf(made)).others).toEqual([])
})

test('fault 97: copies on a drive that is away are named, and lose the client after an unlock with the drive', async () => {
  const made = await practice()
  const drive = join(temporaryFolder(), 'drive')
  mkdirSync(drive)
  await made.day(async (running) => {
    await running.api.backups.chooseFolder({ token: running.grant('backup-folder', drive) })
    await running.api.backups.make()
    await reencrypt(running)
  })
  renameSync(drive, `${drive} away`)
  const { erased, running } = await eraseFern(made)
  expect(erased.away).toEqual([drive])
  await lockWithBackup(running)
  renameSync(`${drive} away`, drive)
  const onDrive = async () => (await leftOf(made, [drive])).others
  const before = await onDrive()
  const bytes = new Map(before.map((path) => [path, readFileSync(path)]))
  const { api } = await made.start()
  const usual = (await api.backups.list()).backups
    .filter(({ id, state, reason }) => id.place === 'chosen' && state === 'good' && reason === 'usual')
    .map(({ id }) => join(drive, id.name))
  const others = before.filter((path) => !usual.includes(path))
  expect(others.length).toBeGreaterThan(0)
  const isRewritten = (path: string) => bytes.get(path)?.equals(readFileSync(path)) === false
  await vi.waitFor(() => expect(others.every(isRewritten)).toBe(true), { timeout: 15_000, interval: 100 })
  expect(await onDrive()).toEqual(before.filter((path) => usual.includes(path)))
})

test('fault 128: a drive that is put back to a day before an erasure loses the client after an unlock', async () => {
  const made = await practice()
  const drive = join(temporaryFolder(), 'drive')
  const earlier = join(temporaryFolder(), 'drive')
  mkdirSync(drive)
  await made.day(async (running) => {
    await running.api.backups.chooseFolder({ token: running.grant('backup-folder', drive) })
    await reencrypt(running)
  })
  cpSync(drive, earlier, { recursive: true })
  await made.day(({ api }) => api.rights.erase({ clientId: made.fern.id, typedCode: 'Fern' }))
  rmSync(drive, { recursive: true })
  cpSync(earlier, drive, { recursive: true })
  const left = async () => (await leftOf(made, [drive])).others
  expect(await left()).toHaveLength(2)
  const { api } = await made.start()
  const usual = (await api.backups.list()).backups
    .filter(({ id, reason }) => id.place === 'chosen' && reason === 'usual')
    .map(({ id }) => join(drive, id.name))
  // The usual backup of that day goes by the date that the screen shows, the one from before the re-encryption now.
  await vi.waitFor(async () => expect(await left()).toEqual(usual), { timeout: 15_000, interval: 200 })
  expect(usual).toHaveLength(1)
})

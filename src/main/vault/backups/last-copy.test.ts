import type * as FileSystem from 'node:fs'
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { clientEntry } from '../testing/entries.ts'
import { lockWithBackup, newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'
import { isBackupName } from '../inventory/backup-names.ts'
import { readContainer } from './container.ts'
import { clientsInFiles, clientsKept } from './testing/kept-clients.ts'

/** Makes the next writing of a header fail as it does on a full disk. */
const disk = vi.hoisted(() => ({ isFull: false }))
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>()
  return {
    ...real,
    openSync: (path: string, flags: string | number, mode?: number) => {
      if (!disk.isFull || !path.endsWith('vault.json.new')) return real.openSync(path, flags, mode)
      disk.isFull = false
      return real.openSync('/dev/full', 'r+')
    },
  }
})
beforeEach(() => {
  disk.isFull = false
})

const present = { kind: 'present' } as const
const march = (day: number, hour = 16) => new Date(Date.UTC(2026, 2, day, hour))
const backupsIn = (folder: string) => readdirSync(join(folder, 'backups')).filter(isBackupName).toSorted()

/** A vault with a client and its backup of 19 March, then two more clients on 20 March. */
async function twoDays(sessions = 0) {
  const folder = temporaryFolder()
  const clock = { now: march(19) }
  const first = startVault(folder, clock)
  await first.api.vault.create({ passphrase: rightPassphrase })
  await first.api.clients.create(clientEntry({ code: 'Ash' }))
  if (sessions > 0) await first.api.sample.load()
  await lockWithBackup(first)
  clock.now = march(20, 10)
  const running = startVault(folder, clock)
  await running.api.vault.unlock({ passphrase: rightPassphrase })
  await running.api.clients.create(clientEntry({ code: 'Birch' }))
  await running.api.clients.create(clientEntry({ code: 'Cedar' }))
  return { folder, ...running }
}

async function restoreOldest({ api }: Pick<ReturnType<typeof startVault>, 'api'>) {
  const { backups } = await api.backups.list()
  const oldest = backups.findLast(({ state }) => state === 'good')
  if (!oldest) throw new Error('there is no backup')
  const { ticket } = await api.backups.open({ source: { kind: 'listed', id: oldest.id }, secret: present })
  return api.backups.restore({ ticket, acceptsOtherVault: false })
}

test('fault 60: what a mistaken restore replaced is in a file after many more days of work', async () => {
  const { folder, clock, ...running } = await twoDays()
  expect(await restoreOldest(running)).toMatchObject({ replaced: 'set-aside', isBackedUp: true })
  for (let day = 20; day < 31; day += 1) {
    clock.now = march(day, 11)
    const next = startVault(folder, clock)
    await next.api.vault.unlock({ passphrase: rightPassphrase })
    await next.api.clients.create(clientEntry({ code: `Day ${day}` }))
    await lockWithBackup(next)
  }
  const found = Object.entries(await clientsInFiles(folder))
  const whole = found.filter(([, codes]) => codes.includes('Birch') && codes.includes('Cedar'))
  expect(whole.map(([name]) => name)).toContainEqual(
    expect.stringMatching(/^vault-1\.db\.set-aside-before-restore-20260320T100000Z-1$/),
  )
}, 60_000)

test('fault 61: a restore keeps the present vault although its newest backup has become unreadable', async () => {
  const { folder, ...running } = await twoDays()
  await running.api.backups.make()
  for (const name of backupsIn(folder)) {
    if (name.includes('20260319')) continue
    const file = join(folder, 'backups', name)
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0, bytes.length - 40_000, bytes.length - 36_000))
  }
  await restoreOldest(running)
  expect(await clientsKept(folder)).toEqual(['Ash', 'Birch', 'Cedar'])
})

test('fault 99: a file with the head of a backup and another content does not displace the backup', async () => {
  const { folder, clock, vaultFolder, ...running } = await twoDays()
  const earlier = join(temporaryFolder(), 'vault')
  await running.handlers.close()
  cpSync(vaultFolder, earlier, { recursive: true })
  const second = startVault(folder, clock)
  await second.unlock()
  await second.api.clients.create(clientEntry({ code: 'Dogwood' }))
  await lockWithBackup(second)
  const name = backupsIn(folder).at(-1) ?? ''
  const path = join(folder, 'backups', name)
  const read = await readContainer(path)
  if (read.kind !== 'backup') throw new Error('there is no backup')
  // A name that sorts first, and a name that sorts last.
  for (const time of ['20200101T000000Z', '20300101T000000Z'])
    writeFileSync(
      join(folder, 'backups', name.replace(/\d{8}T\d{6}Z/, time)),
      readFileSync(path).fill(0, read.offset),
    )
  // The newest backup is the only file with Dogwood now.
  rmSync(vaultFolder, { recursive: true })
  cpSync(earlier, vaultFolder, { recursive: true })
  const third = startVault(folder, clock)
  await third.unlock()
  await third.api.vault.goOn()
  await third.api.clients.create(clientEntry({ code: 'Elm' }))
  await lockWithBackup(third)
  expect(await clientsKept(folder)).toContain('Dogwood')
})

test('fault 62: nothing is acknowledged between the copy of the present vault and its replacement', async () => {
  const { folder, api } = await twoDays(1)
  const { ticket } = await api.backups.open({ source: await newestOf(api), secret: present })
  const created: string[] = []
  const refusals = new Set<unknown>()
  let isRestoring = true
  const running = api.backups.make()
  const restoring = api.backups.restore({ ticket, acceptsOtherVault: false }).finally(() => {
    isRestoring = false
  })
  while (isRestoring) {
    const code = `During ${created.length + refusals.size}`
    await api.clients.create(clientEntry({ code })).then(
      () => created.push(code),
      (cause: { code: string }) => refusals.add(cause.code),
    )
    await new Promise((resume) => setImmediate(resume))
  }
  await Promise.all([running, restoring])
  expect(await clientsKept(folder)).toEqual(expect.arrayContaining(['Birch', 'Cedar', ...created]))
  expect(created).toEqual([])
  refusals.delete('not-available')
  expect([...refusals]).toEqual(['vault-being-replaced'])
}, 60_000)

test('fault 62: after a failed restore the vault takes changes again', async () => {
  const { folder, api } = await twoDays()
  const { ticket } = await api.backups.open({ source: await newestOf(api), secret: present })
  for (const name of readdirSync(join(folder, 'restoring')))
    writeFileSync(join(folder, 'restoring', name), 'spoilt after it was checked')
  await expect(api.backups.restore({ ticket, acceptsOtherVault: false })).rejects.toThrow()
  await api.clients.create(clientEntry({ code: 'Dogwood' }))
  expect((await api.clients.list()).map(({ client }) => client.code)).toContain('Dogwood')
})

test('fault 62: a lock during a restore closes the present vault whole and restores nothing', async () => {
  const { folder, ...running } = await twoDays(1)
  const { api } = running
  const { ticket } = await api.backups.open({ source: await newestOf(api), secret: present })
  const restoring = api.backups.restore({ ticket, acceptsOtherVault: false }).catch((cause: unknown) => cause)
  await lockWithBackup(running)
  expect(await restoring).toMatchObject({ code: 'not-available' })
  const vaultFolder = join(folder, 'vault')
  expect(readdirSync(vaultFolder).toSorted()).toEqual(['vault-1.db', 'vault.copy.json', 'vault.json'])
  expect(statSync(join(vaultFolder, 'vault-1.db')).size).toBeGreaterThan(0)
  const found = await clientsInFiles(folder)
  expect(found['vault-1.db']).toEqual(expect.arrayContaining(['Birch', 'Cedar']))
}, 60_000)

test.runIf(existsSync('/dev/full'))(
  'fault 62: a disk that is full after the replacement makes the restore no failure',
  async () => {
    const { folder, clock, ...running } = await twoDays()
    const isReplaced = () => existsSync(join(folder, 'vault', 'vault-2.db'))
    // The moment of the note in the restored vault is the first one asked for after the replacement.
    Object.defineProperty(clock, 'now', {
      get: () => {
        if (isReplaced()) disk.isFull = true
        return march(20, 11)
      },
    })
    expect(await restoreOldest(running)).toMatchObject({ replaced: 'set-aside' })
    expect(running.events.slice(-2)).toEqual(['locked', 'needs replacing'])
    disk.isFull = false
    const next = startVault(folder)
    await next.api.vault.unlock({ passphrase: rightPassphrase })
    expect((await next.api.clients.list()).map(({ client }) => client.code)).toEqual(['Ash'])
  },
  60_000,
)

test.runIf(existsSync('/dev/full'))(
  'a lock makes its backup although a full disk takes no header',
  async () => {
    const { folder, ...running } = await twoDays()
    const before = backupsIn(folder)
    disk.isFull = true
    await lockWithBackup(running)
    expect(backupsIn(folder)).toHaveLength(before.length + 1)
    expect(await clientsKept(folder)).toEqual(expect.arrayContaining(['Ash', 'Birch', 'Cedar']))
  },
  60_000,
)

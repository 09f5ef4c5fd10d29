import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { unpackOverview } from '#shared/overview/packed-overview.ts'
import { isBackupName } from './inventory/backup-names.ts'
import { clientEntry } from './testing/entries.ts'
import { eraseFern, leftOf, practice, reencrypt, restoreNewest } from './testing/erasure-practice.ts'
import { everyCopy } from './testing/every-copy.ts'
import { lockWithBackup, newestOf, startVault } from './testing/running-vault.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { rightPassphrase } from './testing/test-vault.ts'

describe('fault 95: an erased client opens from no file', () => {
  test('after a restore from inside', async () => {
    const made = await practice()
    await made.day(async (running) => {
      await running.api.clients.create(clientEntry({ code: 'Later' }))
      await restoreNewest(running, 'present')
    })
    const { erased, running } = await eraseFern(made)
    // What was replaced: the set-aside database, and its backup.
    expect(erased).toMatchObject({ copies: 2, unreached: [], away: [], search: 'gone' })
    const { others, usual, copies } = await leftOf(made)
    expect(others).toEqual([])
    expect(usual.length).toBeGreaterThan(0)
    expect(erased.leavesBackupsOn).not.toBeNull()
    // Everything else in the set-aside copies is still there.
    const setAside = copies.filter(({ path }) => path.includes('set-aside') || path.includes('before'))
    expect(setAside.map(({ clientIds }) => clientIds.length)).toEqual(setAside.map(() => 2))
    expect(setAside.length).toBeGreaterThan(0)
    expect((await running.api.clients.list()).map(({ client }) => client.code)).toEqual(['Aspen'])
  })

  test.each(['Copy of vault/vault-1.db', 'vault-1 saved.db', 'backups/old', 'backup of Tuesday'])(
    'in a copy that somebody made in Attune’s own data folder: %s',
    async (copy) => {
      const made = await practice()
      const name = readdirSync(made.backupFolder).find(isBackupName) ?? ''
      const isBackup = !copy.includes('.db')
      const source = isBackup ? join(made.backupFolder, name) : join(made.vaultFolder, 'vault-1.db')
      const target = join(made.folder, copy, isBackup ? name : '..')
      const path = isBackup ? target : join(made.folder, copy)
      mkdirSync(dirname(path), { recursive: true })
      copyFileSync(source, path)
      const { erased } = await eraseFern(made)
      expect(erased).toMatchObject({ copies: 1, unreached: [] })
      expect((await leftOf(made)).others).toEqual([])
      const left = (await leftOf(made)).copies.find((found) => found.path === path)
      expect(left?.clientIds).toEqual([made.other.id])
    },
  )

  test('in the backups of a folder that is no longer used, once another was chosen after the erasure', async () => {
    const made = await practice()
    const [first, second] = ['first', 'second'].map((folder) => join(temporaryFolder(), folder))
    if (!first || !second) throw new Error('there are two folders')
    mkdirSync(first)
    mkdirSync(second)
    await made.day(async (running) => {
      await running.api.backups.chooseFolder({ token: running.grant('backup-folder', first) })
      await running.api.backups.make()
    })
    const { running } = await eraseFern(made)
    const inFirst = async () => (await leftOf(made, [first])).others.filter((path) => path.startsWith(first))
    // Rotation deletes it in time, as long as the folder is in use.
    expect(await inFirst()).toHaveLength(1)
    await running.api.backups.chooseFolder({ token: running.grant('backup-folder', second) })
    await lockWithBackup(running)
    await made.start()
    await vi.waitFor(async () => expect(await inFirst()).toEqual([]), { timeout: 15_000, interval: 200 })
  })

  test('after a restore from the locked screen', async () => {
    const made = await practice()
    const locked = startVault(made.folder, made.clock)
    await restoreNewest(locked, 'passphrase')
    const { erased } = await eraseFern(made)
    expect(erased).toMatchObject({ unreached: [], away: [] })
    expect(erased.copies).toBeGreaterThan(0)
    expect((await leftOf(made)).others).toEqual([])
  })

  test('after a preview whose process was killed, and while one is open', async () => {
    const made = await practice()
    await startVault(made.folder, made.clock).api.backups.open({
      source: await newestOf(startVault(made.folder, made.clock).api),
      secret: { kind: 'passphrase', passphrase: rightPassphrase },
    })
    const running = await made.start()
    await running.api.backups.open({ source: await newestOf(running.api), secret: { kind: 'present' } })
    expect(readdirSync(join(made.folder, 'restoring'))).not.toEqual([])
    await running.api.rights.erase({ clientId: made.fern.id, typedCode: 'Fern' })
    expect((await leftOf(made)).others).toEqual([])
  })

  test('after a kill between the commit of a restore and the clearing up', async () => {
    const made = await practice()
    const before = join(temporaryFolder(), 'vault-1.db')
    copyFileSync(join(made.vaultFolder, 'vault-1.db'), before)
    await restoreNewest(startVault(made.folder, made.clock), 'passphrase')
    // The old database under its own name, which no header names any more, and a copy of it under a person's own name.
    const [setAside] = readdirSync(made.vaultFolder).filter((name) => name.startsWith('vault-1.db.set-aside'))
    renameSync(join(made.vaultFolder, setAside ?? ''), join(made.vaultFolder, 'vault-1.db'))
    copyFileSync(before, join(made.vaultFolder, 'from before the restore'))
    copyFileSync(before, join(made.vaultFolder, 'unfinished-7.db'))
    const { erased } = await eraseFern(made)
    expect(erased.unreached).toEqual([])
    expect((await leftOf(made)).others).toEqual([])
    expect(existsSync(join(made.vaultFolder, 'vault-1.db'))).toBe(true)
  })

  test('after a re-encryption, in the copies under the earlier key, too', async () => {
    const made = await practice()
    await made.day(reencrypt)
    await made.day((running) => running.api.clients.create(clientEntry({ code: 'Later' })))
    const { erased } = await eraseFern(made)
    expect(erased).toMatchObject({ unreached: [], away: [] })
    const { others, usual } = await leftOf(made)
    expect(others).toEqual([])
    // Only what rotation deletes: the backup of each day since, under the present key.
    expect(usual).toHaveLength(2)
  })

  test('after two re-encryptions and a restore of the oldest backup', async () => {
    const made = await practice()
    const [first] = readdirSync(made.backupFolder).filter(isBackupName)
    await made.day(reencrypt)
    await made.day(reencrypt)
    await made.day(async ({ api }) => {
      const source = { kind: 'listed', id: { place: 'default', name: first ?? '' } } as const
      const secret = { kind: 'passphrase', passphrase: rightPassphrase } as const
      const { ticket } = await api.backups.open({ source, secret })
      await api.backups.restore({ ticket, acceptsOtherVault: false })
    })
    const { erased } = await eraseFern(made)
    expect(erased.unreached).toEqual([])
    expect((await leftOf(made)).others).toEqual([])
  })

  test('in copies under other names, a damaged one, and what a killed backup left', async () => {
    const made = await practice()
    const [backup] = readdirSync(made.backupFolder).filter(isBackupName)
    copyFileSync(join(made.backupFolder, backup ?? ''), join(made.backupFolder, `${backup} (1)`))
    cpSync(made.vaultFolder, join(made.folder, 'vault of yesterday'), { recursive: true })
    await restoreNewest(startVault(made.folder, made.clock), 'passphrase')
    const [setAside] = readdirSync(made.vaultFolder).filter((name) => name.startsWith('vault-1.db.set-aside'))
    const damaged = join(made.vaultFolder, setAside ?? '')
    const { erased } = await (async () => {
      rot(damaged)
      return eraseFern(made)
    })()
    expect(erased.unreached).toEqual([])
    expect((await leftOf(made)).others).toEqual([])
    expect(existsSync(damaged)).toBe(false)
  })

  test('in copies that have the names of Attune’s own small files', async () => {
    const made = await practice()
    const [backup] = readdirSync(made.backupFolder).filter(isBackupName)
    copyFileSync(join(made.backupFolder, backup ?? ''), join(made.backupFolder, 'readings.json'))
    copyFileSync(join(made.vaultFolder, 'vault-1.db'), join(made.vaultFolder, 'vault.json.set-aside-1'))
    const { erased } = await eraseFern(made)
    expect(erased).toMatchObject({ copies: 2, unreached: [] })
    expect((await leftOf(made)).others).toEqual([])
  })
})

/** Spoils one page of a database; its first pages still open. */
function rot(path: string): void {
  const bytes = readFileSync(path)
  // A page of rows in the middle: where the schema lies, no key opens the file, and nobody can say whose it is.
  const at = Math.floor(bytes.length / 8192) * 4096
  bytes.fill(0, at, at + 4096)
  writeFileSync(path, bytes)
}

test.each(['attune (1).attunebackup', 'older/attune.attunebackup', '../backup of Tuesday'])(
  'fault 155: a copy of a usual backup that comes after the erasure loses the client at the next unlock: %s',
  async (name) => {
    const made = await practice()
    const { running } = await eraseFern(made)
    const { usual } = await leftOf(made)
    const copy = join(made.backupFolder, name)
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(usual[0] ?? '', copy)
    expect((await leftOf(made)).others).toEqual([copy])
    await lockWithBackup(running)
    await made.start()
    await vi.waitFor(async () => expect((await leftOf(made)).others).toEqual([]), {
      timeout: 15_000,
      interval: 200,
    })
    const left = (await leftOf(made)).copies.find(({ path }) => path === copy)
    expect(left?.clientIds).toEqual([made.other.id])
  },
)

test('fault 263: a removed session leaves every copy that Attune can reach at the next unlock, and its client stays', async () => {
  const made = await practice()
  await made.day((running) => restoreNewest(running, 'present'))
  const holding = async (id: string) =>
    (await everyCopy([made.folder], [rightPassphrase])).filter(({ sessionIds }) => sessionIds.includes(id))
  const running = await made.start()
  const [log] = unpackOverview(await running.api.clients.overview({ id: made.fern.id })).sessions
  if (!log) throw new Error('Fern has a session')
  expect(await running.api.sessions.extent({ id: log.id })).not.toMatchObject({ leavesBackupsOn: null })
  await running.api.sessions.remove({ id: log.id })
  await lockWithBackup(running)
  expect((await holding(log.id)).length).toBeGreaterThan(1)
  const later = await made.start()
  const usual = (path: string) =>
    isBackupName(basename(path)) && path.startsWith(join(made.folder, 'backups'))
  await vi.waitFor(
    async () =>
      expect((await holding(log.id)).map(({ path }) => path).filter((path) => !usual(path))).toEqual([]),
    { timeout: 15_000, interval: 200 },
  )
  expect((await leftOf(made)).others.length).toBeGreaterThan(0)
  expect(await later.api.sessions.removed()).toEqual([])
}, 60_000)

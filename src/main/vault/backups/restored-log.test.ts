import { copyFileSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { readHeaders } from '../keys/header-files.ts'
import { unlockVault } from '../opening/unlock-vault.ts'
import { clientEntry } from '../testing/entries.ts'
import { lockWithBackup, newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'

const present = { kind: 'present' } as const
const typed = { kind: 'passphrase', passphrase: rightPassphrase } as const
const march = (day: number, hour = 16) => new Date(Date.UTC(2026, 2, day, hour))
type Running = ReturnType<typeof startVault>

/** A vault with a client and its backup of 19 March, then another client on 20 March. */
async function twoDays() {
  const folder = temporaryFolder()
  const clock = { now: march(19) }
  const first = startVault(folder, clock)
  await first.api.vault.create({ passphrase: rightPassphrase })
  await first.api.clients.create(clientEntry({ code: 'Ash' }))
  await lockWithBackup(first)
  clock.now = march(20, 10)
  const running = startVault(folder, clock)
  await running.unlock()
  await running.api.clients.create(clientEntry({ code: 'Birch' }))
  return { folder, clock, running }
}

/** Every entry of the log, oldest first, by its hash and what it says. */
async function logOf({ api }: Running) {
  const everything = { area: null, clientId: null, from: null, to: null, before: null, most: 200 }
  const { entries } = await api.audit.list(everything)
  return entries.toReversed()
}

async function restoreOldest(running: Running, secret: typeof present | typeof typed = present) {
  const { backups } = await running.api.backups.list()
  const oldest = backups.at(-1)
  if (!oldest) throw new Error('there is no backup')
  const { ticket } = await running.api.backups.open({ source: { kind: 'listed', id: oldest.id }, secret })
  await running.api.backups.restore({ ticket, acceptsOtherVault: false })
}

async function reopened(folder: string, clock: { now: Date }) {
  const running = startVault(folder, clock)
  await running.unlock()
  return running
}

test('fault 87: a restore removes no entry from the audit log, and the log goes on after them', async () => {
  const { folder, clock, running } = await twoDays()
  const before = await logOf(running)
  await restoreOldest(running)
  const after = await reopened(folder, clock)
  const log = await logOf(after)
  expect(log.slice(0, before.length)).toEqual(before)
  expect(log.slice(before.length).map(({ kind }) => kind)).toContain('backup-restored')
  expect(await after.api.audit.check()).toMatchObject({ found: 0, entries: log.length })
  expect(await after.api.clients.list()).toHaveLength(1)
})

test('fault 87: a restore at the locked screen keeps the audit log that the backup’s key can read', async () => {
  const { folder, clock, running } = await twoDays()
  const before = await logOf(running)
  await running.handlers.close()
  const locked = startVault(folder, clock)
  await restoreOldest(locked, typed)
  const after = await reopened(folder, clock)
  expect((await logOf(after)).slice(0, before.length)).toEqual(before)
  expect(await after.api.audit.check()).toMatchObject({ found: 0 })
})

test('fault 87: what was viewed while the backup before a restore was made is in the log', async () => {
  const { folder, clock, running } = await twoDays()
  const [client] = await running.api.clients.list()
  const { ticket } = await running.api.backups.open({ source: await newestOf(running.api), secret: present })
  const restoring = running.api.backups.restore({ ticket, acceptsOtherVault: false })
  await running.api.clients.get({ id: client?.client.id ?? '' })
  await restoring
  const after = await reopened(folder, clock)
  expect((await logOf(after)).map(({ kind }) => kind)).toContain('client-viewed')
})

test('fault 87: entries that only the backup has follow at the end, once', async () => {
  const folder = temporaryFolder()
  const clock = { now: march(19) }
  const first = startVault(folder, clock)
  await first.api.vault.create({ passphrase: rightPassphrase })
  await first.handlers.close()
  const earlier = join(folder, 'earlier')
  cpSync(join(folder, 'vault'), earlier, { recursive: true })
  clock.now = march(20)
  const second = await reopened(folder, clock)
  await second.api.clients.create(clientEntry({ code: 'Ash' }))
  await lockWithBackup(second)
  // The folder of 19 March is put back, and the backup of 20 March is restored into it twice.
  rmSync(join(folder, 'vault'), { recursive: true })
  cpSync(earlier, join(folder, 'vault'), { recursive: true })
  clock.now = march(21)
  for (const _time of [1, 2]) {
    const running = startVault(folder, clock)
    await restoreOldest(running, typed)
  }
  const after = await reopened(folder, clock)
  const kinds = (await logOf(after)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'client-created')).toHaveLength(1)
  expect(kinds.filter((kind) => kind === 'backup-restored')).toHaveLength(2)
  expect(await after.api.audit.check()).toMatchObject({ found: 0 })
})

test('fault 87: a log that was tampered with is carried over with its finding', async () => {
  const { folder, clock, running } = await twoDays()
  await running.handlers.close()
  const vault = await unlockVault(running.vaultFolder, typedSecret(rightPassphrase))
  vault.db.exec('DROP TRIGGER audit_entries_stay')
  vault.db.exec(`UPDATE audit_entries SET at = '2026-03-19T17:00:00.000Z' WHERE sequence = 2`)
  vault.close()
  await restoreOldest(startVault(folder, clock), typed)
  const after = await reopened(folder, clock)
  expect((await after.api.audit.check()).findings).toContainEqual({ kind: 'changed', from: 2, to: 2 })
})

test('fault 87: a present log that can’t be read leaves the restored one, and the restore works', async () => {
  const { folder, clock, running } = await twoDays()
  await running.handlers.close()
  rmSync(join(folder, 'vault', 'vault-1.db'))
  await restoreOldest(startVault(folder, clock), typed)
  const after = await reopened(folder, clock)
  expect((await logOf(after)).map(({ kind }) => kind)).toContain('backup-restored')
  expect(await after.api.audit.check()).toMatchObject({ found: 0 })
})

test('fault 87: the header names the end of the carried log in the moment of the restore', async () => {
  const { running } = await twoDays()
  await running.handlers.close()
  const vault = await unlockVault(running.vaultFolder, typedSecret(rightPassphrase))
  const anchor = vault.header().audit
  expect(anchor?.count).toBeGreaterThan(3)
  const source = join(running.vaultFolder, vault.header().dbFile)
  const next = vault.replaceDatabase({ build: (file) => copyFileSync(source, file), old: 'delete' })
  expect(readHeaders(running.vaultFolder).headers).toMatchObject([{ audit: anchor }, { audit: anchor }])
  next.close()
})

test('a backup that was opened before the vault got a new key has to be opened again, and is not called damaged', async () => {
  const { running } = await twoDays()
  const { api } = running
  const { ticket } = await api.backups.open({ source: await newestOf(api), secret: present })
  const begun = await api.keys.beginReencryption({ passphrase: rightPassphrase })
  const groups = begun.asked.map((number) => ({ number, text: begun.groups[number - 1] ?? '' }))
  await api.keys.reencrypt({ groups: [groups[0]!, groups[1]!] })
  await expect(api.backups.restore({ ticket, acceptsOtherVault: false })).rejects.toThrow('restore-expired')
  const source = await newestOf(api)
  await expect(api.backups.open({ source, secret: present })).rejects.toThrow('backup-needs-secret')
  await expect(api.backups.open({ source, secret: typed })).resolves.toMatchObject({ isOtherVault: false })
})

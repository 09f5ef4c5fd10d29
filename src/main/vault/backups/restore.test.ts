import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { unlockVault } from '../opening/unlock-vault.ts'
import { newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'
import { isBackupName } from '../inventory/backup-names.ts'
import { backedUp, changeByte, clientCodes, codesOf, snapshot, typed } from './testing/backed-up.ts'

const present = { kind: 'present' } as const

test('fault 113: a backup whose database has a trigger of its own is refused before anything of it runs', async () => {
  const { folder, vaultFolder } = await backedUp()
  const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  vault.db.exec(`CREATE TRIGGER added AFTER UPDATE ON vault_meta BEGIN DELETE FROM clients; END`)
  vault.close()
  const running = startVault(folder)
  await running.api.vault.unlock({ passphrase: rightPassphrase })
  await running.api.backups.make()
  await expect(
    running.api.backups.open({ source: await newestOf(running.api), secret: present }),
  ).rejects.toMatchObject({ code: 'backup-damaged' })
  expect(await running.api.clients.list()).not.toHaveLength(0)
})

describe('with the vault open', () => {
  async function open() {
    const made = await backedUp()
    const running = startVault(made.folder)
    await running.api.vault.unlock({ passphrase: rightPassphrase })
    const client = { ...(await running.api.clients.list())[0]?.client }
    expect(client.code).toBeDefined()
    await running.api.sample.remove()
    return { ...made, ...running }
  }

  test('the preview shows what the backup contains, what is there now, and what would be lost', async () => {
    const { api, clients } = await open()
    const preview = await api.backups.open({ source: await newestOf(api), secret: present })
    expect(preview).toMatchObject({
      createdAt: '2026-03-20T15:00:00.000Z',
      backup: { clients: clients.length },
      present: { clients: 0, sessions: 0, newestSessionOn: null },
      isOtherVault: false,
      opensWith: 'present-passphrase',
    })
    expect(preview.changesLost).toBeGreaterThan(0)
    expect(await api.clients.list()).toHaveLength(0)
  })

  test('restoring brings everything back, sets the replaced vault aside and backs it up, locks, and asks for a new process', async () => {
    const { api, folder, clients, events } = await open()
    const { ticket } = await api.backups.open({ source: await newestOf(api), secret: present })
    expect(await api.backups.restore({ ticket, acceptsOtherVault: false })).toEqual({
      opensWith: 'present-passphrase',
      replaced: 'set-aside',
      isBackedUp: true,
      knowsSharing: true,
    })
    expect(events.slice(-2)).toEqual(['locked', 'needs replacing'])
    expect(await clientCodes(folder)).toEqual(codesOf(clients))
    // The emptied vault is among the backups, and the restored one is newer than all of them.
    const { api: after } = startVault(folder)
    expect(await after.vault.unlock({ passphrase: rightPassphrase })).toMatchObject({
      goneBack: null,
    })
    const { backups, isDue } = await after.backups.list()
    expect(backups.map(({ holdings }) => holdings?.clients)).toContain(0)
    expect(isDue).toBe(true)
    const everything = { area: null, clientId: null, from: null, to: null, before: null, most: 50 }
    const { entries } = await after.audit.list(everything)
    expect(entries.map(({ kind }) => kind)).toContain('backup-restored')
    expect((await after.audit.check()).findings).toEqual([])
  })

  test('fault 30: a cancelled restore changes nothing, and its ticket no longer works', async () => {
    const { api, vaultFolder, folder } = await open()
    const before = snapshot(vaultFolder)
    const { ticket } = await api.backups.open({ source: await newestOf(api), secret: present })
    await api.backups.cancelRestore()
    expect(snapshot(vaultFolder)).toEqual(before)
    expect(existsSync(join(folder, 'restoring'))).toBe(false)
    await expect(api.backups.restore({ ticket, acceptsOtherVault: true })).rejects.toThrow('restore-expired')
    expect(snapshot(vaultFolder)).toEqual(before)
  })

  test('a passphrase changed since the backup still opens the vault', async () => {
    const { api, folder, clients, handlers } = await open()
    const next = 'another harbour nine lamps'
    await api.keys.changePassphrase({ current: rightPassphrase, next })
    const { ticket } = await api.backups.open({ source: await newestOf(api), secret: present })
    await api.backups.restore({ ticket, acceptsOtherVault: false })
    await handlers.close()
    expect(await clientCodes(folder, next)).toEqual(codesOf(clients))
  })

  test('fault 31: a backup of another vault needs its own passphrase and explicit consent, then opens with this vault’s', async () => {
    const other = await backedUp()
    const { api, folder, backupFile, grant } = await withForeign(other.folder)
    const source = { kind: 'chosen', token: grant('backup-file', backupFile) } as const
    await expect(api.backups.open({ source, secret: present })).rejects.toThrow('backup-needs-secret')
    const preview = await api.backups.open({ source, secret: typed })
    expect(preview).toMatchObject({ isOtherVault: true, changesLost: null })
    const { ticket } = preview
    await expect(api.backups.restore({ ticket, acceptsOtherVault: false })).rejects.toThrow(
      'backup-other-vault',
    )
    expect(await api.clients.list()).toHaveLength(0)
    await api.backups.restore({ ticket, acceptsOtherVault: true })
    expect(await clientCodes(folder, mine)).toEqual(codesOf(other.clients))
  })
})

const mine = 'my own vault has this one'

async function withForeign(otherFolder: string) {
  const folder = temporaryFolder()
  const running = startVault(folder)
  await running.api.vault.create({ passphrase: mine })
  const [name = ''] = readdirSync(join(otherFolder, 'backups')).filter(isBackupName)
  const backupFile = join(folder, 'from-elsewhere.attunebackup')
  copyFileSync(join(otherFolder, 'backups', name), backupFile)
  return { ...running, folder, backupFile }
}

describe('refused before anything changes', () => {
  async function withFile() {
    const { folder, vaultFolder } = await backedUp()
    const running = startVault(folder)
    const [name = ''] = readdirSync(join(folder, 'backups')).filter(isBackupName)
    const place = join(folder, 'elsewhere')
    mkdirSync(place)
    const file = join(place, 'copy.attunebackup')
    copyFileSync(join(folder, 'backups', name), file)
    const before = snapshot(vaultFolder)
    const open = () =>
      running.api.backups.open({
        source: { kind: 'chosen', token: running.grant('backup-file', file) },
        secret: typed,
      })
    const untouched = () => expect(snapshot(vaultFolder)).toEqual(before)
    return { folder, file, open, untouched }
  }

  test('a damaged, truncated or forged backup, by name', async () => {
    const { file, open, untouched, folder } = await withFile()
    const sound = readFileSync(file)
    for (const spoil of [
      () => truncateSync(file, sound.length - 1),
      () => changeByte(file, (length) => Math.floor(length / 2)),
      () => changeByte(file, (length) => length - 5),
      () => changeByte(file, () => 60),
    ]) {
      writeFileSync(file, sound)
      spoil()
      await expect(open()).rejects.toThrow('backup-damaged')
      untouched()
    }
    expect(existsSync(join(folder, 'restoring'))).toBe(false)
  })

  test('another file, a newer format, and a missing file', async () => {
    const { file, open, untouched } = await withFile()
    const newer = readFileSync(file)
    newer.writeUInt32BE(9, 8)
    writeFileSync(file, newer)
    await expect(open()).rejects.toThrow('backup-newer')
    writeFileSync(file, 'a letter that is long enough to look into')
    await expect(open()).rejects.toThrow('backup-not-ours')
    rmSync(file)
    await expect(open()).rejects.toThrow('place-missing')
    untouched()
  })
})

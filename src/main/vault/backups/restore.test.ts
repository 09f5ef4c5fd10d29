import { randomBytes } from 'node:crypto'
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
import type { RestorePreview } from '#shared/contract/operations/backups.ts'
import { printRecoveryKey } from '#shared/recovery-key/recovery-key.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { unlockVault } from '../opening/unlock-vault.ts'
import { addClient } from '../testing/real-vault.ts'
import { newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'
import { isBackupName } from '../inventory/backup-names.ts'

const present = { kind: 'present' } as const
const typed = { kind: 'passphrase', passphrase: rightPassphrase } as const

/** A vault with a fictional caseload, backed up and properly closed. */
async function backedUp() {
  const folder = temporaryFolder()
  const first = startVault(folder)
  await first.api.vault.create({ passphrase: rightPassphrase })
  await first.api.sample.load()
  await first.api.backups.make()
  const clients = await first.api.clients.list()
  await first.handlers.close()
  return { folder, vaultFolder: join(folder, 'vault'), clients }
}

async function clientCodes(folder: string, passphrase = rightPassphrase): Promise<string[]> {
  const { api, handlers } = startVault(folder)
  await api.vault.unlock({ passphrase })
  const codes = (await api.clients.list()).map(({ client }) => client.code)
  await handlers.close()
  return codes.toSorted()
}

const codesOf = (clients: Awaited<ReturnType<typeof backedUp>>['clients']) =>
  clients.map(({ client }) => client.code).toSorted()

function changeByte(file: string, place: (length: number) => number): void {
  const bytes = readFileSync(file)
  const at = place(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

const snapshot = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )

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

describe('with the vault locked or lost', () => {
  async function restoreBy(
    folder: string,
    secret: Parameters<ReturnType<typeof startVault>['api']['backups']['open']>[0]['secret'],
  ) {
    const { api, events } = startVault(folder)
    const preview: RestorePreview = await api.backups.open({ source: await newestOf(api), secret })
    const result = await api.backups.restore({ ticket: preview.ticket, acceptsOtherVault: false })
    return { preview, result, events }
  }

  test('fault 7: if both headers are lost, the backup’s own keyslots open it', async () => {
    const { folder, vaultFolder, clients } = await backedUp()
    for (const name of ['vault.json', 'vault.copy.json']) rmSync(join(vaultFolder, name))
    const { preview, result, events } = await restoreBy(folder, typed)
    expect(preview).toMatchObject({ present: null, opensWith: 'backup-passphrase' })
    expect(result).toEqual({ opensWith: 'backup-passphrase', replaced: 'set-aside', isBackedUp: false })
    expect(events.at(-1)).toBe('needs replacing')
    expect(await clientCodes(folder)).toEqual(codesOf(clients))
  })

  test('a missing folder comes back from the backup', async () => {
    const { folder, vaultFolder, clients } = await backedUp()
    rmSync(vaultFolder, { recursive: true })
    expect((await restoreBy(folder, typed)).result.replaced).toBe('nothing-there')
    expect(await clientCodes(folder)).toEqual(codesOf(clients))
  })

  test.each([
    ['fault 18: a page is damaged', (file: string) => changeByte(file, (length) => Math.floor(length / 2))],
    ['fault 19: the file is cut short', (file: string) => truncateSync(file, 8_192)],
    ['fault 8: the file is empty', (file: string) => truncateSync(file, 0)],
    ['fault 8: the file is gone', (file: string) => rmSync(file)],
    [
      'fault 21: an older file was put in its place',
      (file: string) => writeFileSync(file, randomBytes(20_000)),
    ],
  ])(
    '%s: the existing vault is set aside or backed up, never deleted, and the backup replaces it',
    async (_name, damage) => {
      const { folder, vaultFolder, clients } = await backedUp()
      const [name = ''] = readdirSync(vaultFolder).filter((file) => /^vault-\d+\.db$/.test(file))
      damage(join(vaultFolder, name))
      const damaged = existsSync(join(vaultFolder, name)) ? readFileSync(join(vaultFolder, name)) : null
      const { result } = await restoreBy(folder, typed)
      expect(await clientCodes(folder)).toEqual(codesOf(clients))
      const kept = readdirSync(vaultFolder).filter((file) => file.includes('set-aside'))
      if (damaged && result.replaced === 'set-aside')
        expect(kept.some((file) => readFileSync(join(vaultFolder, file)).equals(damaged))).toBe(true)
    },
  )

  test('fault 20: a stray journal or log is set aside, not replayed into the restored database', async () => {
    const { folder, vaultFolder, clients } = await backedUp()
    const [name = ''] = readdirSync(vaultFolder).filter((file) => /^vault-\d+\.db$/.test(file))
    for (const end of ['-wal', '-journal'])
      writeFileSync(join(vaultFolder, `vault-2.db${end}`), randomBytes(5_000))
    truncateSync(join(vaultFolder, name), 4_096)
    await restoreBy(folder, typed)
    expect(await clientCodes(folder)).toEqual(codesOf(clients))
  })

  test('the recovery key from the time of the backup opens it', async () => {
    const { folder, vaultFolder } = await backedUp()
    const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
    const recoveryKey = randomBytes(32)
    vault.setRecoveryKey(recoveryKey, new Date('2026-03-20T15:00:00.000Z'))
    addClient(vault, 'Newest')
    vault.close()
    const second = startVault(folder)
    await second.api.vault.unlock({ passphrase: rightPassphrase })
    await second.api.backups.make()
    await second.handlers.close()
    rmSync(vaultFolder, { recursive: true })
    const text = printRecoveryKey(recoveryKey).join('-')
    await expect(restoreBy(folder, { kind: 'recovery-key', recoveryKey: 'AAAAA' })).rejects.toThrow(
      'recovery-key-mistyped',
    )
    await restoreBy(folder, { kind: 'recovery-key', recoveryKey: text })
    expect(await clientCodes(folder)).toContain('Newest')
  })

  test('a wrong passphrase opens nothing, and the chosen file need not be chosen again', async () => {
    const { folder, vaultFolder } = await backedUp()
    const { api, grant } = startVault(folder)
    const [name = ''] = readdirSync(join(folder, 'backups')).filter(isBackupName)
    const source = { kind: 'chosen', token: grant('backup-file', join(folder, 'backups', name)) } as const
    const before = snapshot(vaultFolder)
    const wrong = { kind: 'passphrase', passphrase: 'not the right words at all' } as const
    await expect(api.backups.open({ source, secret: wrong })).rejects.toThrow('wrong-passphrase')
    expect(await api.backups.open({ source, secret: typed })).toMatchObject({ isOtherVault: false })
    // It is counted and slows the next try, as a wrong one at the unlock does.
    expect(await startVault(folder).api.vault.status()).toMatchObject({ failedAttempts: 1 })
    rmSync(join(vaultFolder, 'attempts.json'))
    expect(snapshot(vaultFolder)).toEqual(before)
  })
})

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

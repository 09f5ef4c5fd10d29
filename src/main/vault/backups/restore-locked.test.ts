import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RestorePreview } from '#shared/contract/operations/backups.ts'
import { printRecoveryKey } from '#shared/recovery-key/recovery-key.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { unlockVault } from '../opening/unlock-vault.ts'
import { addClient } from '../testing/real-vault.ts'
import { newestOf, startVault } from '../testing/running-vault.ts'
import { rightPassphrase } from '../testing/test-vault.ts'
import { isBackupName } from '../inventory/backup-names.ts'
import { backedUp, changeByte, clientCodes, codesOf, snapshot, typed } from './testing/backed-up.ts'

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
    expect(result).toEqual({
      opensWith: 'backup-passphrase',
      replaced: 'set-aside',
      isBackedUp: false,
      knowsSharing: false,
    })
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

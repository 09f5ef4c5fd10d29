import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { isBackupName } from './inventory/backup-names.ts'
import { backupSettingsSchema } from './backups/backup-settings.ts'
import { nextNumber } from './database/replace-database.ts'
import { addFailedAttempt, noAttempts, readFailedAttempts } from './keys/failed-attempts.ts'
import { dbFileSchema, highestCount } from './keys/header.ts'
import { readHeaders } from './keys/header-files.ts'
import { unlockVault } from './opening/unlock-vault.ts'
import { forgeBackupHead, forgeHeader } from './testing/forged-files.ts'
import { lightestCost } from './testing/real-vault.ts'
import { lockWithBackup, lockedVault, startVault } from './testing/running-vault.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { rightPassphrase } from './testing/test-vault.ts'

const confirmedAt = new Date('2026-03-20T15:00:00.000Z')
const typed = { kind: 'passphrase', passphrase: rightPassphrase } as const
const beyond = 2 ** 53 - 1
/** In the zone where each day begins first, so that a far clock is as far as it can be. */
const at = (now = confirmedAt) => ({ now, zone: 'Pacific/Kiritimati' })

/** Restores the newest backup of a locked vault. */
async function restoreLocked(folder: string, now?: Date) {
  const vault = startVault(folder, at(now))
  const { backups } = await vault.api.backups.list()
  const good = backups.find(({ state }) => state === 'unchecked')
  if (!good) throw new Error('there is no backup')
  const source = { kind: 'listed', id: good.id } as const
  const preview = await vault.api.backups.open({ source, secret: typed })
  return vault.api.backups.restore({ ticket: preview.ticket, acceptsOtherVault: false })
}

test.each(['vault-202611281030.db', 'vault-99999999999.db', 'vault-9999999999.db-old', 'VAULT-2.DB'])(
  'fault 70: a copy called %s in the folder changes no number, and the re-encrypted vault opens again',
  async (name) => {
    const folder = await lockedVault()
    const { vaultFolder } = startVault(folder)
    writeFileSync(join(vaultFolder, name), 'a copy by hand')
    const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
    const { finish } = await vault.prepareReencryption(
      typedSecret(rightPassphrase),
      randomBytes(32),
      lightestCost,
    )
    finish(confirmedAt, 'delete').close()
    const again = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
    expect(again.header().dbFile).toBe(name === 'VAULT-2.DB' ? 'vault-3.db' : 'vault-2.db')
    again.close()
    expect(readFileSync(join(vaultFolder, name), 'utf8')).toBe('a copy by hand')
  },
)

test('fault 70: whatever files lie in the folder, the next database has a free name that a header may hold', () => {
  const numbers = fc.oneof(
    fc.integer({ min: 0, max: 12 }),
    fc.constantFrom('999999999', '9999999999', '0007'),
  )
  const file = fc.oneof(
    fc
      .tuple(fc.constantFrom('vault-', 'unfinished-', 'Vault-'), numbers)
      .chain(([start, number]) =>
        fc
          .constantFrom('.db', '.db-journal', '.db.set-aside-1', '', '.DB')
          .map((end) => `${start}${number}${end}`),
      ),
    fc.string(),
    fc.constant('unfinished.db'),
  )
  const named = fc.array(
    fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(9_999_999_999)).map((n) => `vault-${n}.db`),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(fc.array(file, { maxLength: 40 }), named, (files, inHeaders) => {
      const name = `vault-${nextNumber(files, inHeaders)}.db`
      expect(dbFileSchema.safeParse(name).success).toBe(true)
      expect([...files, ...inHeaders].map((one) => one.toLowerCase())).not.toContain(name)
    }),
  )
})

test.each([beyond, highestCount])(
  'fault 71: a foreign backup that claims %d changes does not touch the restore of a genuine one',
  async (sequence) => {
    const folder = await lockedVault()
    const { backupFolder } = startVault(folder)
    const [genuine] = readdirSync(backupFolder).filter(isBackupName)
    const forged = `attune-00000000-20260321T100000Z-${sequence}.attunebackup`
    forgeBackupHead(join(backupFolder, genuine ?? ''), join(backupFolder, forged), { sequence })
    const vault = startVault(folder)
    await vault.unlock()
    for (const secret of [{ kind: 'present' }, typed] as const) {
      const { backups } = await vault.api.backups.list()
      const found = backups.find(({ id, state }) => state === 'good' && id.name !== forged)
      if (!found) throw new Error('no genuine backup is listed')
      const source = { kind: 'listed', id: found.id } as const
      const preview = await vault.api.backups.open({ source, secret })
      await vault.api.backups.restore({ ticket: preview.ticket, acceptsOtherVault: false })
      expect(await vault.unlock()).toMatchObject({ state: 'open', goneBack: null })
    }
    await lockWithBackup(vault)
    const read = readHeaders(vault.vaultFolder)
    expect(read).toMatchObject({ presence: 'present' })
  },
)

test('fault 71: a generation beyond the highest in one copy is passed over, and the next close bricks nothing', async () => {
  const folder = await lockedVault()
  const { vaultFolder } = startVault(folder)
  const [main, copy] = [join(vaultFolder, 'vault.json'), join(vaultFolder, 'vault.copy.json')]
  for (const generation of [beyond, highestCount]) {
    forgeHeader(main, copy, { generation })
    const vault = startVault(folder)
    await vault.unlock()
    await vault.api.sample.load()
    await lockWithBackup(vault)
    const found = readHeaders(vaultFolder)
    if (found.presence !== 'present') throw new Error(found.presence)
    expect(found.headers).toHaveLength(2)
    expect(found.headers[0]?.generation).toBeLessThan(100)
    const again = startVault(folder)
    expect(await again.unlock()).toMatchObject({ hasSample: true })
    await again.api.sample.remove()
    await lockWithBackup(again)
  }
})

test.each([{ generation: beyond }, { sequence: beyond }, { audit: { count: beyond, hash: 'a'.repeat(64) } }])(
  'fault 71: %o in both copies is reported as tampering; no byte changes, and a backup brings the vault back',
  async (change) => {
    const folder = await lockedVault()
    const { vaultFolder, unlock, api } = startVault(folder)
    const main = join(vaultFolder, 'vault.json')
    forgeHeader(main, join(vaultFolder, 'vault.copy.json'), change)
    forgeHeader(main, main, change)
    const before = readFileSync(main)
    expect(await api.vault.status()).toMatchObject({ presence: 'damaged' })
    await expect(unlock()).rejects.toMatchObject({ code: 'vault-tampered' })
    expect(readFileSync(main)).toEqual(before)
    await restoreLocked(folder)
    expect(await startVault(folder).unlock()).toMatchObject({ state: 'open' })
  },
)

const clocks = [new Date('+010000-01-01T00:00:00.000Z'), new Date('1970-01-01T00:00:00.000Z'), new Date(NaN)]

test.each(clocks)('fault 72: with the clock at %s, a vault is created, locked and opened', async (now) => {
  vi.useFakeTimers({ toFake: ['Date'], ...(Number.isNaN(now.getTime()) ? {} : { now }) })
  try {
    const folder = await lockedVault(at(now))
    const vault = startVault(folder, at(now))
    await expect(vault.api.vault.unlock({ passphrase: 'not the passphrase' })).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
    expect(await startVault(folder, at(now)).api.vault.status()).toMatchObject({ failedAttempts: 1 })
    await vault.unlock()
    await vault.api.sample.load()
    expect((await vault.api.today.get()).date).toMatch(/^2020-01-01|^2098-12-31|^2099-01-01/)
    await lockWithBackup(vault)
    expect(await startVault(folder).unlock()).toMatchObject({ state: 'open', hasSample: true })
  } finally {
    vi.useRealTimers()
  }
})

test.each(clocks)(
  'fault 72: with the clock at %s, a new recovery key and a new passphrase open',
  async (now) => {
    const folder = await lockedVault()
    const { vaultFolder } = startVault(folder)
    const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
    vault.setRecoveryKey(randomBytes(32), now)
    await vault.setPassphrase(typedSecret('another harbour of lamps'), lightestCost)
    const { finish } = await vault.prepareReencryption(
      typedSecret(rightPassphrase),
      randomBytes(32),
      lightestCost,
    )
    finish(now, 'delete').close()
    const again = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
    expect(again.header().slots).toHaveLength(2)
    again.close()
  },
)

test.each(clocks)('fault 72: with the clock at %s, backups are made, listed and restored', async (now) => {
  const folder = await lockedVault(at(now))
  const vault = startVault(folder, at(now))
  await vault.unlock()
  await vault.api.sample.load()
  await vault.api.backups.make()
  const { backups, places } = await vault.api.backups.list()
  expect(backups.map(({ state }) => state)).not.toContain('damaged')
  expect(places[0]).toMatchObject({ failed: null })
  const settings: unknown = JSON.parse(readFileSync(join(vault.backupFolder, 'backups.json'), 'utf8'))
  expect(backupSettingsSchema.safeParse(settings).success).toBe(true)
  await lockWithBackup(vault)
  await restoreLocked(folder, now)
  expect(await startVault(folder, at(now)).unlock()).toMatchObject({ state: 'open' })
})

test('fault 72: the count of wrong tries ends at the highest number and is still read', () => {
  const folder = temporaryFolder()
  for (const now of clocks) {
    addFailedAttempt(folder, { count: highestCount, times: [] }, now)
    expect(readFailedAttempts(folder)).toMatchObject({ count: highestCount })
  }
  writeFileSync(
    join(folder, 'attempts.json'),
    JSON.stringify({ format: 'attune-attempts', version: 1, count: beyond, times: ['2026-03-20T15:00:00Z'] }),
  )
  expect(readFailedAttempts(folder)).toEqual(noAttempts)
})

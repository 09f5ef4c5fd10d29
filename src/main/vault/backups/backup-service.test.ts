import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { change } from '../database/change.ts'
import { unfinishedErasure } from '../records/unfinished-erasure.ts'
import { createVaultSettingsRepository } from '../records/vault-settings.repository.ts'
import { addClient, createRealVault } from '../testing/real-vault.ts'
import { unlockVault } from '../opening/unlock-vault.ts'
import { rightPassphrase } from '../testing/test-vault.ts'
import { backupsIn } from './testing/backups-in.ts'

test('a backup is made if something changed, and none if nothing did', async () => {
  const { vault, backups, backupFolder } = await createRealVault()
  expect(await backups.isDue(vault)).toBe(true)
  expect(await backups.make(vault)).toEqual([{ place: 'default', code: null, isNew: true }])
  expect(await backups.isDue(vault)).toBe(false)
  await backups.make(vault)
  expect(backupsIn(backupFolder)).toHaveLength(1)

  addClient(vault, 'Fern', 3)
  expect(await backups.isDue(vault)).toBe(true)
  await backups.make(vault)
  const { backups: listed, places } = await backups.list(vault)
  expect(listed).toHaveLength(1)
  expect(listed[0]).toMatchObject({
    state: 'good',
    zone: 'Europe/Oslo',
    holdings: { clients: 1, sessions: 3, newestSessionOn: '2026-01-07' },
  })
  expect(places).toMatchObject([{ kind: 'default', state: 'ready', failed: null }])
  expect(await backups.check(vault, listed[0]?.id ?? { place: 'default', name: '' })).toBe(true)
})

test('a caller who waits for a running backup hears of it at once, and of its progress', async () => {
  const { vault, backups } = await createRealVault()
  addClient(vault, 'Fern', 3)
  const first = backups.make(vault)
  let calls = 0
  const second = backups.make(vault, { progress: () => (calls += 1) })
  expect(calls).toBe(1)
  expect(await first).toEqual([{ place: 'default', code: null, isNew: true }])
  expect(await second).toEqual([{ place: 'default', code: null, isNew: false }])
  expect(calls).toBeGreaterThan(1)
  const after = calls
  await backups.make(vault, { isForced: true })
  expect(calls).toBe(after)
})

test('nothing is left beside a backup, and only its owner may read it', async () => {
  const { vault, backups, backupFolder } = await createRealVault()
  await backups.make(vault)
  const [name = ''] = backupsIn(backupFolder)
  expect(readdirSync(backupFolder).toSorted()).toEqual([name, 'backups.json', 'readings.json'].toSorted())
  expect(statSync(join(backupFolder, name)).mode & 0o777).toBe(0o600)
  expect(statSync(backupFolder).mode & 0o777).toBe(0o700)
})

test('a backup, its name and the settings reveal no content', async () => {
  const { vault, backups, backupFolder } = await createRealVault()
  addClient(vault, 'Marigold', 2)
  await backups.make(vault)
  for (const name of readdirSync(backupFolder)) {
    const bytes = readFileSync(join(backupFolder, name))
    for (const word of ['Marigold', 'a note that nobody', 'what was said']) {
      expect(bytes.includes(word), name).toBe(false)
      expect(name).not.toContain(word)
    }
  }
})

test('while the vault is locked, the list shows when backups were made, but not what they contain', async () => {
  const { vault, backups } = await createRealVault()
  await backups.make(vault)
  const { backups: listed, isDue } = await backups.list(null)
  expect(isDue).toBeNull()
  expect(listed).toMatchObject([
    { state: 'unchecked', createdAt: '2026-03-20T15:00:00.000Z', holdings: null, reason: null },
  ])
})

test('a requested backup is made although nothing changed, and only the newest of a day stays', async () => {
  const { vault, backups, backupFolder, clock } = await createRealVault()
  await backups.make(vault)
  const before = backupsIn(backupFolder)
  clock.now = new Date('2026-03-20T16:00:00.000Z')
  await backups.make(vault, { isForced: true })
  const after = backupsIn(backupFolder)
  expect(after).toHaveLength(1)
  expect(after).not.toEqual(before)
})

test('two at the same time become one', async () => {
  const { vault, backups, backupFolder } = await createRealVault()
  await Promise.all([backups.make(vault), backups.make(vault)])
  expect(backupsIn(backupFolder)).toHaveLength(1)
})

test('fault 63: a caller during a running backup gets one with what was saved since it began', async () => {
  const { vault, backups } = await createRealVault()
  addClient(vault, 'Fern', 400)
  let isCopied = false
  const running = backups.make(vault, {
    progress: (done) => {
      // The container's bytes are written after the copy.
      isCopied ||= done > 0
    },
  })
  while (!isCopied) await nextTurn()
  addClient(vault, 'Saved meanwhile')
  const own = await backups.make(vault)
  expect((await running).map(({ code }) => code)).toEqual([null])
  expect(own.map(({ code }) => code)).toEqual([null])
  expect(await backups.isDue(vault)).toBe(false)
  const { backups: listed } = await backups.list(vault)
  expect(listed[0]).toMatchObject({ state: 'good', holdings: { clients: 2 } })
})

test('fault 63: a backup that fails does not fail the one that waits for it', async () => {
  const { vault, backups } = await createRealVault()
  const other = await createRealVault()
  other.vault.close()
  const failing = backups.make(other.vault).catch(() => 'failed')
  const [outcome] = await backups.make(vault)
  await failing
  expect(outcome).toEqual({ place: 'default', code: null, isNew: true })
})

describe('files that don’t belong to this vault', () => {
  test('fault 31: another vault’s backup is shown as such and is never rotated away', async () => {
    const mine = await createRealVault()
    const other = await createRealVault()
    await other.backups.make(other.vault)
    const [foreign = ''] = backupsIn(other.backupFolder)
    await mine.backups.make(mine.vault)
    copyFileSync(join(other.backupFolder, foreign), join(mine.backupFolder, foreign))
    for (let day = 1; day <= 30; day += 1) {
      mine.clock.now = new Date(Date.UTC(2026, 3, day, 12))
      addClient(mine.vault, `Client ${day}`)
      await mine.backups.make(mine.vault)
    }
    const { backups: listed } = await mine.backups.list(mine.vault)
    expect(listed.filter(({ state }) => state === 'other-vault')).toHaveLength(1)
    // Seven days, the two Sundays before them that the weeks keep, and March.
    expect(listed.filter(({ state }) => state === 'good')).toHaveLength(7 + 2 + 1)
  }, 60_000)

  test('a damaged backup is shown, left in place, and never counted as the newest', async () => {
    const { vault, backups, backupFolder } = await createRealVault()
    await backups.make(vault)
    const [name = ''] = backupsIn(backupFolder)
    truncateSync(join(backupFolder, name), 5_000)
    expect((await backups.list(vault)).backups).toMatchObject([{ state: 'damaged', createdAt: null }])
    expect(await backups.isDue(vault)).toBe(true)
    await backups.make(vault)
    expect((await backups.list(vault)).backups.map(({ state }) => state).toSorted()).toEqual([
      'damaged',
      'good',
    ])
  })

  test('checking a backup finds a changed byte in its middle', async () => {
    const { vault, backups, backupFolder } = await createRealVault()
    await backups.make(vault)
    const [name = ''] = backupsIn(backupFolder)
    const bytes = readFileSync(join(backupFolder, name))
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    writeFileSync(join(backupFolder, name), bytes)
    expect(await backups.check(vault, { place: 'default', name })).toBe(false)
  })

  test('a name from the page leads to no other file', async () => {
    const { vault, backups } = await createRealVault()
    await backups.make(vault)
    for (const name of ['../vault/vault.json', 'backups.json', '/etc/passwd', ''])
      await expect(backups.check(vault, { place: 'default', name })).rejects.toThrow('not-found')
  })
})

test('a damaged vault never replaces a good backup', async () => {
  const { vault, vaultFolder, backups, backupFolder } = await createRealVault()
  addClient(vault, 'Fern', 400)
  await backups.make(vault)
  const before = backupsIn(backupFolder)
  const file = join(vaultFolder, vault.header().dbFile)
  vault.close()
  const bytes = readFileSync(file)
  // The rows of the sessions fill the pages at the end; a copy rebuilds indexes, so those prove nothing.
  for (let page = Math.floor(bytes.length / 4096) - 20; page < bytes.length / 4096; page += 1)
    bytes.fill(0xaa, page * 4096, page * 4096 + 64)
  writeFileSync(file, bytes)
  const reopened = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  onTestFinished(reopened.close)
  expect(reopened.readOnlyReason()).toBe('damaged')
  const [outcome] = await backups.make(reopened, { isForced: true })
  expect(outcome).toEqual({ place: 'default', code: 'vault-damaged', isNew: false })
  expect(backupsIn(backupFolder)).toEqual(before)
  expect(readdirSync(backupFolder).filter((name) => name.startsWith('.'))).toEqual([])
})

test('no backup contains space freed by an unfinished erasure', async () => {
  const { vault, vaultFolder, backups } = await createRealVault()
  addClient(vault, 'Fern', 400)
  const settings = createVaultSettingsRepository(vault.db)
  const erase = (isFinished: boolean) =>
    change(vault.db, () => {
      vault.db.exec('DELETE FROM clients')
      settings.put(unfinishedErasure, !isFinished)
    })
  erase(true)
  const { size } = statSync(join(vaultFolder, vault.header().dbFile))
  const newestBytes = async () => {
    await backups.make(vault)
    return (await backups.list(vault)).backups[0]?.bytes ?? 0
  }
  expect(await newestBytes()).toBeGreaterThan(size)
  erase(false)
  expect(vault.db.pragma('freelist_count', { simple: true })).toBeGreaterThan(10)
  expect(await newestBytes()).toBeLessThan(size)
})

test('a change saved during a backup is in the next one, and the current one is whole', async () => {
  const { vault, backups } = await createRealVault()
  addClient(vault, 'Fern', 400)
  const making = backups.make(vault)
  const before = vault.header()
  while (await Promise.race([making.then(() => false), nextTurn(true)])) addClient(vault, randomUUID(), 3)
  expect(await making).toEqual([{ place: 'default', code: null, isNew: true }])
  expect(vault.header()).toEqual(before)
  expect(await backups.isDue(vault)).toBe(true)
  const { backups: listed } = await backups.list(vault)
  expect(listed).toMatchObject([{ state: 'good' }])
  expect(await backups.check(vault, listed[0]?.id ?? { place: 'default', name: '' })).toBe(true)
})

test('the next backup removes what a killed process left half-written', async () => {
  const { vault, backups, backupFolder } = await createRealVault()
  await backups.make(vault)
  const leftovers = ['.attune-0123456789abcdef.part', '.attune-0123456789abcdef.part-db']
  for (const name of leftovers) writeFileSync(join(backupFolder, name), 'half')
  writeFileSync(join(backupFolder, '.attune-notes.txt'), 'somebody’s own')
  await backups.make(vault, { isForced: true })
  const names = readdirSync(backupFolder)
  for (const name of leftovers) expect(names).not.toContain(name)
  expect(names).toContain('.attune-notes.txt')
})

test('the date is shown on which erased data is gone from the backups', async () => {
  const { vault, backups } = await createRealVault()
  addClient(vault, 'Fern')
  await backups.make(vault)
  const { vaultId } = vault.header()
  const erasedAt = 2
  expect(await backups.expiryOfBackupsBefore(vault, erasedAt, '2026-03-20')).toBe('2027-03-31')
  expect(await backups.expiryOfBackupsBefore(vault, 1, '2026-03-20')).toBeNull()
  expect(await backups.highestSequence((head) => head.vault.vaultId === vaultId)).toBe(1)
  expect(await backups.highestSequence(() => false)).toBe(0)
})

import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { unlockVault } from '../opening/unlock-vault.ts'
import { addClient, createRealVault } from '../testing/real-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'
import { backupName } from '../inventory/backup-names.ts'
import { readContainer } from './container.ts'
import { headBytes, type Head } from './container-head.ts'
import { backupsIn } from './testing/backups-in.ts'
import { copiesOf } from './testing/copies-of.ts'

const day = (number: number) => new Date(Date.UTC(2026, 2, number, 16))

/** Writes a backup with another head and the right digest, as anybody can without a key. Returns its name. */
async function forge(folder: string, name: string, change: Partial<Head>): Promise<string> {
  const path = join(folder, name)
  const read = await readContainer(path)
  if (read.kind !== 'backup') throw new Error(read.kind)
  // The changes are of fields that both versions of a head have.
  const head = { ...read.head, ...change } as Head
  const forged = backupName(head.vault.vaultId, new Date(head.createdAt), head.sequence, () => false)
  writeFileSync(
    join(folder, forged),
    Buffer.concat([headBytes(head), readFileSync(path).subarray(read.offset)]),
  )
  return forged
}

async function withDailyBackups(days: number) {
  const made = await createRealVault()
  for (let number = 1; number <= days; number += 1) {
    made.clock.now = day(number)
    addClient(made.vault, `Day ${number}`)
    await made.backups.make(made.vault)
  }
  return made
}

test('fault 64: forged heads remove no genuine backup, are left alone, and are shown', async () => {
  const { vault, backups, backupFolder, clock } = await withDailyBackups(6)
  const genuine = backupsIn(backupFolder)
  const forged: string[] = []
  for (let number = 0; number < 28; number += 1) {
    const createdAt = new Date(Date.UTC(2027, number, 1)).toISOString()
    forged.push(await forge(backupFolder, genuine[0] ?? '', { sequence: 5_000 + number, createdAt }))
  }
  clock.now = day(7)
  addClient(vault, 'Day 7')
  await backups.make(vault)
  expect(backupsIn(backupFolder)).toEqual(expect.arrayContaining([...genuine, ...forged]))
  const states = (await backups.list(vault)).backups.map(({ state }) => state)
  expect(states.filter((state) => state === 'good')).toHaveLength(7)
  expect(states.filter((state) => state === 'other-key')).toHaveLength(28)
  expect(await backups.expiryOfBackupsBefore(vault, 1, '2026-03-07')).toBeNull()
  const { unreached } = await copiesOf(vault, backups).look()
  expect(unreached.map(({ name }) => name).toSorted()).toEqual(forged.toSorted())
}, 60_000)

test('fault 64: a forged head of the present state doesn’t prevent a backup', async () => {
  const { vault, backups, backupFolder } = await withDailyBackups(1)
  addClient(vault, 'New')
  const sequence = 2
  const [name = ''] = backupsIn(backupFolder)
  await forge(backupFolder, name, { sequence })
  expect(await backups.isDue(vault)).toBe(true)
  expect(await backups.make(vault)).toEqual([{ place: 'default', code: null, isNew: true }])
  const { backups: listed, isDue } = await backups.list(vault)
  expect(isDue).toBe(false)
  expect(listed.find(({ state }) => state === 'good')?.holdings?.clients).toBe(2)
})

test('fault 112: another body under the head of the newest backup does not prevent the backup that is due', async () => {
  const { vault, backups, backupFolder } = await withDailyBackups(2)
  const [, newest = ''] = backupsIn(backupFolder)
  const path = join(backupFolder, newest)
  const { atime, mtime } = statSync(path)
  const bytes = readFileSync(path)
  // As large as the backup, and as old by the time that any program can set.
  writeFileSync(path, bytes.fill(0, bytes.length - 9_000, bytes.length - 8_000))
  utimesSync(path, atime, mtime)
  expect(await backups.isDue(vault)).toBe(true)
  expect(await backups.make(vault)).toEqual([{ place: 'default', code: null, isNew: true }])
  expect(await backups.isDue(vault)).toBe(false)
  const states = (await backups.list(vault)).backups.map(({ id, state }) => [id.name === newest, state])
  expect(states).toContainEqual([true, 'rotted'])
  expect(states).toContainEqual([false, 'good'])
})

test('fault 112: a sound backup that nobody has read is read once and then counts', async () => {
  const { vault, backups, backupFolder } = await withDailyBackups(1)
  const [name = ''] = backupsIn(backupFolder)
  rmSync(join(backupFolder, 'readings.json'))
  expect(await backups.isDue(vault)).toBe(true)
  expect(await backups.make(vault)).toEqual([{ place: 'default', code: null, isNew: false }])
  expect(await backups.isDue(vault)).toBe(false)
  expect(backupsIn(backupFolder)).toEqual([name])
})

test('fault 112: of many files under the present head, one is read before the backup is made', async () => {
  const { vault, backups, backupFolder } = await withDailyBackups(2)
  const [, name = ''] = backupsIn(backupFolder)
  const bytes = readFileSync(join(backupFolder, name))
  rmSync(join(backupFolder, name))
  bytes.fill(0, bytes.length - 9_000, bytes.length - 8_000)
  for (let number = 1; number <= 3; number += 1)
    writeFileSync(join(backupFolder, name.replace(/\d(?=Z)/, String(number))), bytes)
  expect(await backups.make(vault)).toEqual([{ place: 'default', code: null, isNew: true }])
  const states = (await backups.list(vault)).backups.map(({ state }) => state)
  expect(states.filter((state) => state === 'rotted')).toHaveLength(1)
})

test('fault 66: after the vault’s folder is put back to an earlier day, each new day has its backup, and the other days keep theirs', async () => {
  const { vault, vaultFolder, backups, backupFolder, clock } = await withDailyBackups(2)
  vault.close()
  const earlier = temporaryFolder()
  cpSync(vaultFolder, earlier, { recursive: true })
  const first = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  for (let number = 3; number <= 8; number += 1) {
    clock.now = day(number)
    for (const part of ['a', 'b', 'c']) addClient(first, `Lost ${number}${part}`)
    await backups.make(first)
  }
  first.close()
  rmSync(vaultFolder, { recursive: true })
  cpSync(earlier, vaultFolder, { recursive: true })

  const before = backupsIn(backupFolder)
  const again = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  onTestFinished(again.close)
  for (let number = 9; number <= 13; number += 1) {
    clock.now = day(number)
    addClient(again, `Again ${number}`)
    await backups.make(again)
  }
  const good = (await backups.list(again)).backups.filter(({ state }) => state === 'good')
  const daysWith = new Set(good.map(({ createdAt }) => createdAt?.slice(8, 10)))
  for (const number of ['09', '10', '11', '12', '13']) expect(daysWith).toContain(number)
  expect(backupsIn(backupFolder)).toEqual(expect.arrayContaining(before))
}, 60_000)

test('fault 66: a drive that is plugged in after the first backup keeps the backups of a vault that was put back', async () => {
  const { folder, vault, vaultFolder, backups, backupFolder, clock } = await createRealVault()
  const drive = join(folder, 'drive')
  mkdirSync(drive)
  backups.chooseFolder(drive)
  vault.close()
  const earlier = temporaryFolder()
  cpSync(vaultFolder, earlier, { recursive: true })
  const first = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  for (let number = 1; number <= 8; number += 1) {
    clock.now = day(number)
    addClient(first, `Lost ${number}`)
    await backups.make(first)
  }
  first.close()
  // The folder of the whole app comes from an earlier day; the drive does not.
  rmSync(vaultFolder, { recursive: true })
  cpSync(earlier, vaultFolder, { recursive: true })
  for (const name of backupsIn(backupFolder)) rmSync(join(backupFolder, name))

  const again = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  onTestFinished(again.close)
  renameSync(drive, `${drive} away`)
  clock.now = day(9)
  await backups.make(again)
  renameSync(`${drive} away`, drive)
  const onDrive = backupsIn(drive)
  for (let number = 9; number <= 11; number += 1) {
    clock.now = day(number)
    addClient(again, `Again ${number}`)
    expect((await backups.make(again)).map(({ code }) => code)).toEqual([null, null])
  }
  const good = (await backups.list(again)).backups.filter(
    ({ id, state }) => id.place === 'chosen' && state === 'good',
  )
  const daysWith = new Set(good.map(({ createdAt }) => createdAt?.slice(8, 10)))
  for (const number of ['09', '10', '11']) expect(daysWith).toContain(number)
  expect(backupsIn(drive)).toEqual(expect.arrayContaining(onDrive))
  expect(await backups.isDue(again)).toBe(false)
}, 60_000)

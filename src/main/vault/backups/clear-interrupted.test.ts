import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eraseFern, practice } from '../testing/erasure-practice.ts'
import { lockedVault, lockWithBackup, newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'

test('fault 94: what a killed preview or backup left half-made is deleted when the next process starts', async () => {
  const folder = await lockedVault()
  const killed = startVault(folder)
  await killed.api.backups.open({
    source: await newestOf(killed.api),
    secret: { kind: 'passphrase', passphrase: rightPassphrase },
  })
  const staging = join(folder, 'restoring')
  expect(readdirSync(staging)).toHaveLength(1)
  const partial = join(folder, 'backups', '.attune-0123456789abcdef.part-db')
  writeFileSync(partial, 'half a backup')

  const next = startVault(folder)
  expect(existsSync(staging)).toBe(false)
  expect(existsSync(partial)).toBe(false)
  expect((await next.api.backups.list()).backups).toHaveLength(1)
  expect(await next.unlock()).toMatchObject({ state: 'open' })
})

/** Somebody's folder with files that look like Attune's, and the names in it. */
function documents() {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'deep'))
  for (const name of [
    'thesis.txt',
    'vault-7.db-journal',
    join('deep', 'photo.jpg'),
    join('deep', 'x-journal'),
  ])
    writeFileSync(join(folder, name), 'x')
  return { folder, names: () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted() }
}

test('fault 116: a link in the place of the folder of opened backups goes, and what it leads to stays', async () => {
  const made = await practice()
  const { folder, names } = documents()
  const before = names()
  const staging = join(made.folder, 'restoring')
  symlinkSync(folder, staging)
  const running = startVault(made.folder, made.clock)
  expect(lstatSync(staging, { throwIfNoEntry: false })).toBeUndefined()
  expect(names()).toEqual(before)

  // A link that appears later is no way out either.
  const secret = { kind: 'passphrase', passphrase: rightPassphrase } as const
  symlinkSync(folder, staging)
  const { ticket } = await running.api.backups.open({ source: await newestOf(running.api), secret })
  expect(lstatSync(staging).isDirectory()).toBe(true)
  await running.api.backups.restore({ ticket, acceptsOtherVault: false })
  await lockWithBackup(running)
  symlinkSync(folder, staging)
  writeFileSync(join(made.vaultFolder, 'a copy.db'), 'of something')
  writeFileSync(join(made.vaultFolder, 'a copy.db-journal'), 'of something')
  const erasing = await eraseFern(made)
  await lockWithBackup(erasing.running)
  expect(names()).toEqual(before)
})

test('fault 116: a link inside one of Attune’s folders leads no clean-up and no erasure elsewhere', async () => {
  const made = await practice()
  const { folder, names } = documents()
  const before = names()
  const staging = join(made.folder, 'restoring')
  mkdirSync(staging)
  for (const own of [staging, made.vaultFolder, made.backupFolder]) symlinkSync(folder, join(own, 'way out'))
  const { running } = await eraseFern(made)
  await lockWithBackup(running)
  expect(existsSync(staging)).toBe(false)
  expect(names()).toEqual(before)
})

test('fault 116: a folder for backups that is a link is not searched through and through', async () => {
  const made = await practice()
  const { folder, names } = documents()
  rmSync(made.backupFolder, { recursive: true })
  symlinkSync(folder, made.backupFolder)
  const { erased, running } = await eraseFern(made)
  await lockWithBackup(running)
  expect(names()).toEqual(expect.arrayContaining(['thesis.txt', 'deep/photo.jpg', 'deep/x-journal']))
  expect(erased.unreached).toEqual([])
  expect(names().filter((name) => name.endsWith('.attunebackup'))).toHaveLength(1)
})

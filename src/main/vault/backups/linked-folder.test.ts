import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { isBackupName } from '../inventory/backup-names.ts'
import { clientEntry } from '../testing/entries.ts'
import { practice, restoreNewest } from '../testing/erasure-practice.ts'
import { createKnownKeys, everyCopy } from '../testing/every-copy.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { withDerivedKey } from '../keys/derive-key.ts'
import { rightPassphrase } from '../testing/test-vault.ts'
import { readContainer } from './container.ts'
import { eraseInCopy } from './erase-in-copy.ts'

test('fault 151: an erasure keeps every copy of two folders for backups of which one is a link to the other', async () => {
  const made = await practice()
  const drive = join(temporaryFolder(), 'drive')
  mkdirSync(drive)
  await made.day(async (running) => {
    await running.api.backups.chooseFolder({ token: running.grant('backup-folder', drive) })
    await running.api.clients.create(clientEntry({ code: 'Later' }))
    await restoreNewest(running, 'present')
  })
  cpSync(made.backupFolder, drive, { recursive: true })
  rmSync(made.backupFolder, { recursive: true })
  symlinkSync(drive, made.backupFolder)
  const running = await made.start()
  const before = readdirSync(drive)
  const erased = await running.api.rights.erase({ clientId: made.fern.id, typedCode: 'Fern' })
  expect(erased.unreached).toEqual([])
  expect(readdirSync(drive)).toEqual(expect.arrayContaining(before))
  const copies = await everyCopy([drive], [rightPassphrase])
  expect(copies.map(({ path }) => basename(path)).toSorted()).toEqual(before.filter(isBackupName).toSorted())
  expect(copies.filter(({ clientIds }) => clientIds.includes(made.fern.id))).toHaveLength(1)
}, 60_000)

test('fault 151: a backup that another program puts in the place of a judged one is no damaged copy', async () => {
  const made = await practice()
  await made.day((running) => running.api.clients.create(clientEntry({ code: 'Later' })))
  const [first, second] = readdirSync(made.backupFolder)
    .filter(isBackupName)
    .map((name) => join(made.backupFolder, name))
  if (!first || !second) throw new Error('each day has a backup')
  const container = await readContainer(first)
  if (container.kind !== 'backup') throw new Error('a backup of today reads')
  const known = createKnownKeys()
  await known.learn(container.head.vault, [rightPassphrase])
  const [vaultKey] = known.all()
  if (!vaultKey) throw new Error('the passphrase opens the backup')
  const eraseFernIn = (path: string) =>
    eraseInCopy(
      {
        file: { place: 'default', path, name: basename(path), kind: 'backup' },
        kind: 'backup',
        key: { age: 'present', withKey: (purpose, use) => withDerivedKey(vaultKey, purpose, use) },
        container,
      },
      [made.fern.id],
    )
  copyFileSync(second, first)
  expect(await eraseFernIn(first)).toBe('failed')
  expect(readdirSync(made.backupFolder).filter((name) => name.includes('.part'))).toEqual([])
}, 60_000)

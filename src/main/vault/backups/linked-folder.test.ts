import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { isBackupName } from '../inventory/backup-names.ts'
import { clientEntry } from '../testing/entries.ts'
import { practice, restoreNewest } from '../testing/erasure-practice.ts'
import { everyCopy } from '../testing/every-copy.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'

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

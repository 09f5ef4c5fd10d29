import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createRealVault } from '../testing/real-vault.ts'
import { createBackupSettings } from './backup-settings.ts'

test('every folder that was ever chosen is remembered, also once it is given up', async () => {
  const { folder, backups, backupFolder } = await createRealVault()
  const [one, other] = [join(folder, 'one'), join(folder, 'other')]
  for (const place of [one, other]) mkdirSync(place)
  backups.chooseFolder(one)
  backups.chooseFolder(other)
  const own = { kind: 'default', folder: backupFolder }
  expect(backups.folders()).toEqual([
    own,
    { kind: 'chosen', folder: other },
    { kind: 'earlier', folder: one },
  ])
  backups.chooseFolder(one)
  backups.forgetFolder()
  expect(backups.folders()).toEqual([
    own,
    { kind: 'earlier', folder: one },
    { kind: 'earlier', folder: other },
  ])
})

test('settings of an Attune that remembered no earlier folder still name the chosen one', () => {
  const file = join(temporaryFolder(), 'backups.json')
  const never = { succeededAt: null, failed: null }
  writeFileSync(
    file,
    JSON.stringify({
      format: 'attune-backups',
      version: 1,
      chosenFolder: '/media/drive',
      places: { default: never, chosen: never },
    }),
  )
  expect(createBackupSettings(file).get()).toMatchObject({
    chosenFolder: '/media/drive',
    earlierFolders: [],
  })
})

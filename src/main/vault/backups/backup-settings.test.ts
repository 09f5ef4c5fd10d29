import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
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
  expect(createBackupSettings(file, () => new Date()).get()).toMatchObject({
    chosenFolder: '/media/drive',
    earlierFolders: [],
  })
})

const unreadable: readonly (readonly [string, string])[] = [
  ['cut off', '{"format":"attune-backups","ver'],
  ['emptied', ''],
  ['of another format', '{"format":"something-else"}'],
]

test.each(unreadable)(
  'fault 119: settings that are %s are kept, and the status says so until a folder is chosen',
  async (_how, text) => {
    const { vault, folder, backups, backupFolder } = await createRealVault()
    const chosen = join(folder, 'drive')
    mkdirSync(chosen)
    backups.chooseFolder(chosen)
    await backups.make(vault)
    expect(backups.status().failures).toEqual([])
    writeFileSync(join(backupFolder, 'backups.json'), text)
    const forgotten = { place: 'chosen', code: 'backup-folder-forgotten' }
    expect(backups.status().failures).toMatchObject([forgotten])

    // Whatever is noted next leaves the old file and the warning.
    await backups.make(vault, { isForced: true })
    await backups.make(vault, { isForced: true })
    expect(backups.status().failures).toMatchObject([forgotten])
    const kept = readdirSync(backupFolder).filter((name) => name.startsWith('backups.json.set-aside'))
    expect(kept.map((name) => readFileSync(join(backupFolder, name), 'utf8'))).toEqual([text])
    backups.chooseFolder(chosen)
    expect(backups.status().failures).toEqual([])
  },
)

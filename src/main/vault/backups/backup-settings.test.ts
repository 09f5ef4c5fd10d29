import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createRealVault } from '../testing/real-vault.ts'
import { startVault } from '../testing/running-vault.ts'
import { rightPassphrase } from '../testing/test-vault.ts'
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

const lost: readonly (readonly [string, (file: string) => void])[] = [
  ['deleted', (file) => rmSync(file)],
  ['cut off', (file) => writeFileSync(file, '{"format":"attune-backups","ver')],
]

async function practiceWithLostFolder(lose: (file: string) => void) {
  const folder = temporaryFolder()
  const drive = join(folder, 'drive')
  mkdirSync(drive)
  const first = startVault(folder)
  await first.api.vault.create({ passphrase: rightPassphrase })
  await first.api.backups.chooseFolder({ token: first.grant('backup-folder', drive) })
  await first.api.backups.make()
  await first.handlers.close()
  lose(join(first.backupFolder, 'backups.json'))
  const next = startVault(folder)
  await next.unlock()
  return { ...next, drive }
}

test.each(lost)(
  'fault 114: settings that were %s: the screen names the folder that the vault remembers, and what it lost stays lost until it is chosen again',
  async (_how, lose) => {
    const { api, handlers, drive, grant } = await practiceWithLostFolder(lose)
    expect(await api.backups.list()).toMatchObject({
      places: [{ kind: 'default' }],
      lostFolder: { path: drive },
    })
    // A backup writes the file again, and must not write the loss away.
    await api.backups.make()
    expect((await api.backups.list()).lostFolder).toEqual({ path: drive })
    expect((await api.backups.status()).failures).toMatchObject([{ code: 'backup-folder-forgotten' }])
    await api.backups.chooseFolder({ token: grant('backup-folder', drive) })
    const { places, lostFolder } = await api.backups.list()
    expect(places.map(({ folder }) => folder)).toContain(drive)
    expect(lostFolder).toBeNull()
    await handlers.close()
  },
)

test('fault 114: an erasure names a lost folder that can’t be read among those out of reach', async () => {
  const { api, handlers, drive } = await practiceWithLostFolder((file) => rmSync(file))
  renameSync(drive, `${drive} away`)
  expect((await api.rights.copies()).away).toEqual([drive])
  await handlers.close()
})

test('fault 114: settings that vanish while the vault is open are noticed before a backup writes them again', async () => {
  const { vault, folder, backups, backupFolder } = await createRealVault()
  const drive = join(folder, 'drive')
  mkdirSync(drive)
  backups.chooseFolder(drive)
  await backups.make(vault)
  rmSync(join(backupFolder, 'backups.json'))
  await backups.make(vault, { isForced: true })
  expect(await backups.list(vault)).toMatchObject({ lostFolder: { path: drive } })
  expect(backups.folders()).toContainEqual({ kind: 'earlier', folder: drive })
})

test('a folder that the user gave up is not reported as lost', async () => {
  const { vault, folder, backups } = await createRealVault()
  const drive = join(folder, 'drive')
  mkdirSync(drive)
  backups.chooseFolder(drive)
  await backups.make(vault)
  backups.forgetFolder()
  await backups.make(vault, { isForced: true })
  expect((await backups.list(vault)).lostFolder).toBeNull()
  expect(backups.status().failures).toEqual([])
})

import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createRealVault } from '../testing/real-vault.ts'
import { prepareStaging } from './staging.ts'
import { backupsIn } from './testing/backups-in.ts'

describe('a second folder', () => {
  async function withChosen() {
    const made = await createRealVault()
    const chosen = join(made.folder, 'drive')
    mkdirSync(chosen)
    made.backups.chooseFolder(chosen)
    return { ...made, chosen }
  }

  test('gets the same backup, proven where it arrived', async () => {
    const { vault, backups, backupFolder, chosen } = await withChosen()
    expect(await backups.make(vault)).toEqual([
      { place: 'default', code: null, isNew: true },
      { place: 'chosen', code: null, isNew: true },
    ])
    expect(backupsIn(chosen)).toEqual(backupsIn(backupFolder))
    expect((await backups.list(vault)).backups.map(({ state }) => state)).toEqual(['good', 'good'])
  })

  test('fault 24, 30: if unplugged, it is reported and never recreated, and the other place still gets a backup', async () => {
    const { vault, backups, backupFolder, chosen } = await withChosen()
    rmSync(chosen, { recursive: true })
    expect(await backups.make(vault)).toEqual([
      { place: 'default', code: null, isNew: true },
      { place: 'chosen', code: 'place-missing', isNew: false },
    ])
    expect(existsSync(chosen)).toBe(false)
    expect(backupsIn(backupFolder)).toHaveLength(1)
    expect(backups.status()).toMatchObject({ failures: [{ place: 'chosen', code: 'place-missing' }] })
    expect(await backups.isDue(vault)).toBe(true)

    mkdirSync(chosen)
    await backups.make(vault)
    expect(backupsIn(chosen)).toHaveLength(1)
    expect(backups.status().failures).toEqual([])
  })

  test('if Attune’s own place can’t be used, nothing is written elsewhere', async () => {
    const { vault, backups, backupFolder, chosen } = await withChosen()
    rmSync(backupFolder, { recursive: true })
    writeFileSync(backupFolder, 'a file where the folder should be')
    const outcomes = await backups.make(vault)
    expect(outcomes[0]?.code).not.toBeNull()
    // Without its own folder Attune does not know the second one either, and does not guess.
    expect(outcomes).toHaveLength(1)
    expect(backupsIn(chosen)).toHaveLength(0)
  })

  test('is never the vault’s own folder, not even by a link, nor Attune’s own place', async () => {
    const { backups, folder, vaultFolder, vault, backupFolder } = await createRealVault()
    await backups.make(vault)
    symlinkSync(vaultFolder, join(folder, 'link'))
    for (const path of [vaultFolder, join(folder, 'link'), backupFolder, join(vaultFolder, 'vault.json')])
      expect(() => backups.chooseFolder(path), path).toThrow('place-not-allowed')
    expect(() => backups.chooseFolder(join(folder, 'nowhere'))).toThrow('place-missing')
  })

  test('fault 154: is never the folder of opened backups, nor one inside it: what lies there is removed', async () => {
    const { backups, vaultFolder } = await createRealVault()
    const inside = join(prepareStaging(vaultFolder), 'mine')
    mkdirSync(inside)
    for (const path of [inside, dirname(inside)])
      expect(() => backups.chooseFolder(path), path).toThrow('place-not-allowed')
  })

  test('shows its warnings', async () => {
    const { vault, backups, folder } = await createRealVault()
    const synced = join(folder, 'Dropbox', 'Practice')
    mkdirSync(synced, { recursive: true })
    backups.chooseFolder(synced)
    const { places } = await backups.list(vault)
    expect(places[1]).toMatchObject({ warnings: ['inside-data-folder', 'synced'] })
    backups.forgetFolder()
    expect((await backups.list(vault)).places).toHaveLength(1)
  })
})

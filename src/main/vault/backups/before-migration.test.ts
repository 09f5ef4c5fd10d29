import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeBackTo } from '../testing/earlier-schema.ts'
import { clientEntry } from '../testing/entries.ts'
import { startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'

/** A closed vault with a client, in the schema before the last migrations. */
async function outdatedVault() {
  const folder = temporaryFolder()
  const first = startVault(folder)
  await first.api.vault.create({ passphrase: rightPassphrase })
  await first.api.clients.create(clientEntry({ code: 'Ash' }))
  await first.handlers.close()
  await takeBackTo(140, first.vaultFolder)
  return { folder, vaultFolder: first.vaultFolder }
}

const databasesIn = (folder: string) => readdirSync(folder).filter((name) => /\.db(?!-journal)/.test(name))

test('fault 88: before a migration the vault is backed up with that reason, and only then the old file goes', async () => {
  const { folder, vaultFolder } = await outdatedVault()
  const { api, unlock } = startVault(folder)
  await unlock()
  expect(databasesIn(vaultFolder)).toEqual(['vault-2.db'])
  const { backups, setAside } = await api.backups.list()
  expect(setAside).toEqual([])
  expect(backups).toMatchObject([{ state: 'good', reason: 'before-migration', holdings: { clients: 1 } }])
  const [backup] = backups
  if (!backup) throw new Error('there is no backup')
  expect(await api.backups.check(backup.id)).toEqual({ isSound: true })
  expect(await api.clients.list()).toHaveLength(1)
})

test('fault 88: if no place takes the backup before a migration, the old database is set aside', async () => {
  const { folder, vaultFolder } = await outdatedVault()
  writeFileSync(join(folder, 'backups'), 'a file where the folder should be')
  const { api, unlock } = startVault(folder)
  await unlock()
  expect(databasesIn(vaultFolder).toSorted()).toEqual([
    'vault-1.db.set-aside-before-migration-20260320T150000Z-1',
    'vault-2.db',
  ])
  expect((await api.backups.list()).setAside).toMatchObject([{ reason: 'before-migration' }])
  expect(await api.clients.list()).toHaveLength(1)
})

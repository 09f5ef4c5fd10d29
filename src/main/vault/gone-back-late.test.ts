import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { allowChanges, holdChanges } from './database/change.ts'
import { isBackupName } from './inventory/backup-names.ts'
import { noBackups } from './opening/known-backups.ts'
import { unlockVault } from './opening/unlock-vault.ts'
import {
  closedVault,
  expectReadOnly,
  goneBackOf,
  march,
  putBack,
  secondDay,
  unlocked,
} from './testing/earlier-days.ts'
import { clientEntry } from './testing/entries.ts'
import { lockWithBackup } from './testing/running-vault.ts'
import { rightPassphrase } from './testing/test-vault.ts'

test('fault 89: a newer backup on a drive that came back only after work had begun is asked about at the next unlock', async () => {
  const made = await closedVault()
  const drive = join(made.folder, 'drive')
  mkdirSync(drive)
  made.clock.now = march(20)
  const second = await unlocked(made)
  await second.api.backups.chooseFolder({ token: second.grant('backup-folder', drive) })
  await second.api.clients.create(clientEntry({ code: 'Birch' }))
  await lockWithBackup(second)
  const { backupFolder } = second
  for (const name of readdirSync(backupFolder).filter(isBackupName)) rmSync(join(backupFolder, name))
  renameSync(drive, `${drive} away`)
  putBack(made)
  made.clock.now = march(21)
  const working = await unlocked(made)
  expect(await goneBackOf(working)).toBeNull()
  await working.api.clients.create(clientEntry({ code: 'Cedar' }))
  renameSync(`${drive} away`, drive)
  await lockWithBackup(working)
  // The drive is away again: what was found is remembered.
  renameSync(drive, `${drive} away`)
  const asked = await unlocked(made)
  const createdAt = march(20).toISOString()
  expect(await goneBackOf(asked)).toMatchObject({ kind: 'newer-backup', newestBackup: { createdAt } })
  await expectReadOnly(asked)
  await asked.api.vault.goOn()
  await lockWithBackup(asked)
  renameSync(`${drive} away`, drive)
  expect(await goneBackOf(await unlocked(made))).toBeNull()
})

test('fault 89: if going on can’t be stored, SQLite still refuses every change', async () => {
  const made = await secondDay({ withBackup: true })
  putBack(made)
  const { vaultFolder } = made
  const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase), {
    ...noBackups,
    compare: () => Promise.resolve({ isBehind: true, newest: null, lines: [] }),
  })
  holdChanges(vault.db)
  expect(() => vault.goOn()).toThrow(new AppError('vault-being-replaced'))
  allowChanges(vault.db)
  expect(vault.readOnlyReason()).toBe('gone-back')
  expect(() => vault.db.exec('DELETE FROM clients')).toThrow('readonly')
  vault.goOn()
  expect(vault.readOnlyReason()).toBeNull()
  vault.close()
})

import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { clientEntry } from '../testing/entries.ts'
import { newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'
import { isBackupName } from '../inventory/backup-names.ts'
import { clientsKept } from './testing/kept-clients.ts'

/** A vault that was put back to an empty backup; the set-aside database has the client Birch. */
async function afterRestore() {
  const folder = temporaryFolder()
  const first = startVault(folder)
  await first.api.vault.create({ passphrase: rightPassphrase })
  await first.api.backups.make()
  await first.api.clients.create(clientEntry({ code: 'Birch' }))
  const source = await newestOf(first.api)
  const { ticket } = await first.api.backups.open({ source, secret: { kind: 'present' } })
  await first.api.backups.restore({ ticket, acceptsOtherVault: false })
  const running = startVault(folder)
  await running.api.vault.unlock({ passphrase: rightPassphrase })
  const { setAside } = await running.api.backups.list()
  const file = join(folder, 'vault', setAside[0]?.name ?? '')
  return { folder, file, setAside, ...running }
}

/** Spoils every backup whose body holds the client. */
function spoilBackups(folder: string, spoil: (file: string) => void): void {
  for (const name of readdirSync(join(folder, 'backups')).filter(isBackupName))
    spoil(join(folder, 'backups', name))
}
const zero = (file: string): void => {
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0, bytes.length - 9_000, bytes.length - 8_000))
}

test('the list has the set-aside database with its reason, its time and its size', async () => {
  const { setAside } = await afterRestore()
  expect(setAside).toEqual([
    {
      name: 'vault-1.db.set-aside-before-restore-20260320T150000Z-1',
      reason: 'before-restore',
      at: '2026-03-20T15:00:00.000Z',
      bytes: expect.any(Number),
    },
  ])
  expect(setAside[0]?.bytes).toBeGreaterThan(4_096)
})

test('fault 67: a set-aside database is deleted only once a backup with its content was read through', async () => {
  const { api, handlers, folder, file, setAside } = await afterRestore()
  const { setAside: left } = await api.backups.removeSetAside({ name: setAside[0]?.name ?? '' })
  expect(left).toEqual([])
  expect(existsSync(file)).toBe(false)
  expect(readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('.'))).toEqual([])
  const everything = { area: null, clientId: null, from: null, to: null, before: null, most: 50 }
  const { entries } = await api.audit.list(everything)
  expect(entries.map(({ kind }) => kind)).toContain('set-aside-deleted')
  await handlers.close()
  expect(await clientsKept(folder)).toContain('Birch')
})

test.each([
  ['the backups have rotted', zero],
  ['the backups are gone', (file: string) => rmSync(file)],
])('fault 67: if %s, another is made and proven before the file is deleted', async (_how, spoil) => {
  const { api, handlers, folder, file, setAside } = await afterRestore()
  spoilBackups(folder, spoil)
  await api.backups.removeSetAside({ name: setAside[0]?.name ?? '' })
  expect(existsSync(file)).toBe(false)
  await handlers.close()
  expect(await clientsKept(folder)).toContain('Birch')
})

test('fault 67: a set-aside database that can’t be read stays, and the vault goes on', async () => {
  const { api, file, setAside } = await afterRestore()
  writeFileSync(file, 'spoilt')
  await expect(api.backups.removeSetAside({ name: setAside[0]?.name ?? '' })).rejects.toMatchObject({
    code: 'set-aside-not-proven',
  })
  expect(readFileSync(file, 'utf8')).toBe('spoilt')
  await api.clients.create(clientEntry({ code: 'Cedar' }))
})

/** Changes one page in the middle of a database, as half a change would. The first page stays. */
function tear(file: string): void {
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0, bytes.length / 2, bytes.length / 2 + 100))
}

test('fault 127: a torn copy from before a change was undone can be deleted, and no other torn file', async () => {
  const { api, folder, file, setAside } = await afterRestore()
  tear(file)
  const name = setAside[0]?.name ?? ''
  await expect(api.backups.removeSetAside({ name })).rejects.toMatchObject({ code: 'set-aside-not-proven' })

  const copy = 'vault-1.db.set-aside-before-undoing-20260320T150000Z-1'
  renameSync(file, join(folder, 'vault', copy))
  expect((await api.backups.removeSetAside({ name: copy })).setAside).toEqual([])
  expect(existsSync(join(folder, 'vault', copy))).toBe(false)
})

test('fault 127: a copy from before a change was undone stays if no key here opens it, or no backup holds it', async () => {
  const { api, handlers, folder, file } = await afterRestore()
  const copy = join(folder, 'vault', 'vault-1.db.set-aside-before-undoing-20260320T150000Z-1')
  writeFileSync(copy, readFileSync(file).fill(7, 0, 4096))
  const remove = () => api.backups.removeSetAside({ name: basename(copy) })
  await expect(remove()).rejects.toMatchObject({ code: 'set-aside-not-proven' })
  expect(existsSync(copy)).toBe(true)
  // Whole again, it is proven as any other.
  renameSync(file, copy)
  spoilBackups(folder, zero)
  await remove()
  expect(existsSync(copy)).toBe(false)
  await handlers.close()
  expect(await clientsKept(folder)).toContain('Birch')
})

test('fault 67: no other file of the folder is deleted by its name', async () => {
  const { api, folder } = await afterRestore()
  const before = readdirSync(join(folder, 'vault'))
  for (const name of ['vault-2.db', 'vault.json', '../vault/vault.json', 'vault-1.db.set-aside-../1', ''])
    await expect(api.backups.removeSetAside({ name })).rejects.toMatchObject({ code: 'not-found' })
  expect(readdirSync(join(folder, 'vault'))).toEqual(before)
})

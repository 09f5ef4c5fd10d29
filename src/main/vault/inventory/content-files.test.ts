import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { isLeftover, kindAmongOthers, kindInBackups, kindInVault, listContentFiles } from './content-files.ts'

test.each([
  ['vault-1.db', 'database'],
  ['vault-202611281030.db', 'database'],
  ['unfinished.db', 'unfinished'],
  ['unfinished-2.db', 'unfinished'],
  ['vault-1.db.set-aside-1', 'set-aside'],
  ['vault-3.db.set-aside-before-restore-20260320T150000Z-2', 'set-aside'],
  ['vault-1.db-journal', 'journal'],
  ['unfinished-2.db-wal', 'journal'],
  ['vault-1.db-journal.set-aside-1', 'journal'],
  ['vault-1.db.set-aside-before-undoing-20260320T150000Z-1', 'set-aside'],
  ['vault-1.db.set-aside-1-journal', 'journal'],
  ['vault-1 (1).db', 'copy'],
  ['my own copy', 'copy'],
  ['vault.json', 'state'],
  ['vault.copy.json.new', 'state'],
  ['vault.json.set-aside-before-restore-1', 'state'],
  ['attempts.json', 'state'],
  ['vault.in-use', 'state'],
])('in the vault’s folder %s is: %s', (name, kind) => {
  expect(kindInVault(name)).toBe(kind)
})

test.each([
  ['attune-0a1b2c3d-20260320T150000Z-7.attunebackup', 'backup'],
  ['.attune-0123456789abcdef.part', 'partial'],
  ['.attune-0123456789abcdef.part-db', 'partial'],
  ['attune-0a1b2c3d-20260320T150000Z-7 (1).attunebackup', 'copy'],
  ['vault-1.db', 'copy'],
  ['vault-1.db-journal', 'journal'],
  ['backups.json', 'state'],
  ['readings.json.new', 'state'],
  ['attune-0a1b2c3d.erased', 'state'],
])('among the backups %s is: %s', (name, kind) => {
  expect(kindInBackups(name)).toBe(kind)
})

test.each([
  ['vault-1.db-journal', 'journal'],
  ['vault-1.db.set-aside-before-restore-20260320T150000Z-1-journal', 'journal'],
  ['My vault-journal', 'copy'],
  ['bitwarden-vault.sqlite-wal', 'copy'],
  ['vault-1 of last year.db-journal', 'copy'],
  ['.attune-0123456789abcdef.part', 'partial'],
  ['attune-0a1b2c3d.erased', 'state'],
])('fault 117: in a folder of others %s is: %s', (name, kind) => {
  expect(kindAmongOthers(name)).toBe(kind)
})

test('only unfinished databases and notes are of no use to anybody', () => {
  const names = ['unfinished.db', 'unfinished-4.db-journal', 'vault.json.new', 'attempts.json.new']
  expect(names.filter((name) => !isLeftover(name))).toEqual([])
  const kept = ['vault.json', 'vault-1.db', 'vault-1.db-journal', 'vault-1.db.set-aside-1', 'unfinished.txt']
  expect(kept.filter(isLeftover)).toEqual([])
})

test('the inventory reaches every folder that can hold vault data, and names those that can’t be read', () => {
  const data = temporaryFolder()
  const [vaultFolder, chosen, earlier] = [join(data, 'vault'), temporaryFolder(), join(data, 'unplugged')]
  const backups = join(data, 'backups')
  const put = (path: string): void => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'x')
  }
  put(join(vaultFolder, 'vault.json'))
  put(join(vaultFolder, 'vault-1.db'))
  put(join(vaultFolder, 'kept by hand', 'vault-1.db'))
  put(join(data, 'vault 2', 'vault-1.db'))
  put(join(data, 'restoring', 'c487.db'))
  put(join(data, 'settings.json'))
  put(join(backups, 'backups.json'))
  put(join(backups, 'anything'))
  put(join(chosen, 'attune-0a1b2c3d-20260320T150000Z-7.attunebackup'))
  put(join(chosen, 'a letter.txt'))
  put(join(chosen, 'photos', 'vault.jpg'))
  symlinkSync(join(vaultFolder, 'vault-1.db'), join(vaultFolder, 'link.db'))

  const { files, away } = listContentFiles(vaultFolder, [
    { kind: 'default', folder: backups },
    { kind: 'chosen', folder: chosen },
    { kind: 'earlier', folder: chosen },
    { kind: 'earlier', folder: earlier },
  ])
  expect(files.map(({ path }) => path).toSorted()).toEqual(
    [
      join(vaultFolder, 'vault.json'),
      join(vaultFolder, 'vault-1.db'),
      join(vaultFolder, 'kept by hand', 'vault-1.db'),
      join(data, 'vault 2', 'vault-1.db'),
      join(data, 'restoring', 'c487.db'),
      join(backups, 'backups.json'),
      join(backups, 'anything'),
      join(chosen, 'attune-0a1b2c3d-20260320T150000Z-7.attunebackup'),
    ].toSorted(),
  )
  expect(away).toEqual([earlier])
})

import {
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { hasChangeToUndo, isOpenedBy } from '../database/journal.ts'
import { setAsideDatabase } from '../database/replace-database.ts'
import { unlockVault } from '../opening/unlock-vault.ts'
import { eraseFern, leftOf, practice, restoreNewest, type Practice } from '../testing/erasure-practice.ts'
import { killDuringChange } from '../testing/killed-vault.ts'
import { newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'
import { clientsInFiles } from './testing/kept-clients.ts'

const why = { reason: 'before-restore', at: new Date('2026-03-20T15:00:00.000Z') } as const
const aside = 'vault-1.db.set-aside-before-restore-20260320T150000Z-1'
const asideIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => /^vault-1\.db.*set-aside/.test(name))

/** A practice whose vault was killed in the middle of a change, after the client Birch was saved. */
async function killed(): Promise<Practice> {
  const made = await practice()
  await killDuringChange(made.vaultFolder, 'Birch')
  expect(hasChangeToUndo(join(made.vaultFolder, 'vault-1.db'))).toBe(true)
  return made
}

const vaultFiles = ['vault-1.db', 'vault.json', 'vault.copy.json']

function copyOfVault({ vaultFolder }: Practice): string {
  const copy = temporaryFolder()
  for (const name of vaultFiles) copyFileSync(join(vaultFolder, name), join(copy, name))
  return copy
}

function putBack(copy: string, { vaultFolder }: Practice): void {
  for (const name of vaultFiles) copyFileSync(join(copy, name), join(vaultFolder, name))
}

/** A sound vault, and beside it a database that was set aside with the journal of an interrupted change. */
async function withPairSetAside(): Promise<Practice> {
  const made = await practice()
  const sound = copyOfVault(made)
  await killDuringChange(made.vaultFolder, 'Birch')
  setAsideDatabase(made.vaultFolder, 'vault-1.db', why)
  putBack(sound, made)
  expect(asideIn(made.vaultFolder)).toEqual([aside, `${aside}-journal`])
  return made
}

describe('fault 120: a kill in the middle of a change, then a restore at the locked screen', () => {
  test('what was saved is backed up and opens from the database set aside, and the log goes on', async () => {
    const made = await killed()
    const running = startVault(made.folder, made.clock)
    expect(await restoreNewest(running, 'passphrase')).toMatchObject({ isBackedUp: true })
    expect(asideIn(made.vaultFolder)).toEqual([aside])
    await running.unlock()
    const everything = { area: null, clientId: null, from: null, to: null, before: null, most: 50 }
    const { entries } = await running.api.audit.list(everything)
    expect(entries.filter(({ kind }) => kind === 'client-created')).toHaveLength(2)
    expect(entries.map(({ kind }) => kind)).toContain('backup-restored')
    await running.handlers.close()
    const found = await clientsInFiles(made.folder)
    expect(found[aside]).toEqual(['Aspen', 'Birch', 'Fern'])
    expect(Object.values(found).filter((codes) => codes.includes('Birch'))).toHaveLength(2)
  })

  test('a database under another key is set aside untouched, with its journal under the name that SQLite looks for', async () => {
    const made = await killed()
    const files = ['vault-1.db', 'vault-1.db-journal'].map((name) =>
      readFileSync(join(made.vaultFolder, name)),
    )
    const other = await practice()
    rmSync(made.backupFolder, { recursive: true })
    cpSync(other.backupFolder, made.backupFolder, { recursive: true })
    const { api } = startVault(made.folder, made.clock)
    const secret = { kind: 'passphrase', passphrase: rightPassphrase } as const
    const { ticket } = await api.backups.open({ source: await newestOf(api), secret })
    await api.backups.restore({ ticket, acceptsOtherVault: true })
    expect(asideIn(made.vaultFolder)).toEqual([aside, `${aside}-journal`])
    const kept = asideIn(made.vaultFolder).map((name) => readFileSync(join(made.vaultFolder, name)))
    expect(kept.map((bytes, index) => files[index]?.equals(bytes))).toEqual([true, true])
    // Fern, Aspen and Birch.
    const { copies } = await leftOf(made)
    expect(copies.find(({ path }) => path.endsWith(aside))?.clientIds).toHaveLength(3)
  })

  test('a database follows its journal if an interruption came between them', async () => {
    const made = await killed()
    renameSync(join(made.vaultFolder, 'vault-1.db-journal'), join(made.vaultFolder, `${aside}-journal`))
    setAsideDatabase(made.vaultFolder, 'vault-1.db', why)
    expect(asideIn(made.vaultFolder)).toEqual([aside, `${aside}-journal`])
  })

  test('a journal never joins a database that it does not belong to', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, aside), 'set aside before')
    writeFileSync(join(folder, 'vault-1.db'), 'another')
    writeFileSync(join(folder, 'vault-1.db-journal'), 'of the other')
    setAsideDatabase(folder, 'vault-1.db', why)
    const second = aside.replace(/1$/, '2')
    expect(readdirSync(folder).toSorted()).toEqual([aside, second, `${second}-journal`])
  })
})

describe('fault 120: a database that was set aside with its journal', () => {
  test('is made whole before an erased client is taken out of it', async () => {
    const made = await withPairSetAside()
    const { erased } = await eraseFern(made)
    expect(erased).toMatchObject({ unreached: [], away: [] })
    expect(asideIn(made.vaultFolder)).toEqual([aside])
    const { others, copies } = await leftOf(made)
    expect(others).toEqual([])
    // Aspen and Birch.
    expect(copies.find(({ path }) => path.endsWith(aside))?.clientIds).toHaveLength(2)
  })

  test('is read through as a whole before it is deleted with its journal', async () => {
    const made = await withPairSetAside()
    const running = await made.start()
    const { setAside } = await running.api.backups.removeSetAside({ name: aside })
    expect(setAside).toEqual([])
    expect(asideIn(made.vaultFolder)).toEqual([])
    await running.handlers.close()
    const found = await clientsInFiles(made.folder)
    expect(Object.values(found)).toContainEqual(['Aspen', 'Birch', 'Fern'])
  })

  test('stays as it is when another key is tried on it', async () => {
    const made = await withPairSetAside()
    const file = join(made.vaultFolder, aside)
    const bytes = () => [file, `${file}-journal`].map((path) => readFileSync(path).toString('base64'))
    const before = bytes()
    const room = temporaryFolder()
    expect(isOpenedBy(file, Buffer.alloc(32, 7), () => room)).toBe(false)
    const vault = await unlockVault(made.vaultFolder, typedSecret(rightPassphrase))
    expect(vault.withKey('database', (key) => isOpenedBy(file, key, () => room))).toBe(true)
    vault.close()
    expect(bytes()).toEqual(before)
    expect(readdirSync(room)).toEqual([])
  })
})

test('fault 121: an erasure deletes every journal that was set aside without its database', async () => {
  const made = await practice()
  const sound = copyOfVault(made)
  await killDuringChange(made.vaultFolder, 'Birch')
  const journal = readFileSync(join(made.vaultFolder, 'vault-1.db-journal'))
  rmSync(join(made.vaultFolder, 'vault-1.db-journal'))
  putBack(sound, made)
  copyFileSync(join(made.vaultFolder, 'vault-1.db'), join(made.vaultFolder, aside))
  const left = [
    join(made.vaultFolder, 'vault-1.db-journal.set-aside-1'),
    join(made.vaultFolder, 'vault-1.db-journal.set-aside-before-restore-20260320T150000Z-1'),
    join(made.vaultFolder, 'vault-7.db.set-aside-before-restore-20260320T150000Z-1-journal'),
    join(made.backupFolder, 'vault-1.db-journal.set-aside-1'),
  ]
  for (const file of left) writeFileSync(file, journal)
  const { erased } = await eraseFern(made)
  expect(erased).toMatchObject({ unreached: [], away: [] })
  expect(left.filter((file) => existsSync(file))).toEqual([])
  expect(asideIn(made.vaultFolder)).toEqual([aside])
})

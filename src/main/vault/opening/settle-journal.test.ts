import { chmodSync, copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { clientsInFiles } from '../backups/testing/kept-clients.ts'
import { readHeaders } from '../keys/header-files.ts'
import { unwrapHeader } from '../keys/unwrap-header.ts'
import { clientEntry } from '../testing/entries.ts'
import { eraseFern, leftOf, practice, restoreNewest, type Running } from '../testing/erasure-practice.ts'
import { journalOfChange, killDuringChange } from '../testing/killed-vault.ts'
import { startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'
import { settleJournal } from './settle-journal.ts'
import { unlockVault } from './unlock-vault.ts'

const everybody = ['Aspen', 'Birch', 'Fern']
const later = ['Later 1', 'Later 2', 'Later 3', 'Later 4', 'Later 5', 'Later 6']
const copied = 'vault-1.db.set-aside-before-undoing-20260320T150000Z-1'
const now = () => new Date('2026-03-20T15:00:00.000Z')
const codesIn = async ({ api }: Running) =>
  (await api.clients.list()).map(({ client }) => client.code).toSorted()

/** A vault that was closed and sealed after a day with much writing, and beside it the journal of an earlier change. */
async function withOldJournal() {
  const made = await practice()
  const journal = await journalOfChange(made.vaultFolder)
  const running = await made.start()
  await running.api.clients.create(clientEntry({ code: 'Birch' }))
  for (const code of later) await running.api.clients.create(clientEntry({ code, notes: 'n'.repeat(19_000) }))
  await running.handlers.close()
  const file = join(made.vaultFolder, 'vault-1.db')
  const sealed = readFileSync(file)
  writeFileSync(`${file}-journal`, journal)
  return { ...made, file, sealed, journal }
}

/** A vault that was killed in the middle of a change, and the header of its last proper close put back. */
async function withEarlierHeader() {
  const made = await practice()
  const headers = temporaryFolder()
  const names = ['vault.json', 'vault.copy.json']
  for (const name of names) copyFileSync(join(made.vaultFolder, name), join(headers, name))
  await killDuringChange(made.vaultFolder, 'Birch')
  for (const name of names) copyFileSync(join(headers, name), join(made.vaultFolder, name))
  const file = join(made.vaultFolder, 'vault-1.db')
  return { ...made, file, torn: readFileSync(file), journal: readFileSync(`${file}-journal`) }
}

describe('fault 122: an old journal beside a closed and sealed database', () => {
  test('is set aside before the database is opened, and nothing changes', async () => {
    const made = await withOldJournal()
    const vault = await unlockVault(made.vaultFolder, typedSecret(rightPassphrase))
    expect(readFileSync(made.file).equals(made.sealed)).toBe(true)
    vault.close()
    const running = await made.start()
    expect(await running.api.vault.status()).toMatchObject({ access: 'full', goneBack: null })
    expect(await codesIn(running)).toEqual([...everybody, ...later])
    const kept = readFileSync(`${made.file}-journal.set-aside-1`)
    expect(kept.equals(made.journal)).toBe(true)
  })

  test('does not get into what a restore at the locked screen replaces', async () => {
    const made = await withOldJournal()
    const locked = startVault(made.folder, made.clock)
    expect(await restoreNewest(locked, 'passphrase')).toMatchObject({ isBackedUp: true })
    await locked.handlers.close()
    const found = await clientsInFiles(made.folder)
    const setAside = Object.keys(found).filter((name) => name.includes('.set-aside-'))
    expect(setAside.map((name) => found[name])).toEqual([[...everybody, ...later]])
    expect(readdirSync(made.vaultFolder).filter((name) => name.endsWith('-journal'))).toEqual([])
  })

  test.skipIf(process.platform === 'win32').each([
    ['is set aside if only the database is read-only, which then opens for reading', 0o777, 'opened'],
    ['leads to a refusal in a read-only folder, and both files stay as they are', 0o555, 'vault-read-only'],
  ])('%s', async (_what, mode, outcome) => {
    const made = await withOldJournal()
    for (const name of readdirSync(made.vaultFolder)) chmodSync(join(made.vaultFolder, name), 0o444)
    chmodSync(made.vaultFolder, mode)
    chmodSync(made.folder, 0o755)
    // Root ignores permissions, and runs the tests in a container.
    const isRoot = process.geteuid?.() === 0
    if (isRoot) process.seteuid?.(65_534)
    onTestFinished(() => {
      if (isRoot) process.seteuid?.(0)
      chmodSync(made.vaultFolder, 0o755)
    })
    const running = startVault(made.folder, made.clock)
    const unlocked = await running.unlock().then(
      () => 'opened',
      (cause: { code: string }) => cause.code,
    )
    expect(unlocked).toBe(outcome)
    if (outcome === 'opened') expect(await codesIn(running)).toEqual([...everybody, ...later])
    expect(readFileSync(made.file).equals(made.sealed)).toBe(true)
    const journal = outcome === 'opened' ? `${made.file}-journal.set-aside-1` : `${made.file}-journal`
    expect(readFileSync(journal).equals(made.journal)).toBe(true)
  })

  test('stays if another Attune has taken off the seal meanwhile: the journal can be its own', async () => {
    const made = await withOldJournal()
    const { header, vaultKey } = await unwrapHeader(readHeaders(made.vaultFolder).headers, {
      kind: 'passphrase',
      passphrase: typedSecret(rightPassphrase),
    })
    const before = readFileSync(join(made.vaultFolder, 'vault.json'))
    await killDuringChange(made.vaultFolder, 'Cedar')
    expect(readFileSync(join(made.vaultFolder, 'vault.json')).equals(before)).toBe(false)
    const names = readdirSync(made.vaultFolder)
    settleJournal(made.vaultFolder, { header, vaultKey, early: null, now })
    expect(readdirSync(made.vaultFolder)).toEqual(names)
  })
})

describe('fault 122: a journal beside a database that its seal does not fit', () => {
  test('undoes its change only after copies of both were set aside, which the list shows', async () => {
    const made = await withEarlierHeader()
    const running = await made.start()
    expect(await running.api.vault.status()).toMatchObject({
      access: 'read-only',
      goneBack: { kind: 'changed' },
    })
    expect(await codesIn(running)).toEqual(everybody)
    expect(readFileSync(join(made.vaultFolder, copied)).equals(made.torn)).toBe(true)
    const journal = readFileSync(`${made.file}-journal.set-aside-1`)
    expect(journal.equals(made.journal)).toBe(true)
    const { setAside } = await running.api.backups.list()
    expect(setAside).toMatchObject([
      { name: copied, reason: 'before-undoing', at: '2026-03-20T15:00:00.000Z' },
    ])
  })

  test('leaves no erased client in those copies', async () => {
    const made = await withEarlierHeader()
    const running = await made.start()
    await running.api.vault.goOn()
    await running.handlers.close()
    const { erased } = await eraseFern(made)
    expect(erased).toMatchObject({ unreached: [], away: [] })
    expect((await leftOf(made)).others).toEqual([])
    expect(existsSync(`${made.file}-journal.set-aside-1`)).toBe(false)
  })
})

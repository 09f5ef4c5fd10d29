import { copyFileSync, readdirSync, readFileSync, renameSync, statSync, utimesSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isBackupName } from '../inventory/backup-names.ts'
import { withDerivedKey } from '../keys/derive-key.ts'
import { clientEntry } from '../testing/entries.ts'
import { practice } from '../testing/erasure-practice.ts'
import { createKnownKeys } from '../testing/every-copy.ts'
import { rightPassphrase } from '../testing/test-vault.ts'
import { readContainer } from './container.ts'
import { markOf } from './copy-mark.ts'
import { eraseInCopy } from './erase-in-copy.ts'

/** Two backups of one vault, and what an erasure does in the first of them as it was judged at the beginning. */
async function twoBackups() {
  const made = await practice()
  await made.day((running) => running.api.clients.create(clientEntry({ code: 'Later' })))
  const [first, second] = readdirSync(made.backupFolder)
    .filter(isBackupName)
    .map((name) => join(made.backupFolder, name))
  if (!first || !second) throw new Error('each day has a backup')
  const container = await readContainer(first)
  if (container.kind !== 'backup') throw new Error('a backup of today reads')
  const known = createKnownKeys()
  await known.learn(container.head.vault, [rightPassphrase])
  const [vaultKey] = known.all()
  if (!vaultKey) throw new Error('the passphrase opens the backup')
  const erase = (clientId: string) =>
    eraseInCopy(
      {
        file: { place: 'default', path: first, name: basename(first), kind: 'backup' },
        kind: 'backup',
        key: { age: 'present', withKey: (purpose, use) => withDerivedKey(vaultKey, purpose, use) },
        container,
      },
      { clients: [clientId], sessions: [] },
    )
  const unfinished = () => readdirSync(made.backupFolder).filter((name) => name.includes('.part'))
  /** Puts the second backup in the place of the first once the work has got as far as a file with this ending. */
  const exchangeAt = async (ending: string): Promise<Buffer> => {
    while (!unfinished().some((name) => name.endsWith(ending))) await turn()
    copyFileSync(second, `${first}.arriving`)
    renameSync(`${first}.arriving`, first)
    return readFileSync(second)
  }
  return { first, second, erase, unfinished, exchangeAt, fern: made.fern, folder: made.backupFolder }
}

test('fault 151: a backup that another program puts in the place of a judged one is no damaged copy', async () => {
  const { first, second, erase, unfinished, fern } = await twoBackups()
  copyFileSync(second, first)
  expect(await erase(fern.id)).toEqual({ kind: 'failed' })
  expect(unfinished()).toEqual([])
}, 60_000)

test('fault 158: a backup that arrives while the one before it is rewritten is not overwritten', async () => {
  const { first, erase, unfinished, exchangeAt, fern } = await twoBackups()
  const [outcome, arrived] = await Promise.all([erase(fern.id), exchangeAt('.part')])
  expect(outcome).toEqual({ kind: 'failed' })
  expect(readFileSync(first).equals(arrived)).toBe(true)
  expect(unfinished()).toEqual([])
}, 60_000)

test('fault 158: a backup that arrives while the one before it is read does not pass for looked at', async () => {
  const { erase, exchangeAt } = await twoBackups()
  const [outcome] = await Promise.all([erase(crypto.randomUUID()), exchangeAt('.part-db')])
  expect(outcome).toEqual({ kind: 'failed' })
}, 60_000)

test('fault 158: a rewritten backup has the mark of what was written, and another mark than before', async () => {
  const { first, erase, fern } = await twoBackups()
  const before = markOf(first)
  expect(await erase(fern.id)).toEqual({ kind: 'rewritten', mark: markOf(first) })
  expect(markOf(first)).not.toBe(before)
  expect(await erase(fern.id)).toEqual({ kind: 'failed' })
}, 60_000)

test('fault 158: another backup of the same size and time has another mark', async () => {
  const { first, second } = await twoBackups()
  const moment = new Date('2026-03-20T15:00:00.000Z')
  utimesSync(first, moment, moment)
  const before = markOf(first)
  expect(statSync(second).size).toBe(statSync(first).size)
  copyFileSync(second, first)
  utimesSync(first, moment, moment)
  expect(markOf(first)).not.toBe(before)
}, 60_000)

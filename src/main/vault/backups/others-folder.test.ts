import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientEntry } from '../testing/entries.ts'
import { eraseFern, practice } from '../testing/erasure-practice.ts'
import { lockWithBackup } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const halfMade = '.attune-abababababababab.part'

/** A practice whose second place for backups is a folder that others use, too. */
async function practiceAmongOthers() {
  const made = await practice()
  const chosen = temporaryFolder()
  await made.day(({ api, grant }) => api.backups.chooseFolder({ token: grant('backup-folder', chosen) }))
  return { ...made, chosen }
}

/** Gives a file the time of two days ago. */
function age(path: string): void {
  const then = new Date(Date.now() - 2 * 86_400_000)
  utimesSync(path, then, then)
}

test('fault 117: an erasure leaves other programs’ files in a chosen folder alone', async () => {
  const { chosen, ...made } = await practiceAmongOthers()
  const theirs = [
    'My vault-journal',
    'bitwarden-vault.sqlite-wal',
    'vault-notes.db-shm',
    'Attune diary-journal',
  ]
  for (const name of theirs) writeFileSync(join(chosen, name), 'x'.repeat(4096))
  writeFileSync(join(chosen, 'vault-7.db-journal'), 'of a copy of the vault that is gone')
  const { running } = await eraseFern(made)
  await lockWithBackup(running)
  expect(readdirSync(chosen)).toEqual(expect.arrayContaining(theirs))
  expect(existsSync(join(chosen, 'vault-7.db-journal'))).toBe(false)
})

test('fault 117: what another computer is writing to a chosen folder is left to it for a day', async () => {
  const { chosen, ...made } = await practiceAmongOthers()
  const path = join(chosen, halfMade)
  writeFileSync(path, 'being written')
  await made.day(({ api }) => api.clients.create(clientEntry({ code: 'Birch' })))
  expect(existsSync(path)).toBe(true)
  age(path)
  await made.day(({ api }) => api.clients.create(clientEntry({ code: 'Cedar' })))
  expect(existsSync(path)).toBe(false)
})

test('fault 117: an erasure names a half-made copy of today and deletes it at an unlock a day later', async () => {
  const { chosen, ...made } = await practiceAmongOthers()
  const path = join(chosen, halfMade)
  writeFileSync(path, 'being written')
  const { erased, running } = await eraseFern(made)
  expect(erased.unreached).toEqual([{ folder: chosen, name: halfMade }])
  await running.handlers.close()
  expect(existsSync(path)).toBe(true)
  age(path)
  const next = await made.start()
  await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(false)
  await next.handlers.close()
})

test('fault 117: a folder with the name of a half-made copy stops no backup', async () => {
  const { chosen, ...made } = await practiceAmongOthers()
  for (const place of [chosen, made.backupFolder]) mkdirSync(join(place, halfMade))
  const before = readdirSync(chosen).length
  await made.day(({ api }) => api.clients.create(clientEntry({ code: 'Birch' })))
  expect(readdirSync(chosen)).toHaveLength(before + 1)
})

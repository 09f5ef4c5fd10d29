import { execFileSync } from 'node:child_process'
import { linkSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { erasureNoteName } from '../inventory/content-files.ts'
import { readHeaders } from '../keys/header-files.ts'
import { eraseFern, practice } from '../testing/erasure-practice.ts'
import { lockWithBackup } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { writeDurably } from './write-durably.ts'

const inTheWay: readonly (readonly [string, (fresh: string, precious: string) => void])[] = [
  ['a link to a precious file', (fresh, precious) => symlinkSync(precious, fresh)],
  ['a second name of a precious file', (fresh, precious) => linkSync(precious, fresh)],
  ['a link that leads nowhere', (fresh, precious) => symlinkSync(`${precious}.not-there`, fresh)],
  ['what a kill has left', (fresh) => writeFileSync(fresh, 'half of a longer text', { mode: 0o644 })],
  ...(process.platform === 'win32'
    ? []
    : [['a named pipe', (fresh: string) => void execFileSync('mkfifo', [fresh])] as const]),
]

test.each(inTheWay)('fault 115: %s under the name of the new file is replaced', (_what, put) => {
  const folder = temporaryFolder()
  const precious = join(temporaryFolder(), 'precious')
  writeFileSync(precious, 'everything')
  const file = join(folder, 'note.json')
  writeFileSync(file, 'old')
  put(`${file}.new`, precious)
  writeDurably(file, 'new')
  expect(lstatSync(file).isFile()).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe('new')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['note.json'])
  expect(readdirSync(join(precious, '..'))).toEqual(['precious'])
  expect(readFileSync(precious, 'utf8')).toBe('everything')
})

test('fault 115: a link to the database in a chosen folder costs the vault nothing', async () => {
  const made = await practice()
  const chosen = temporaryFolder()
  const first = await made.start()
  await first.api.backups.chooseFolder({ token: first.grant('backup-folder', chosen) })
  await lockWithBackup(first)
  const [header] = readHeaders(made.vaultFolder).headers
  if (!header) throw new Error('there is no header')
  const { vaultId, dbFile } = header
  const note = join(chosen, erasureNoteName(vaultId))
  symlinkSync(join(made.vaultFolder, dbFile), `${note}.new`)

  const { running } = await eraseFern(made)
  await lockWithBackup(running)
  expect(JSON.parse(readFileSync(note, 'utf8'))).toMatchObject({ format: 'attune-erased', vaultId })
  const next = await made.start()
  expect((await next.api.clients.list()).map(({ client }) => client.code)).toEqual(['Aspen'])
})

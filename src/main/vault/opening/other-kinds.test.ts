import { execFileSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHeaders } from '../keys/header-files.ts'
import { clientEntry } from '../testing/entries.ts'
import { practice, restoreNewest, type Practice } from '../testing/erasure-practice.ts'
import { lockWithBackup, startVault } from '../testing/running-vault.ts'

type Kind = readonly [string, (path: string) => void]
const folder: Kind = [
  'a folder',
  (path) => {
    mkdirSync(path)
    writeFileSync(join(path, 'kept.txt'), 'somebody’s own')
  },
]
const pipe: readonly Kind[] =
  process.platform === 'win32' ? [] : [['a pipe', (path) => void execFileSync('mkfifo', [path])]]
const link: Kind = ['a link that leads nowhere', (path) => symlinkSync(`${path}.not-there`, path)]
const all = [folder, link, ...pipe]

/** The texts in the folders that lie in a place, whatever their names are now. */
const keptIn = (place: string): string[] =>
  readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFileSync(join(place, name, 'kept.txt'), 'utf8'))

/** Saves a client on the next day, with a backup, and finds the client again. */
async function saves(made: Practice): Promise<void> {
  made.clock.now = new Date(made.clock.now.getTime() + 86_400_000)
  const running = startVault(made.folder, made.clock)
  expect(await running.unlock()).toMatchObject({ state: 'open', access: 'full' })
  await running.api.clients.create(clientEntry({ code: 'Birch' }))
  await lockWithBackup(running)
  const next = startVault(made.folder, made.clock)
  expect(await next.unlock()).toMatchObject({ state: 'open', access: 'full' })
  expect((await next.api.clients.list()).map(({ client }) => client.code)).toContain('Birch')
  await next.handlers.close()
}

test.each(all)(
  'fault 118: %s in the place of a small file of the backups stops neither list nor backup',
  async (what, put) => {
    const made = await practice()
    for (const name of ['readings.json', 'backups.json']) {
      rmSync(join(made.backupFolder, name), { force: true })
      put(join(made.backupFolder, name))
    }
    const locked = startVault(made.folder, made.clock)
    expect((await locked.api.backups.list()).backups).toHaveLength(1)
    await saves(made)
    expect((await locked.api.backups.list()).backups).toHaveLength(2)
    expect(lstatSync(join(made.backupFolder, 'backups.json')).isFile()).toBe(true)
    if (what === 'a folder') expect(keptIn(made.backupFolder)).toContain('somebody’s own')
  },
)

test.each(all)('fault 118: %s in the place of the mark of use stops no unlock', async (what, put) => {
  const made = await practice()
  put(join(made.vaultFolder, 'vault.in-use'))
  await saves(made)
  expect(readdirSync(made.vaultFolder)).not.toContain('vault.in-use')
  expect(readdirSync(made.vaultFolder)).not.toContain('vault.in-use.not-there')
  expect(keptIn(made.vaultFolder)).toHaveLength(what === 'a folder' ? 1 : 0)
})

const headerFiles = ['vault.json', 'vault.copy.json', 'vault.json.new', 'vault.copy.json.new']
test.each(headerFiles)('fault 118: a folder called %s is set aside with what is in it', async (name) => {
  const made = await practice()
  rmSync(join(made.vaultFolder, name), { force: true })
  folder[1](join(made.vaultFolder, name))
  await saves(made)
  const { headers } = readHeaders(made.vaultFolder)
  expect(headers).toHaveLength(2)
  expect(headers[0]).toEqual(headers[1])
  expect(keptIn(made.vaultFolder)).toEqual(['somebody’s own'])
})

test.each([folder, ...pipe])(
  'fault 118: %s in the place of the database is called damage at once, and a backup restores the vault',
  async (_what, put) => {
    const made = await practice()
    const [header] = readHeaders(made.vaultFolder).headers
    const database = join(made.vaultFolder, header?.dbFile ?? '')
    renameSync(database, join(made.folder, 'elsewhere'))
    put(database)
    const running = startVault(made.folder, made.clock)
    await expect(running.unlock()).rejects.toMatchObject({ code: 'vault-damaged' })
    await restoreNewest(running, 'passphrase')
    await running.handlers.close()
    const next = startVault(made.folder, made.clock)
    expect(await next.unlock()).toMatchObject({ state: 'open', access: 'full' })
    expect((await next.api.clients.list()).map(({ client }) => client.code).toSorted()).toEqual([
      'Aspen',
      'Fern',
    ])
  },
)

import { chmodSync, copyFileSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { createRouter } from '#shared/contract/router.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { createFileGrants } from './files/file-grants.ts'
import { clientEntry } from './testing/entries.ts'
import { assetsFolder, createTestApi } from './testing/test-vault.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { unlockVault } from './opening/unlock-vault.ts'
import { createVaultHandlers } from './vault-handlers.ts'

const cost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 } as const
const passphrase = 'quiet harbour seven lamps'

function start(vaultFolder: string) {
  const vault = createVaultHandlers({
    vaultFolder,
    assetsFolder,
    chooseCost: () => Promise.resolve(cost),
    grants: createFileGrants(() => new Date()),
    now: () => new Date(),
    zone: () => 'UTC',
    sleep: () => Promise.resolve(),
    onState: () => undefined,
  })
  const route = createRouter({
    host: 'vault',
    operations: contract,
    handlers: vault.handlers,
    state: vault.state,
    explain: vault.explain,
    refuses: vault.refuses,
    report: (path, cause) => {
      throw new Error(path, { cause })
    },
  })
  onTestFinished(() => vault.close().catch(() => undefined))
  return { vault, api: createTestApi(route) }
}

/** A closed vault with one client. */
async function closedVault(): Promise<string> {
  const folder = join(temporaryFolder(), 'vault')
  const { vault, api } = start(folder)
  await api.vault.create({ passphrase })
  await api.clients.create(clientEntry({ code: 'Fern' }))
  await vault.close()
  return folder
}

/** Leaves the folder as if the process had been killed while the vault was open. */
const leaveOpen = (folder: string): void => writeFileSync(join(folder, 'vault.in-use'), '')

test('fault 16: in a read-only folder the vault opens for reading only, and reports it', async () => {
  const folder = await closedVault()
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444)
  chmodSync(folder, 0o555)
  chmodSync(join(folder, '..'), 0o755)
  // Root ignores permissions, and runs the tests in a container.
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  onTestFinished(() => {
    if (isRoot) process.seteuid?.(0)
    chmodSync(folder, 0o755)
  })
  const { vault, api } = start(folder)
  expect(await api.vault.unlock({ passphrase })).toMatchObject({
    state: 'open',
    access: 'read-only',
    readOnlyReason: 'folder',
  })
  expect(await api.clients.list()).toHaveLength(1)
  await api.today.get()
  for (const refused of [
    api.clients.create(clientEntry()),
    api.keys.beginRecoveryKey({ passphrase }),
    api.keys.changePassphrase({ current: passphrase, next: 'loud meadow eleven boats' }),
  ])
    await expect(refused).rejects.toMatchObject({ code: 'read-only' })
  await vault.close()
  expect(readdirSync(folder).toSorted()).toEqual(['vault-1.db', 'vault.copy.json', 'vault.json'])
})

/** Changes one bit in each page after the first few. The schema stays readable, the rest does not. */
function damagePages(file: string): void {
  const bytes = readFileSync(file)
  for (let at = 4_096 * 4 + 100; at < bytes.length; at += 4_096) bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

/** The number of the page with the rows of the clients, counted from 1. */
async function rootPageOfClients(folder: string): Promise<number> {
  const vault = await unlockVault(folder, typedSecret(passphrase))
  const page = vault.db
    .prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'clients'")
    .pluck()
    .get()
  vault.close()
  return page ?? 0
}

test('fault 18: after an unclean end, damage is found at the next unlock, and the vault opens for reading only', async () => {
  const folder = await closedVault()
  const file = join(folder, 'vault-1.db')
  // A page of rows: where the schema lies, no key opens the file.
  const page = await rootPageOfClients(folder)
  const bytes = readFileSync(file)
  const place = (page - 1) * 4_096 + 100
  bytes[place] = (bytes[place] ?? 0) ^ 1
  writeFileSync(file, bytes)
  leaveOpen(folder)
  const { vault, api } = start(folder)
  const status = await api.vault.unlock({ passphrase })
  expect(status).toMatchObject({ access: 'read-only', readOnlyReason: 'damaged' })
  await expect(api.clients.create(clientEntry())).rejects.toMatchObject({ code: 'read-only' })
  await vault.close()
  expect(readFileSync(file).equals(bytes)).toBe(true)
  // Every unlock checks again until the vault is sound.
  expect(readdirSync(folder)).toContain('vault.in-use')
})

test('fault 18: damage found while working closes the vault to writing', async () => {
  const folder = await closedVault()
  const first = start(folder)
  await first.api.vault.unlock({ passphrase })
  await first.api.sample.load()
  await first.vault.close()
  const { api } = start(folder)
  await api.vault.unlock({ passphrase })
  damagePages(join(folder, 'vault-1.db'))
  const codes: string[] = []
  for (const { client } of await api.clients.list().catch(() => []))
    await api.clients.overview({ id: client.id }).catch((cause: { code: string }) => codes.push(cause.code))
  await api.clients.list().catch((cause: { code: string }) => codes.push(cause.code))
  expect(codes).toContain('vault-damaged')
  expect(await api.vault.status()).toMatchObject({ access: 'read-only', readOnlyReason: 'damaged' })
  await expect(api.clients.create(clientEntry())).rejects.toMatchObject({ code: 'read-only' })
})

test('after an unclean end a sound vault opens as usual, and is cleanly closed again', async () => {
  const folder = await closedVault()
  leaveOpen(folder)
  const { vault, api } = start(folder)
  expect(await api.vault.unlock({ passphrase })).toMatchObject({ access: 'full' })
  expect(readdirSync(folder)).toContain('vault.in-use')
  await vault.close()
  expect(readdirSync(folder)).not.toContain('vault.in-use')
})

test('fault 58: a database that another program replaced is not written to', async () => {
  const folder = await closedVault()
  const file = join(folder, 'vault-1.db')
  copyFileSync(file, `${file}.synced`)
  const { api } = start(folder)
  await api.vault.unlock({ passphrase })
  await api.clients.create(clientEntry())
  renameSync(`${file}.synced`, file)
  const synced = readFileSync(file)
  await expect(api.clients.create(clientEntry())).rejects.toMatchObject({ code: 'vault-changed-underneath' })
  await expect(api.keys.beginReencryption({ passphrase })).resolves.toBeTruthy()
  expect(readFileSync(file).equals(synced)).toBe(true)
})

test('fault 58: a missing database is reported at the next change', async () => {
  const folder = await closedVault()
  const { api } = start(folder)
  await api.vault.unlock({ passphrase })
  renameSync(join(folder, 'vault-1.db'), join(folder, '..', 'elsewhere.db'))
  await expect(api.clients.create(clientEntry())).rejects.toMatchObject({ code: 'vault-changed-underneath' })
  expect(readdirSync(folder)).not.toContain('vault-1.db')
})

test('fault 58: a header that another program wrote is not overwritten', async () => {
  const folder = await closedVault()
  const earlier = readFileSync(join(folder, 'vault.json'))
  const { vault, api } = start(folder)
  await api.vault.unlock({ passphrase })
  await api.keys.changePassphrase({ current: passphrase, next: 'loud meadow eleven boats' })
  await vault.close()

  const next = start(folder)
  await next.api.vault.unlock({ passphrase: 'loud meadow eleven boats' })
  writeFileSync(join(folder, 'vault.json'), earlier)
  await expect(
    next.api.keys.changePassphrase({ current: 'loud meadow eleven boats', next: passphrase }),
  ).rejects.toMatchObject({ code: 'vault-changed-underneath' })
  expect(readFileSync(join(folder, 'vault.json')).equals(earlier)).toBe(true)
})

test('fault 20: a journal at the new database’s name is set aside, not replayed into it', async () => {
  const folder = await closedVault()
  renameSync(join(folder, 'vault-1.db'), join(folder, 'unfinished.db'))
  writeFileSync(join(folder, 'vault-1.db-journal'), 'stray')
  const vault = await unlockVault(folder, typedSecret(passphrase))
  expect(vault.db.prepare('SELECT count(*) FROM clients').pluck().get()).toBe(1)
  vault.close()
  expect(readFileSync(join(folder, 'vault-1.db-journal.set-aside-1'), 'utf8')).toBe('stray')
})

test('files that no header names are left alone, except unfinished ones', async () => {
  const folder = await closedVault()
  writeFileSync(join(folder, 'vault-7.db'), 'somebody’s copy')
  writeFileSync(join(folder, 'unfinished-2.db'), 'half')
  const vault = await unlockVault(folder, typedSecret(passphrase))
  vault.close()
  expect(readdirSync(folder).toSorted()).toEqual([
    'vault-1.db',
    'vault-7.db',
    'vault.copy.json',
    'vault.json',
  ])
})

test('if one copy of the header can’t be read, nothing is removed: that copy might have named it', async () => {
  const folder = await closedVault()
  writeFileSync(join(folder, 'unfinished-2.db'), 'half')
  writeFileSync(join(folder, 'vault.copy.json'), 'torn')
  const vault = await unlockVault(folder, typedSecret(passphrase))
  vault.close()
  expect(readdirSync(folder)).toContain('unfinished-2.db')
  const again = await unlockVault(folder, typedSecret(passphrase))
  again.close()
  expect(readdirSync(folder)).not.toContain('unfinished-2.db')
})

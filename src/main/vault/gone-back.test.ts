import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { contentOf, sealHeader, type Header } from './keys/header.ts'
import { readHeaders } from './keys/header-files.ts'
import { unwrapHeader } from './keys/unwrap-header.ts'
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
import { lockWithBackup, newestOf, startVault } from './testing/running-vault.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { rightPassphrase } from './testing/test-vault.ts'

const pageBytes = 4096
const snapshot = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== 'vault.in-use' && !name.endsWith('-journal'))
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )

test('a vault that was closed and opened again has not gone back, and says nothing', async () => {
  const running = await unlocked(await secondDay({ withBackup: true }))
  expect(await running.api.vault.status()).toMatchObject({
    goneBack: null,
    wasLeftUnsealed: false,
    access: 'full',
  })
})

test('fault 89: any single page of an earlier day put into the closed file is noticed, and nothing is written', async () => {
  const made = await secondDay()
  const [now, then] = [readFileSync(made.file), readFileSync(join(made.earlier, 'vault-1.db'))]
  const pages: number[] = []
  for (let at = 0; at + pageBytes <= Math.min(now.length, then.length); at += pageBytes)
    if (!now.subarray(at, at + pageBytes).equals(then.subarray(at, at + pageBytes))) pages.push(at)
  expect(pages.length).toBeGreaterThan(3)
  let sound = 0
  for (const at of pages) {
    const changed = Buffer.from(now)
    then.copy(changed, at, at, at + pageBytes)
    writeFileSync(made.file, changed)
    const before = snapshot(made.vaultFolder)
    const running = startVault(made.folder, made.clock)
    const opened = await running.unlock().catch((cause: unknown) => cause)
    // Some pages contradict the others, which is damage.
    if (opened instanceof Error) continue
    expect(await running.api.vault.status()).toMatchObject({ access: 'read-only' })
    expect(await goneBackOf(running)).not.toBeNull()
    sound += Number((await running.api.vault.status()).readOnlyReason === 'gone-back')
    await running.handlers.close()
    expect(snapshot(made.vaultFolder)).toEqual(before)
  }
  expect(sound).toBeGreaterThan(0)
}, 120_000)

test('fault 89: an earlier database beside the present header is opened for reading only until the user goes on', async () => {
  const made = await secondDay()
  cpSync(join(made.earlier, 'vault-1.db'), made.file)
  const before = snapshot(made.vaultFolder)
  for (const _time of [1, 2]) {
    const running = await unlocked(made)
    expect(await goneBackOf(running)).toEqual({ kind: 'older', newestBackup: null })
    await expectReadOnly(running)
    await lockWithBackup(running)
    expect(snapshot(made.vaultFolder)).toEqual(before)
    expect(existsSync(join(made.folder, 'backups'))).toBe(false)
  }
  const running = await unlocked(made)
  expect(await running.api.vault.goOn()).toMatchObject({ goneBack: null, access: 'full' })
  await running.api.clients.create(clientEntry({ code: 'Cedar' }))
  await running.handlers.close()
  const after = await unlocked(made)
  expect(await goneBackOf(after)).toBeNull()
  expect((await after.api.clients.list()).map(({ client }) => client.code).toSorted()).toEqual([
    'Ash',
    'Cedar',
  ])
  expect(await after.api.audit.check()).toMatchObject({ found: 0 })
})

test('fault 89: the whole folder of an earlier day is noticed by a newer backup, which restores what was lost', async () => {
  const made = await secondDay({ withBackup: true })
  putBack(made)
  const running = await unlocked(made)
  const createdAt = march(20).toISOString()
  expect(await goneBackOf(running)).toMatchObject({ kind: 'newer-backup', newestBackup: { createdAt } })
  await expectReadOnly(running)
  const source = await newestOf(running.api)
  const { ticket } = await running.api.backups.open({ source, secret: { kind: 'present' } })
  await running.api.backups.restore({ ticket, acceptsOtherVault: false })
  const after = await unlocked(made)
  expect(await goneBackOf(after)).toBeNull()
  expect(await after.api.clients.list()).toHaveLength(2)
})

test('fault 89: a folder put back that the user goes on with begins a new line, and its backups raise no alarm', async () => {
  const made = await secondDay({ withBackup: true })
  putBack(made)
  const running = await unlocked(made)
  await running.api.vault.goOn()
  await running.api.clients.create(clientEntry({ code: 'Cedar' }))
  await lockWithBackup(running)
  for (const day of [22, 23]) {
    made.clock.now = march(day)
    const later = await unlocked(made)
    expect(await goneBackOf(later)).toBeNull()
    await later.api.clients.create(clientEntry({ code: `Day ${day}` }))
    await lockWithBackup(later)
  }
  const after = await unlocked(made)
  const everything = { area: null, clientId: null, from: null, to: null, before: null, most: 200 }
  const { entries } = await after.api.audit.list(everything)
  expect(entries.map(({ kind }) => kind)).toContain('older-state-accepted')
})

test('fault 89: a folder from before a change of the passphrase is noticed although no record differs', async () => {
  const made = await closedVault({ withBackup: true })
  const second = await unlocked(made)
  const passphrase = 'loud meadow eleven boats'
  await second.api.keys.changePassphrase({ current: rightPassphrase, next: passphrase })
  await lockWithBackup(second)
  putBack(made)
  const running = await unlocked(made)
  expect(await goneBackOf(running)).toMatchObject({ kind: 'newer-backup' })
})

test('fault 90: a vault that was not closed says so, and is never called changed', async () => {
  const made = await secondDay()
  const running = await unlocked(made)
  await running.api.clients.create(clientEntry({ code: 'Cedar' }))
  // What a killed process leaves.
  const killed = { ...made, folder: temporaryFolder() }
  cpSync(made.vaultFolder, join(killed.folder, 'vault'), { recursive: true })
  const after = await unlocked(killed)
  expect(await after.api.vault.status()).toMatchObject({
    goneBack: null,
    wasLeftUnsealed: true,
    access: 'full',
  })
  expect(await after.api.clients.list()).toHaveLength(3)
  await after.handlers.close()
  const again = await unlocked(killed)
  expect(await again.api.vault.status()).toMatchObject({ goneBack: null, wasLeftUnsealed: false })
})

test('fault 90: a vault that was opened and killed before its first change is still sealed', async () => {
  const { vaultFolder } = await secondDay()
  const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  const killed = join(temporaryFolder(), 'vault')
  cpSync(vaultFolder, killed, { recursive: true })
  vault.close()
  const after = await unlockVault(killed, typedSecret(rightPassphrase))
  expect([after.goneBack(), after.wasLeftUnsealed]).toEqual([null, false])
  after.close()
})

/** The header of a vault in the current format. */
function headerOf(vaultFolder: string): Header {
  const [header] = readHeaders(vaultFolder).headers
  if (header?.version !== 4) throw new Error('the header has another format')
  return header
}

function writeBothCopies(vaultFolder: string, header: Header): void {
  for (const name of ['vault.json', 'vault.copy.json'])
    writeFileSync(join(vaultFolder, name), JSON.stringify(header))
}

async function keyOf(vaultFolder: string): Promise<Buffer> {
  const secret = { kind: 'passphrase', passphrase: typedSecret(rightPassphrase) } as const
  return (await unwrapHeader([headerOf(vaultFolder)], secret)).vaultKey
}

test('fault 91: nobody without the key can put another seal into the header', async () => {
  const { vaultFolder, earlier } = await secondDay()
  const { checksum: _checksum, ...sealed } = headerOf(vaultFolder)
  for (const databaseSeal of [headerOf(earlier).databaseSeal, 'open', null] as const) {
    const changed = { ...sealed, databaseSeal }
    const checksum = createHash('sha256').update(canonicalJson(changed)).digest('base64')
    writeBothCopies(vaultFolder, { ...changed, checksum })
    await expect(unlockVault(vaultFolder, typedSecret(rightPassphrase))).rejects.toMatchObject({
      code: 'vault-damaged',
    })
  }
})

test.each(['another file', 'another vault'])('fault 91: a seal of %s holds for no other', async (whose) => {
  const made = await secondDay()
  const other = whose === 'another file' ? made.earlier : (await secondDay()).vaultFolder
  const { databaseSeal } = headerOf(other)
  const content = { ...contentOf(headerOf(made.vaultFolder)), databaseSeal }
  writeBothCopies(made.vaultFolder, sealHeader(content, await keyOf(made.vaultFolder)))
  const running = await unlocked(made)
  expect(await goneBackOf(running)).toMatchObject({ kind: 'changed' })
  await expectReadOnly(running)
})

test('fault 91: the end of the audit log in the header never goes back before the user accepts it', async () => {
  const made = await secondDay()
  const anchorOf = () => {
    const [header] = readHeaders(made.vaultFolder).headers
    return header && 'audit' in header ? header.audit : null
  }
  const [anchor, present] = [anchorOf(), `${made.file}.present`]
  renameSync(made.file, present)
  cpSync(join(made.earlier, 'vault-1.db'), made.file)
  const older = await unlocked(made)
  await older.handlers.close()
  expect(anchorOf()).toEqual(anchor)
  renameSync(present, made.file)
  const right = await unlocked(made)
  expect(await goneBackOf(right)).toBeNull()
  expect(await right.api.audit.check()).toMatchObject({ found: 0 })
})

test('fault 91: an audit log that was cut off is noticed at the unlock, whatever else the database holds', async () => {
  const made = await secondDay()
  const vault = await unlockVault(made.vaultFolder, typedSecret(rightPassphrase))
  vault.db.exec('DROP TRIGGER audit_entries_are_kept; DELETE FROM audit_entries WHERE sequence > 2')
  vault.close()
  const running = await unlocked(made)
  expect(await goneBackOf(running)).toMatchObject({ kind: 'older' })
})

test('fault 93: a database that a killed restore left under its plain name is set aside at the next unlock', async () => {
  const { folder, clock, vaultFolder, file } = await secondDay()
  const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  const next = vault.replaceDatabase({
    build: (to) => cpSync(file, to),
    old: { reason: 'before-restore', at: march(21) },
  })
  const [aside] = readdirSync(vaultFolder).filter((name) => name.includes('set-aside'))
  // The header is committed before the rename, so a kill in between leaves this.
  renameSync(join(vaultFolder, aside ?? ''), file)
  const killed = { folder: temporaryFolder(), clock }
  cpSync(vaultFolder, join(killed.folder, 'vault'), { recursive: true })
  next.close()
  expect(existsSync(join(folder, 'vault', 'vault-2.db'))).toBe(true)
  const running = await unlocked(killed)
  expect((await running.api.backups.list()).setAside).toMatchObject([
    { name: 'vault-1.db.set-aside-before-restore-20260321T160000Z-1', reason: 'before-restore' },
  ])
  expect(await running.api.clients.list()).toHaveLength(2)
})

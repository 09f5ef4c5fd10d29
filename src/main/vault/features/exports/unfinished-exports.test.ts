import fs, {
  cpSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { lockedVault, startVault } from '../../testing/running-vault.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault } from '../../testing/test-vault.ts'
import { holdChanges } from '../../database/change.ts'
import { createOutsideFiles } from '../../files/outside-files.ts'
import { createVaultSettingsRepository } from '../../records/vault-settings.repository.ts'
import { createUnfinishedExports } from './unfinished-exports.ts'

/** Calls `then` once, before a hidden folder is renamed: all of its files are written, and it has no name of its own yet. */
function beforeTheRename(then: () => void): void {
  const original = fs.renameSync
  const restore = (): void => {
    fs.renameSync = original
    syncBuiltinESMExports()
  }
  fs.renameSync = (from, to) => {
    if (String(from).endsWith('.part')) {
      restore()
      then()
    }
    original(from, to)
  }
  syncBuiltinESMExports()
  onTestFinished(restore)
}

const everything = { clientId: null, formats: ['tables' as const], withWords: true, withPrivate: false }
const unfinishedIn = (place: string) => readdirSync(place).filter((name) => name.startsWith('.attune-'))

type Running = ReturnType<typeof startVault>

/** Each way in which something leaves the vault in clear, and the name that it gets. */
const exports = {
  ratings: async ({ api, grant }: Running, place: string) => {
    const token = grant('ratings-folder', place)
    return (await api.exports.save({ ...everything, token })).folder
  },
  'a client’s record': async ({ api, grant }: Running, place: string) => {
    const [listed] = await api.clients.list()
    if (!listed) throw new Error('there is a client')
    const token = grant('client-export', join(place, 'record.json'))
    return (await api.rights.exportClient({ clientId: listed.client.id, format: 'json', token })).name
  },
  'the audit log': async ({ api, grant }: Running, place: string) => {
    await api.audit.export({ token: grant('audit-export', join(place, 'log.csv')), format: 'csv' })
    return 'log.csv'
  },
} as const

/** The vault's folder and the chosen place as a kill leaves them in the middle of an export. */
async function killedExport(what: keyof typeof exports) {
  const folder = await lockedVault()
  const place = temporaryFolder()
  const killed = join(temporaryFolder(), 'killed')
  const running = startVault(folder)
  await running.unlock()
  const client = clientEntry()
  await running.api.clients.create(client)
  await running.api.sessions.save({ log: sessionLog(client.id), expectedRevision: 0 })
  let left: string[] = []
  beforeTheRename(() => {
    cpSync(folder, killed, { recursive: true })
    left = unfinishedIn(place)
    for (const name of left) cpSync(join(place, name), join(killed, name), { recursive: true })
  })
  const whole = await exports[what](running, place)
  for (const name of left) cpSync(join(killed, name), join(place, name), { recursive: true })
  await running.handlers.close()
  return { place, killed, whole, left }
}

test.each(['ratings', 'a client’s record', 'the audit log'] as const)(
  'fault 153: what a kill leaves of an export of %s is removed at the next unlock',
  async (what) => {
    const { place, killed, whole, left } = await killedExport(what)
    expect(left).toHaveLength(1)
    await startVault(killed).unlock()
    await vi.waitFor(() => expect(readdirSync(place)).toEqual([whole]), { timeout: 15_000, interval: 100 })
  },
  60_000,
)

test('nothing is exported to the folder for what is to be restored, which Attune empties', async () => {
  const folder = await lockedVault()
  const running = startVault(folder)
  await running.unlock()
  const staging = join(running.vaultFolder, '..', 'restoring')
  mkdirSync(staging, { recursive: true })
  await expect(exports['the audit log'](running, staging)).rejects.toThrow('place-not-allowed')
  expect(readdirSync(staging)).toEqual([])
})

test('fault 153: what an export left on a drive is removed once the drive is there again', async () => {
  const place = temporaryFolder()
  const left = join(place, `.attune-${'0'.repeat(16)}.part`)
  mkdirSync(left)
  writeFileSync(join(left, 'ratings-long.csv'), 'ratings')
  const { db } = createTestVault()
  const unfinished = createUnfinishedExports({ db, vaultSettings: createVaultSettingsRepository(db) })
  unfinished.note(left)
  renameSync(place, `${place} away`)
  await unfinished.clear()
  renameSync(`${place} away`, place)
  expect(readdirSync(place)).toHaveLength(1)
  await unfinished.clear()
  expect(readdirSync(place)).toEqual([])
})

test('fault 153: a link in the place of what an export left, and a folder with a name of its own, stay', async () => {
  const place = temporaryFolder()
  const own = join(temporaryFolder(), 'own')
  mkdirSync(own)
  writeFileSync(join(own, 'letter'), 'mine')
  const [link, folder] = [join(place, `.attune-${'0'.repeat(16)}.part`), join(place, 'Ratings')]
  symlinkSync(own, link)
  mkdirSync(folder)
  const { db } = createTestVault()
  const unfinished = createUnfinishedExports({ db, vaultSettings: createVaultSettingsRepository(db) })
  unfinished.note(link)
  unfinished.note(folder)
  await unfinished.clear()
  expect(readdirSync(own)).toEqual(['letter'])
  expect(readdirSync(place).toSorted()).toEqual([basename(link), 'Ratings'])
})

test('a vault that takes no change still lets ratings out', () => {
  const { db } = createTestVault()
  const unfinished = createUnfinishedExports({ db, vaultSettings: createVaultSettingsRepository(db) })
  holdChanges(db)
  const path = join(temporaryFolder(), `.attune-${'0'.repeat(16)}.part`)
  expect(() => unfinished.note(path)).not.toThrow()
  expect(() => unfinished.remove(path)).not.toThrow()
})

test('fault 159: what an export left on a drive is removed later although its mount point stays while it is away', async () => {
  const mountPoint = temporaryFolder()
  const left = join(mountPoint, `.attune-${'0'.repeat(16)}.part`)
  mkdirSync(left)
  const { db } = createTestVault()
  const unfinished = createUnfinishedExports({ db, vaultSettings: createVaultSettingsRepository(db) })
  unfinished.note(left)
  renameSync(mountPoint, `${mountPoint} away`)
  mkdirSync(mountPoint)
  await unfinished.clear()
  rmdirSync(mountPoint)
  renameSync(`${mountPoint} away`, mountPoint)
  await unfinished.clear()
  expect(readdirSync(mountPoint)).toEqual([])
})

test('fault 159: the notes of an export that ended, and of what was removed later, go', async () => {
  const place = temporaryFolder()
  const [ended, left] = ['0', '1'].map((digit) => join(place, `.attune-${digit.repeat(16)}.part`))
  if (!ended || !left) throw new Error('there are two')
  const { db } = createTestVault()
  const vaultSettings = createVaultSettingsRepository(db)
  const unfinished = createUnfinishedExports({ db, vaultSettings })
  unfinished.note(ended)
  writeFileSync(left, 'ratings')
  unfinished.note(left)
  unfinished.forget(ended)
  expect(vaultSettings.get('unfinished-exports')).toEqual([left])
  await unfinished.clear()
  expect(vaultSettings.get('unfinished-exports')).toEqual([])
})

test('fault 159: an export whose drive goes away in the middle is removed later although its mount point stays', async () => {
  const mountPoint = temporaryFolder()
  const { db } = createTestVault()
  const hidden = createUnfinishedExports({ db, vaultSettings: createVaultSettingsRepository(db) })
  const outside = createOutsideFiles({ untouchable: [], hidden })
  beforeTheRename(() => {
    renameSync(mountPoint, `${mountPoint} away`)
    mkdirSync(mountPoint)
  })
  expect(() => outside.writeFile(join(mountPoint, 'log.csv'), 'one line')).toThrow('place-missing')
  rmdirSync(mountPoint)
  renameSync(`${mountPoint} away`, mountPoint)
  expect(unfinishedIn(mountPoint)).toHaveLength(1)
  await hidden.clear()
  expect(readdirSync(mountPoint)).toEqual([])
})

test('fault 159: a file that is whole counts as saved although the vault’s disk fails right after it', () => {
  const place = temporaryFolder()
  const { db } = createTestVault()
  const vaultSettings = createVaultSettingsRepository(db)
  let isFailing = false
  const get = (name: string): unknown => {
    if (isFailing) throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_READ')
    isFailing = true
    return vaultSettings.get(name)
  }
  const hidden = createUnfinishedExports({ db, vaultSettings: { ...vaultSettings, get } })
  const outside = createOutsideFiles({ untouchable: [], hidden })
  outside.writeFile(join(place, 'log.csv'), 'one line')
  expect(isFailing).toBe(true)
  expect(readdirSync(place)).toEqual(['log.csv'])
})

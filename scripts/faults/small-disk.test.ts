import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { writeNewFile } from '#vault/files/write-new-file.ts'
import { writeNewFolder } from '#vault/files/write-new-folder.ts'
import { savesSession } from './child/entries.ts'
import { idOf } from './child/scenario.ts'
import { codeOf, makeVault, unlocked } from './testing/vault-on-disk.ts'

// Stretching a passphrase touches no file, so a quick version is enough.
vi.mock('#vault/keys/argon2.ts', () => import('./child/quick-hash.ts'))

const mount = (...given: string[]): boolean => spawnSync('mount', given).status === 0
const unmount = (folder: string): void => void spawnSync('umount', [folder])

let root: string
let canMount = false
beforeAll(async () => {
  root = await makeVault(3)
  const folder = mkdtempSync(join(tmpdir(), 'attune-mount-'))
  canMount = process.platform === 'linux' && mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)
  if (canMount) unmount(folder)
  rmSync(folder, { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true }))

/** Mounts a disk of a few megabytes with the vault on it. */
function smallDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-small-'))
  mount('-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder)
  onTestFinished(() => {
    unmount(folder)
    rmSync(folder, { recursive: true })
  })
  cpSync(root, folder, { recursive: true })
  return folder
}

/** Fills a disk up to the last page. */
function fill(folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(bavail * bsize))
}

test('fault 14: on a disk without a byte left a save is refused, nothing is lost, and it succeeds once there is room', async ({
  skip,
}) => {
  skip(!canMount, 'a disk of its own takes root')
  const disk = smallDisk()
  const { call } = await unlocked(join(disk, 'vault'))
  const before = await call('sessions.get', { id: idOf('session', 'Harbour', 1) })
  fill(disk)
  const save = savesSession('Harbour', 4, 'It has to fit. '.repeat(800))
  expect(await codeOf(save.run(call))).toBe('disk-full')
  expect(await call('sessions.get', { id: idOf('session', 'Harbour', 1) })).toEqual(before)
  rmSync(join(disk, 'ballast'))
  expect(await codeOf(save.run(call))).toBe('done')
})

test('fault 15: a backup that finds no room leaves the older one and no unfinished file', async ({
  skip,
}) => {
  skip(!canMount, 'a disk of its own takes root')
  const disk = smallDisk()
  const outcomes = z.array(z.object({ code: z.string().nullable() }))
  const { call } = await unlocked(join(disk, 'vault'))
  expect(outcomes.parse(await call('backups.make'))).toMatchObject([{ code: null }])
  const older = readdirSync(join(disk, 'backups'))
  await savesSession('Harbour', 4, 'Something to back up.').run(call)
  fill(disk)
  expect(outcomes.parse(await call('backups.make'))).toMatchObject([{ code: 'disk-full' }])
  expect(readdirSync(join(disk, 'backups'))).toEqual(older)
  rmSync(join(disk, 'ballast'))
  expect(outcomes.parse(await call('backups.make'))).toMatchObject([{ code: null }])
})

test('fault 141: an export of ratings to a full or read-only disk says so and leaves nothing there', ({
  skip,
}) => {
  skip(!canMount, 'a disk of its own takes root')
  const disk = smallDisk()
  const before = readdirSync(disk)
  const write = () =>
    writeNewFolder(disk, 'Ratings', {
      untouchable: [join(disk, 'vault')],
      begins: () => undefined,
      fill: (add) => {
        for (let part = 0; part < 80; part += 1) add('ratings-long.csv', 'It does not fit. '.repeat(8_000))
      },
    })
  expect(write).toThrow('disk-full')
  expect(readdirSync(disk)).toEqual(before)
  mount('-o', 'remount,ro', disk)
  expect(write).toThrow('place-read-only')
  expect(readdirSync(disk)).toEqual(before)
})

test('fault 144: a report to a full or read-only disk says so, and leaves the older report as it was', ({
  skip,
}) => {
  skip(!canMount, 'a disk of its own takes root')
  const disk = smallDisk()
  const path = join(disk, 'report.pdf')
  writeFileSync(path, 'an older report')
  const before = readdirSync(disk)
  const write = () =>
    writeNewFile(path, Buffer.alloc(8_000_000), {
      untouchable: [join(disk, 'vault')],
      begins: () => undefined,
    })
  expect(write).toThrow('disk-full')
  expect(readdirSync(disk)).toEqual(before)
  mount('-o', 'remount,ro', disk)
  expect(write).toThrow('place-read-only')
  expect(readdirSync(disk)).toEqual(before)
  expect(readFileSync(path, 'utf8')).toBe('an older report')
})

test('fault 16: in a folder that can’t be written to the vault opens for reading, says so, and stays unchanged', async ({
  skip,
}) => {
  skip(!canMount, 'a folder that not even root can write to takes a mount of its own')
  const disk = smallDisk()
  const folder = join(disk, 'vault')
  mount('-o', 'remount,ro', disk)
  const before = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs])
  const { call, close } = await unlocked(folder)
  expect(await call('vault.status')).toMatchObject({ access: 'read-only', readOnlyReason: 'folder' })
  expect(await codeOf(call('today.get'))).toBe('done')
  expect(await codeOf(savesSession('Harbour', 4, 'Nowhere to go.').run(call))).toBe('read-only')
  await close()
  expect(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs])).toEqual(before)
  expect(readFileSync(join(folder, 'vault.json')).equals(readFileSync(join(root, 'vault/vault.json')))).toBe(
    true,
  )
})

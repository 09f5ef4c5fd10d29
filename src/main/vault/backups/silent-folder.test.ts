import fs, { mkdirSync, readFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { clientEntry } from '../testing/entries.ts'
import { leftOf, practice, reencrypt } from '../testing/erasure-practice.ts'
import { lockWithBackup } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const synchronous = [
  'accessSync',
  'existsSync',
  'lstatSync',
  'openSync',
  'readFileSync',
  'readdirSync',
  'realpathSync',
  'renameSync',
  'statSync',
  'unlinkSync',
] as const
const asynchronous = ['access', 'open', 'opendir', 'readdir', 'stat'] as const

/** Lets no asynchronous call to a folder end, as on a share that hangs, and notes each synchronous one. */
function hang(folder: string) {
  const originals = Object.fromEntries(synchronous.map((name) => [name, fs[name]]))
  const originalPromises = Object.fromEntries(asynchronous.map((name) => [name, promises[name]]))
  const waited: string[] = []
  const isInside = (path: unknown) => typeof path === 'string' && path.startsWith(folder)
  const watched = Object.entries(originals).map(([name, original]) => {
    const apply = (call: typeof original, self: unknown, given: unknown[]): unknown => {
      if (isInside(given[0])) waited.push(`${name} ${String(given[0])}`)
      return Reflect.apply(call, self, given)
    }
    return [name, new Proxy(original, { apply })]
  })
  const hanging = Object.entries(originalPromises).map(([name, original]) => {
    const apply = (call: typeof original, self: unknown, given: unknown[]): unknown => {
      const run = (): unknown => Reflect.apply(call, self, given)
      return isInside(given[0]) ? answered.then(run) : run()
    }
    return [name, new Proxy(original, { apply })]
  })
  const { promise: answered, resolve } = Promise.withResolvers<void>()
  Object.assign(fs, Object.fromEntries(watched))
  Object.assign(promises, Object.fromEntries(hanging))
  syncBuiltinESMExports()
  const answer = (): void => {
    Object.assign(fs, originals)
    Object.assign(promises, originalPromises)
    syncBuiltinESMExports()
    resolve()
  }
  onTestFinished(answer)
  return { waited, answer }
}

// Starting the vault four times and waiting for a folder that does not answer take seconds on a quiet computer.
test('fault 129: a folder for backups that hangs holds up neither an erasure nor a save, and is gone through later', async () => {
  const made = await practice()
  const drive = join(temporaryFolder(), 'share')
  mkdirSync(drive)
  await made.day(async (running) => {
    await running.api.backups.chooseFolder({ token: running.grant('backup-folder', drive) })
    await reencrypt(running)
  })
  const inDrive = async () => (await leftOf(made, [drive])).others.filter((path) => path.startsWith(drive))
  const before = await inDrive()
  expect(before).toHaveLength(2)

  const share = hang(drive)
  const running = await made.start()
  expect(await running.api.rights.returned()).toEqual([])
  const erasing = running.api.rights.erase({ clientId: made.fern.id, typedCode: 'Fern' })
  await running.api.clients.create(clientEntry({ code: 'Sedge' }))
  expect(await erasing).toMatchObject({ away: [drive], unreached: [] })
  expect(await running.api.backups.make()).toEqual([
    { place: 'default', code: null },
    { place: 'chosen', code: 'place-silent' },
  ])
  const { places } = await running.api.backups.list()
  expect(places).toMatchObject([{ state: 'ready' }, { state: 'unreadable' }])
  await lockWithBackup(running)
  expect(share.waited).toEqual([])

  share.answer()
  const { api } = await made.start()
  const usual = (await api.backups.list()).backups
    .filter(({ id, reason }) => id.place === 'chosen' && reason === 'usual')
    .map(({ id }) => join(drive, id.name))
  const bytes = before.map((path) => readFileSync(path))
  const isGoneThrough = () =>
    before.every((path, index) => usual.includes(path) || bytes[index]?.equals(readFileSync(path)) === false)
  await vi.waitFor(() => expect(isGoneThrough()).toBe(true), { timeout: 15_000, interval: 100 })
  expect(await inDrive()).toEqual(before.filter((path) => usual.includes(path)))
}, 60_000)

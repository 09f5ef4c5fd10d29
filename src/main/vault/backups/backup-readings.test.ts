import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addClient, createRealVault } from '../testing/real-vault.ts'
import { isBackupName } from '../inventory/backup-names.ts'
import { createBackupReadings } from './backup-readings.ts'
import { readPlace, type Place } from './places.ts'
import { createReadThrough } from './read-through.ts'
import { copiesOf } from './testing/copies-of.ts'

const day = (number: number, hour = 16) => new Date(Date.UTC(2026, 2, number, hour))

async function withThree() {
  const made = await createRealVault()
  const names: string[] = []
  for (let number = 1; number <= 3; number += 1) {
    made.clock.now = day(number)
    addClient(made.vault, `Day ${number}`)
    await made.backups.make(made.vault)
    names.push(
      ...readdirSync(made.backupFolder).filter((name) => isBackupName(name) && !names.includes(name)),
    )
  }
  const rot = (index: number): void => {
    const file = join(made.backupFolder, names[index] ?? '')
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0, bytes.length - 9_000, bytes.length - 8_000))
  }
  const states = async () =>
    Object.fromEntries((await made.backups.list(made.vault)).backups.map(({ id, state }) => [id.name, state]))
  return { ...made, names, rot, states }
}

test('fault 65: kept backups are read again one a day, the longest unread first, and a rotted one is shown', async () => {
  const { vault, backups, clock, names, rot, states } = await withThree()
  rot(1)
  clock.now = day(10)
  await backups.readAgain(vault)
  clock.now = day(11, 15)
  await backups.readAgain(vault)
  expect(Object.values(await states())).toEqual(['good', 'good', 'good'])
  clock.now = day(11, 17)
  await backups.readAgain(vault)
  expect(await states()).toEqual({
    [names[0] ?? '']: 'good',
    [names[1] ?? '']: 'rotted',
    [names[2] ?? '']: 'good',
  })
})

test('fault 65: a rotted backup of the present state is made again, and rotation neither counts nor removes it', async () => {
  const { vault, backups, backupFolder, clock, names, rot, states } = await withThree()
  rot(2)
  for (let number = 10; number <= 12; number += 1) {
    clock.now = day(number)
    await backups.readAgain(vault)
  }
  expect((await states())[names[2] ?? '']).toBe('rotted')
  expect(await backups.isDue(vault)).toBe(true)
  expect(await backups.make(vault)).toEqual([{ place: 'default', code: null, isNew: true }])
  // As many later days as rotation keeps: the sound ones of March leave, the rotted one stays.
  for (let number = 1; number <= 8; number += 1) {
    clock.now = new Date(Date.UTC(2026, 5, number))
    addClient(vault, `June ${number}`)
    await backups.make(vault)
  }
  expect(readdirSync(backupFolder)).toContain(names[2])
  // Rotation never removes it, so an erasure does not rely on that.
  expect(await copiesOf(vault, backups).look()).toEqual({ copies: 1, unreached: [], away: [] })
}, 60_000)

test('a check by hand counts as a reading, and a backup that reads well again is good again', async () => {
  const { vault, backups, backupFolder, names, rot, states } = await withThree()
  const file = join(backupFolder, names[2] ?? '')
  const sound = readFileSync(file)
  const id = { place: 'default', name: names[2] ?? '' } as const
  rot(2)
  expect(await backups.check(vault, id)).toBe(false)
  expect((await states())[id.name]).toBe('rotted')
  writeFileSync(file, sound)
  expect(await backups.check(vault, id)).toBe(true)
  expect((await states())[id.name]).toBe('good')
})

test('a clock that was ahead does not end the readings', async () => {
  const { vault, backups, clock, names, rot, states } = await withThree()
  clock.now = new Date(Date.UTC(2090, 0, 1))
  await backups.readAgain(vault)
  rot(1)
  for (let number = 10; number <= 12; number += 1) {
    clock.now = day(number)
    await backups.readAgain(vault)
  }
  expect((await states())[names[1] ?? '']).toBe('rotted')
})

test('fault 65: a result that can’t be stored, or a drive that goes during a reading, ends nothing', async () => {
  const { vault, backupFolder, clock } = await withThree()
  clock.now = day(10)
  const place: Place = { kind: 'default', folder: backupFolder }
  const through = (file: string, meanwhile: () => void) =>
    createReadThrough({
      readings: createBackupReadings(join(backupFolder, file)),
      readAll: async () => {
        const content = await readPlace(place)
        meanwhile()
        return [{ place, content }]
      },
      now: () => clock.now,
    })
  writeFileSync(join(backupFolder, 'no folder'), '')
  await through('no folder/readings.json', () => undefined).readNext(vault)
  expect(readFileSync(join(backupFolder, 'no folder'), 'utf8')).toBe('')

  await through('others.json', () => {
    for (const name of readdirSync(backupFolder).filter(isBackupName)) rmSync(join(backupFolder, name))
  }).readNext(vault)
  expect(readdirSync(backupFolder).filter(isBackupName)).toEqual([])
})

test('fault 65: a rotted backup on a drive that was away is still known as rotted', async () => {
  const { vault, backups, folder, clock, names, states } = await withThree()
  const drive = join(folder, 'drive')
  mkdirSync(drive)
  backups.chooseFolder(drive)
  clock.now = day(10)
  await backups.make(vault)
  const [name = ''] = readdirSync(drive)
  const file = join(drive, name)
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0, bytes.length - 9_000, bytes.length - 8_000))
  expect(await backups.check(vault, { place: 'chosen', name })).toBe(false)
  renameSync(drive, `${drive} away`)
  expect(await backups.check(vault, { place: 'default', name: names[0] ?? '' })).toBe(true)
  renameSync(`${drive} away`, drive)
  expect(await states()).toMatchObject({ [name]: 'rotted' })
  expect(await backups.isDue(vault)).toBe(true)
})

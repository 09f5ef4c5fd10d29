import { expect, test } from 'vitest'
import { createPromises } from './promises.ts'

const march = (day: number) => new Date(Date.UTC(2026, 2, day))
const database = 'vault-1.db'

/** What is left: who is in the database, and who is in other files. */
const left = (listed: readonly string[], others: Readonly<Record<string, readonly string[]>> = {}) => ({
  files: [
    { path: database, clientIds: listed },
    ...Object.entries(others).map(([path, clientIds]) => ({ path, clientIds })),
  ],
  database,
  listed,
  isUsual: (path: string) => path.startsWith('usual'),
  isNamed: (path: string) => path.startsWith('named'),
})

/** Ash and Birch, of whom only Ash was saved before the newest backup. */
function twoClients() {
  const promises = createPromises()
  promises.saved('ash')
  promises.backedUp()
  promises.saved('birch')
  return promises
}

test('fault 98: a record that is missing, or in one file only although it was backed up, is reported', () => {
  const promises = twoClients()
  expect(promises.broken(left(['ash', 'birch'], { usual: ['ash'] }))).toEqual([])
  expect(promises.broken(left(['ash', 'birch']))).toEqual(['ash is only in [vault-1.db]'])
  expect(promises.broken(left(['ash'], { usual: ['ash'] }))).toEqual([
    'the vault has ash instead of ash,birch',
    'birch is only in []',
  ])
  promises.rotted('database')
  expect(promises.broken({ ...left([], { usual: ['ash'] }), listed: null })).toEqual([])
  expect(promises.broken({ ...left([]), listed: null })).toEqual(['ash is only in []'])
})

test('fault 98: a replaced state that is in no file is reported for 30 days', () => {
  const promises = twoClients()
  promises.restored(new Set(['ash']), march(1))
  const replaced = { 'set-aside': ['ash', 'birch'], usual: ['ash'] }
  expect(promises.broken(left(['ash'], replaced))).toEqual([])
  promises.clockAt(march(30))
  const lost = ['the state [ash,birch] before a restore is in no file']
  expect(promises.broken(left(['ash'], { usual: ['ash'] }))).toEqual(lost)
  promises.clockAt(march(31))
  expect(promises.broken(left(['ash'], { usual: ['ash'] }))).toEqual([])
})

test('fault 98: a folder put back leaves what was backed up to be kept', () => {
  const promises = twoClients()
  const earlier = { present: new Set<string>(), backedUp: new Set<string>(), isDatabaseRotted: false }
  promises.putBack(earlier, march(1))
  expect(promises.broken(left([], { usual: ['ash'] }))).toEqual([])
  expect(promises.broken(left([]))).toEqual(['the state [ash] before a folder put back is in no file'])
})

test('fault 98: an erased client in any file but a usual backup, or one that the screen names, is reported', () => {
  const promises = twoClients()
  promises.erased('ash', false)
  const isLeft = (path: string) => promises.broken(left(['birch'], { [path]: ['ash'] }))
  expect(isLeft('usual')).toEqual([])
  expect(isLeft('named')).toEqual([])
  expect(isLeft('set-aside')).toEqual(['ash was erased and is in set-aside'])
  promises.erased('ash', true)
  expect(isLeft('usual')).toEqual(['ash was erased and is in usual'])
})

import { copyFileSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assetsFolder } from '../../testing/test-vault.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { readShippedInstruments } from './shipped-instruments.ts'

const name = 'attune-alliance-client.json'

function folderWithOne(): string {
  const folder = temporaryFolder()
  copyFileSync(join(assetsFolder, 'instruments', name), join(folder, name))
  return folder
}

test('a known instrument is not parsed again', () => {
  const folder = folderWithOne()
  const [first] = readShippedInstruments(folder)
  expect(first?.id).toBe('attune-alliance-client')
  expect(readShippedInstruments(folder)[0]).toBe(first)
})

test('a changed file is read again', () => {
  const folder = folderWithOne()
  const [first] = readShippedInstruments(folder)
  const file = join(folder, name)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": \d+/, '"version": 99'))
  utimesSync(file, new Date(), new Date('2027-01-01T00:00:00Z'))
  const [second] = readShippedInstruments(folder)
  expect(second).not.toBe(first)
  expect(second?.version).not.toBe(first?.version)
})

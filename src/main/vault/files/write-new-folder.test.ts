import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { isUnfinished, writeNewFolder, type AddText } from './write-new-folder.ts'

function places() {
  const folder = temporaryFolder()
  const vault = join(folder, 'vault')
  const out = join(folder, 'out')
  for (const made of [vault, out]) mkdirSync(made)
  return { vault, out }
}

const oneFileBeside = (vault: string) => ({
  untouchable: [vault],
  begins: () => undefined,
  fill: (add: AddText) => add('a', 'a'),
})

test('a folder is written whole, open to its owner only, and nothing else stays beside it', () => {
  const { vault, out } = places()
  const begun: string[] = []
  const name = writeNewFolder(out, 'Ratings', {
    untouchable: [vault],
    begins: (path) => begun.push(path),
    fill: (add) => {
      expect(begun.map((path) => readdirSync(path))).toEqual([[]])
      add('a.csv', 'one ')
      add('b.csv', 'other')
      add('a.csv', 'two')
    },
  })
  expect(begun.map(isUnfinished)).toEqual([true])
  expect(name).toBe('Ratings')
  expect(readdirSync(out)).toEqual(['Ratings'])
  expect(readFileSync(join(out, name, 'a.csv'), 'utf8')).toBe('one two')
  expect(readdirSync(join(out, name)).toSorted()).toEqual(['a.csv', 'b.csv'])
  expect(statSync(join(out, name)).mode & 0o777).toBe(0o700)
  expect(statSync(join(out, name, 'b.csv')).mode & 0o777).toBe(0o600)
})

test('a folder or file of the same name stays, and the new one gets a number', () => {
  const { vault, out } = places()
  mkdirSync(join(out, 'Ratings'))
  writeFileSync(join(out, 'Ratings 2'), 'mine')
  expect(writeNewFolder(out, 'Ratings', oneFileBeside(vault))).toBe('Ratings 3')
  expect(readdirSync(join(out, 'Ratings'))).toEqual([])
  expect(readFileSync(join(out, 'Ratings 2'), 'utf8')).toBe('mine')
})

test('fault 141: a failure in the middle leaves nothing behind', () => {
  const { vault, out } = places()
  const failing = () =>
    writeNewFolder(out, 'Ratings', {
      ...oneFileBeside(vault),
      fill: (add) => {
        add('a.csv', 'half of it')
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      },
    })
  expect(failing).toThrow('disk-full')
  expect(readdirSync(out)).toEqual([])
})

test('fault 141: nothing is written into the vault’s folder, a missing folder, or one that is read-only', () => {
  const { vault, out } = places()
  const write = (place: string) => () => writeNewFolder(place, 'Ratings', oneFileBeside(vault))
  expect(write(vault)).toThrow('place-not-allowed')
  expect(write(join(out, 'unplugged'))).toThrow('place-missing')
  writeFileSync(join(out, 'file'), '')
  expect(write(join(out, 'file'))).toThrow()
  chmodSync(out, 0o500)
  // Root may write anywhere.
  if (process.getuid?.() !== 0) expect(write(out)).toThrow('place-read-only')
  chmodSync(out, 0o700)
  expect(readdirSync(vault)).toEqual([])
  expect(readdirSync(out)).toEqual(['file'])
})

test('fault 165: a full disk is reported as one although another program has put a file into the hidden folder', () => {
  const place = temporaryFolder()
  const fill = (add: AddText): void => {
    add('a.csv', 'ratings')
    for (const hidden of readdirSync(place)) writeFileSync(join(place, hidden, '.DS_Store'), '')
    throw new AppError('disk-full')
  }
  expect(() => writeNewFolder(place, 'Ratings', { untouchable: [], begins: () => undefined, fill })).toThrow(
    'disk-full',
  )
  expect(readdirSync(place).flatMap((hidden) => readdirSync(join(place, hidden)))).toEqual(['.DS_Store'])
})

import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createOwnFolder, keepToOwner } from './own-folder.ts'

const modeOf = (path: string) => statSync(path).mode & 0o777

test('a new folder and those above it are open to their owner only; one that is there stays as it is', () => {
  const folder = temporaryFolder()
  createOwnFolder(join(folder, 'a/b/vault'))
  for (const name of ['a', 'a/b', 'a/b/vault']) expect(modeOf(join(folder, name))).toBe(0o700)
  chmodSync(join(folder, 'a'), 0o755)
  createOwnFolder(join(folder, 'a'))
  expect(modeOf(join(folder, 'a'))).toBe(0o755)
})

test('a folder copied with open modes, and its files, become their owner’s only', () => {
  const folder = join(temporaryFolder(), 'vault')
  mkdirSync(folder)
  const file = join(folder, 'vault.json')
  writeFileSync(file, '{}')
  chmodSync(file, 0o664)
  chmodSync(folder, 0o755)
  keepToOwner(folder)
  expect([modeOf(folder), modeOf(file)]).toEqual([0o700, 0o600])
})

test('a folder that can’t be written to gets no rights it did not have, and a link’s target stays as it is', () => {
  const folder = join(temporaryFolder(), 'vault')
  const outside = join(temporaryFolder(), 'somebody-elses.txt')
  writeFileSync(outside, '')
  chmodSync(outside, 0o644)
  mkdirSync(folder)
  symlinkSync(outside, join(folder, 'link'))
  mkdirSync(join(folder, 'nested'), { mode: 0o755 })
  chmodSync(folder, 0o555)
  keepToOwner(folder)
  expect(modeOf(folder)).toBe(0o500)
  expect(modeOf(outside)).toBe(0o644)
  chmodSync(folder, 0o700)
})

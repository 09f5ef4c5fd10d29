import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { isWithin, writeNewFile } from './write-new-file.ts'

const rules = (vault: string) => ({ untouchable: [vault], begins: () => undefined })

function places() {
  const folder = temporaryFolder()
  const vault = join(folder, 'vault')
  const out = join(folder, 'out')
  for (const made of [vault, out]) mkdirSync(made)
  return { vault, out }
}

test('fault 55: a file is written whole, readable by its owner only, and no other file stays beside it', () => {
  const { vault, out } = places()
  const path = join(out, 'export.json')
  writeNewFile(path, '{"a":1}', rules(vault))
  expect(readFileSync(path, 'utf8')).toBe('{"a":1}')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(out)).toEqual(['export.json'])
})

test('an existing file readable by all is replaced by one readable by its owner only', () => {
  const { vault, out } = places()
  const path = join(out, 'export.json')
  writeFileSync(path, 'old', { mode: 0o644 })
  writeNewFile(path, 'new', rules(vault))
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('nothing is written into the vault’s folder, over a link, or over a folder', () => {
  const { vault, out } = places()
  writeFileSync(join(vault, 'vault-1.db'), 'precious')
  symlinkSync(join(vault, 'vault-1.db'), join(out, 'link.json'))
  symlinkSync(vault, join(out, 'way-in'))
  mkdirSync(join(out, 'folder.json'))
  for (const path of [
    join(vault, 'vault-1.db'),
    join(out, 'way-in', 'vault-1.db'),
    join(out, 'link.json'),
    join(out, 'folder.json'),
  ])
    expect(() => writeNewFile(path, 'x', rules(vault)), path).toThrow('place-not-allowed')
  expect(readFileSync(join(vault, 'vault-1.db'), 'utf8')).toBe('precious')
})

test('fault 160: nothing that leaves the vault replaces a backup or a note of erased clients', () => {
  const { vault, out } = places()
  const kept = [
    'attune-0123abcd-20260320T150000Z-7.attunebackup',
    'Saved.AttuneBackup',
    'attune-0123abcd.erased',
  ]
  for (const name of kept) {
    writeFileSync(join(out, name), 'precious')
    expect(() => writeNewFile(join(out, name), 'x', rules(vault)), name).toThrow('place-not-allowed')
    expect(readFileSync(join(out, name), 'utf8')).toBe('precious')
  }
  expect(readdirSync(out).toSorted()).toEqual(kept.toSorted())
})

test('a missing folder gets its own error', () => {
  const { vault, out } = places()
  expect(() => writeNewFile(join(out, 'unplugged', 'a.json'), 'x', rules(vault))).toThrow('place-missing')
})

test('a folder contains itself and its own, not a neighbour with a longer name', () => {
  expect(isWithin('/a/vault', '/a/vault')).toBe(true)
  expect(isWithin('/a/vault/deep', '/a/vault')).toBe(true)
  expect(isWithin('/a/vault-2', '/a/vault')).toBe(false)
  expect(isWithin('/a', '/a/vault')).toBe(false)
  expect(isWithin('/a/..vault', '/a')).toBe(true)
})

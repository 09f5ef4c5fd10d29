import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { isBuildStale } from './build.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-build-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function writeAt(path: string, seconds: number): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  utimesSync(file, seconds, seconds)
}

/** Folders get the time of the last file put into them; here only the files' own times are to count. */
function ageFolders(seconds: number): void {
  for (const path of ['src', 'src/main', 'assets']) {
    mkdirSync(join(folder, path), { recursive: true })
    utimesSync(join(folder, path), seconds, seconds)
  }
}

test('what is not there is to be built', () => {
  expect(isBuildStale(folder)).toBe(true)
})

test('a build is good until a source or an asset changes; a test is neither', () => {
  writeAt('src/main/main.ts', 100)
  writeAt('out/main/main.js', 200)
  ageFolders(100)
  expect(isBuildStale(folder)).toBe(false)
  writeAt('src/main/main.test.ts', 300)
  ageFolders(100)
  expect(isBuildStale(folder)).toBe(false)
  writeAt('assets/article.md', 300)
  ageFolders(100)
  expect(isBuildStale(folder)).toBe(true)
})

test('a file that was taken away makes a build stale by the folder it was in', () => {
  writeAt('src/main/main.ts', 100)
  writeAt('out/main/main.js', 200)
  ageFolders(300)
  expect(isBuildStale(folder)).toBe(true)
})

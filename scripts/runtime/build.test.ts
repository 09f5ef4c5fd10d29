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

function writeAt(path: string, seconds: number, content = ''): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  utimesSync(file, seconds, seconds)
}

/** A folder's time changes with each new file in it; here only the files' own times should count. */
function ageFolders(seconds: number): void {
  for (const path of ['src', 'src/main', 'assets']) {
    mkdirSync(join(folder, path), { recursive: true })
    utimesSync(join(folder, path), seconds, seconds)
  }
}

test('a missing build is stale', () => {
  expect(isBuildStale(folder)).toBe(true)
})

test('a build is current until a source or an asset changes; tests don’t count', () => {
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

test('a removed file makes a build stale through the time of its folder', () => {
  writeAt('src/main/main.ts', 100)
  writeAt('out/main/main.js', 200)
  ageFolders(300)
  expect(isBuildStale(folder)).toBe(true)
})

test('a build with the protocol of the development server is stale, however new it is', () => {
  writeAt('src/main/main.ts', 100)
  writeAt('out/main/main.js', 200, "const server = process.env['ELECTRON_RENDERER_URL']")
  ageFolders(100)
  expect(isBuildStale(folder)).toBe(true)
  writeAt('out/main/main.js', 200, 'const page = 1')
  expect(isBuildStale(folder)).toBe(false)
})

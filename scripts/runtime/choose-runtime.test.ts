import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { chooseRuntime } from './choose-runtime.ts'
import { archiveAddress, fetchedElectron } from './electron-binary.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-runtime-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the choice of what runs the app', () => {
  test('is whatever ELECTRON_OVERRIDE_DIST_PATH names, if it is set', async () => {
    expect(await chooseRuntime({ ELECTRON_OVERRIDE_DIST_PATH: '/some/folder' })).toStrictEqual({
      kind: 'override',
      dist: '/some/folder',
      line: 'Runtime: the one in /some/folder',
    })
  })

  test("finds Electron's own binary only where it has been fetched in full", () => {
    expect(fetchedElectron(folder)).toBeUndefined()
    writeFileSync(join(folder, 'path.txt'), 'electron')
    expect(fetchedElectron(folder)).toBeUndefined()
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist/electron'), '')
    expect(fetchedElectron(folder)).toBe(join(folder, 'dist'))
  })

  test("asks for the archive where the installer would fetch it, the mirror's place included", () => {
    expect(archiveAddress({})).toMatch(
      /^https:\/\/github\.com\/electron\/electron\/releases\/download\/v(\d+\.\d+\.\d+)\/electron-v\1-\w+-\w+\.zip$/,
    )
    expect(archiveAddress({ ELECTRON_MIRROR: 'https://mirror.example/' })).toMatch(
      /^https:\/\/mirror\.example\/v\d/,
    )
  })
})

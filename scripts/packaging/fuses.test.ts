import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseState, FuseV1Options } from '@electron/fuses'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { fuses, readFuses, setFuses } from './fuses.ts'
import { binaryWithFuses } from './testing/runtime-skeleton.ts'

let folder: string
const inFolder = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-fuses-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('sets every fuse that Electron has, each as the security checklist says', () => {
  const { version, strictlyRequireAllFuses, ...byNumber } = fuses
  const named = Object.entries(byNumber).map(([number, isOn]) => [FuseV1Options[Number(number)], isOn])
  expect(version).toBe('1')
  expect(strictlyRequireAllFuses).toBe(true)
  expect(Object.fromEntries(named)).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  })
})

it.each([
  ['at the start of the file', 0],
  ['across the border between two pieces that are read', (1 << 22) - 10],
  ['after the first piece', 5_000_000],
])('sets all of them in a binary that holds them %s', async (_where, padding) => {
  for (const digit of ['0', '1'] as const) {
    const path = inFolder('electron', binaryWithFuses({ padding, digit }))
    expect(await setFuses(path, false)).toBe('set')
    const { version: _version, strictlyRequireAllFuses: _strictly, ...wanted } = fuses
    const expected = Object.entries(wanted).map(([number, isOn]) => [
      number,
      isOn ? FuseState.ENABLE : FuseState.DISABLE,
    ])
    expect(await readFuses(path)).toMatchObject(Object.fromEntries(expected))
  }
})

it('leaves a binary without fuses unchanged', async () => {
  const path = inFolder('stand-in', '#!/bin/sh\nexit 0\n')
  expect(await setFuses(path, false)).toBe('absent')
  expect(readFileSync(path, 'utf8')).toBe('#!/bin/sh\nexit 0\n')
})

it('refuses a binary with a fuse that has no decision', async () => {
  const path = inFolder('newer', binaryWithFuses({ count: 10 }))
  await expect(setFuses(path, false)).rejects.toThrow(/10 fuses/)
})

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { prepareRuntime } from './prepare-runtime.ts'
import { createSurroundings } from './surroundings.ts'
import { isRunning } from './testing/is-running.ts'
import { createMadeUpXvfb, madeUpDisplay } from './testing/made-up-display.ts'
import { findDisplay, startVirtualDisplay } from './virtual-display.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-display-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('windows go to the existing display, windows of tests to a virtual one, and without either nowhere', () => {
  const display = (environment: NodeJS.ProcessEnv, unseen = false, platform: NodeJS.Platform = 'linux') =>
    findDisplay(createSurroundings({ environment, unseen, platform }))
  expect(display({ DISPLAY: ':0', PATH: folder })).toBe('own')
  expect(display({ WAYLAND_DISPLAY: 'wayland-0', PATH: folder }, true)).toBe('own')
  expect(display({ PATH: folder })).toBe('none')
  expect(display({ PATH: folder }, true, 'darwin')).toBe('own')
  createMadeUpXvfb(folder)
  expect(display({ PATH: folder })).toBe('virtual')
  expect(display({ DISPLAY: ':0', PATH: folder })).toBe('own')
  expect(display({ DISPLAY: ':0', PATH: folder }, true)).toBe('virtual')
})

test('a virtual display runs until it is stopped', async () => {
  createMadeUpXvfb(folder)
  const display = await startVirtualDisplay({ PATH: folder })
  expect(display?.environment).toMatchObject({ DISPLAY: madeUpDisplay, WAYLAND_DISPLAY: undefined })
  const written = join(folder, 'display')
  await expect.poll(() => existsSync(written) && readFileSync(written, 'utf8')).toMatch(/\d\n/)
  const processId = Number(readFileSync(written, 'utf8'))
  expect(isRunning(processId)).toBe(true)
  display?.stop()
  await expect.poll(() => isRunning(processId)).toBe(false)
})

test('a virtual display that ends at once or is missing does not count', async () => {
  expect(await startVirtualDisplay({ PATH: folder })).toBeUndefined()
  writeFileSync(join(folder, 'Xvfb'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  expect(await startVirtualDisplay({ PATH: folder })).toBeUndefined()
})

test('all children of this process inherit the runtime and the virtual display', async () => {
  createMadeUpXvfb(folder)
  for (const file of ['version', 'electron', 'electron.exe']) writeFileSync(join(folder, file), '')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
  vi.stubEnv('ELECTRON_RUN_AS_NODE', '1')
  vi.stubEnv('PATH', folder)
  vi.stubEnv('DISPLAY', ':0')
  vi.stubEnv('WAYLAND_DISPLAY', 'wayland-0')
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    expect(await prepareRuntime({ unseen: true })).toMatchObject({ kind: 'override', dist: folder })
    expect(said.mock.calls).toStrictEqual([[`Runtime: the one in ${folder} (ELECTRON_OVERRIDE_DIST_PATH)`]])
  } finally {
    said.mockRestore()
  }
  expect(process.env['ELECTRON_RUN_AS_NODE']).toBeUndefined()
  if (process.platform === 'linux') {
    expect(process.env['DISPLAY']).toBe(madeUpDisplay)
    expect(process.env['WAYLAND_DISPLAY']).toBeUndefined()
  }
})

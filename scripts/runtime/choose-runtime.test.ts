import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { chooseRuntime } from './choose-runtime.ts'
import { executableName } from './electron-binary.ts'
import { ensureChromium } from './ensure-chromium.ts'
import { chromiumShellFolder } from './repository.ts'
import { createMachine, electronArchive, showsWindow, startMirror } from './testing/made-up-electron.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-runtime-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the choice of what runs the app', () => {
  test('is the folder in ELECTRON_OVERRIDE_DIST_PATH, if it is set', async () => {
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: folder }
    writeFileSync(join(folder, 'electron'), '')
    expect(await chooseRuntime({ environment })).toStrictEqual({
      kind: 'override',
      dist: folder,
      executable: join(folder, 'electron'),
      line: `Runtime: the one in ${folder} (ELECTRON_OVERRIDE_DIST_PATH)`,
      needsVirtualDisplay: false,
    })
    rmSync(join(folder, 'electron'))
    await expect(chooseRuntime({ environment })).rejects.toThrow(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, where there is no ${executableName(process.platform)}.`,
    )
  })

  test('is Electron, or the stand-in with the reason in one line', async () => {
    const mirror = await startMirror(electronArchive(showsWindow))
    const machine = createMachine(mirror.address)
    try {
      expect(await chooseRuntime(machine.surroundings())).toMatchObject({
        kind: 'electron',
        dist: join(machine.packageFolder, 'dist'),
        executable: join(machine.packageFolder, 'dist', executableName(process.platform)),
        line: expect.stringMatching(/^Runtime: Electron \d+\.\d+\.\d+$/),
        needsVirtualDisplay: false,
      })
      const chromium = await ensureChromium()
      const { environment } = machine.surroundings()
      const unwanted = { ...environment, ELECTRON_SKIP_BINARY_DOWNLOAD: '1', ATTUNE_CHROMIUM: chromium }
      rmSync(join(machine.packageFolder, 'dist'), { recursive: true })
      const changes = { environment: unwanted, userId: process.getuid?.(), unseen: true }
      expect(await chooseRuntime(machine.surroundings({ ...changes, platform: 'darwin' }))).toStrictEqual({
        kind: 'chromium-shell',
        dist: chromiumShellFolder,
        executable: join(chromiumShellFolder, 'electron'),
        line: `Runtime: ${chromium}, because Electron is not fetched (ELECTRON_SKIP_BINARY_DOWNLOAD is set) (for trying out, with sample data only)`,
        needsVirtualDisplay: false,
        chromium,
      })
    } finally {
      machine.remove()
      await mirror.close()
    }
  }, 60_000)
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { executableName, fetchedElectron } from './electron-binary.ts'
import { ensureChromium } from './ensure-chromium.ts'
import { fetchElectron } from './fetch-electron.ts'
import { findElectron } from './find-electron.ts'
import { chromiumShellFolder } from './repository.ts'
import { createSurroundings, type Surroundings } from './surroundings.ts'
import { findDisplay } from './virtual-display.ts'

/** What runs the app. */
export type Runtime = {
  kind: 'override' | 'electron' | 'chromium-shell'
  /** The folder with the executable, for `ELECTRON_OVERRIDE_DIST_PATH`. */
  dist: string
  /** The path of the executable; its name differs by platform. */
  executable: string
  /** One line for the console that names the runtime, and says why it isn't Electron if it isn't. */
  line: string
  /** Whether its windows need a virtual display (`startVirtualDisplay`). */
  needsVirtualDisplay: boolean
  /** The Chromium for the stand-in (`ATTUNE_CHROMIUM`). */
  chromium?: string
}

/**
 * Chooses what runs the app: the folder in `ELECTRON_OVERRIDE_DIST_PATH`; otherwise Electron's own binary, if it is
 * there or can be fetched and has shown a window here; otherwise the system's Chromium. If there is none of them,
 * throws an error that says what to do.
 */
export async function chooseRuntime(changes: Partial<Surroundings> = {}): Promise<Runtime> {
  const surroundings = createSurroundings(changes)
  const { environment, platform } = surroundings
  const given = environment['ELECTRON_OVERRIDE_DIST_PATH']
  if (given) return override(given, surroundings)

  const electron = await findElectron(surroundings)
  if (electron.works) {
    const { binary, display } = electron
    const needsVirtualDisplay = display === 'virtual'
    const line = `Runtime: Electron ${binary.version}${needsVirtualDisplay ? ', on a virtual display' : ''}`
    return { kind: 'electron', dist: binary.dist, executable: binary.executable, line, needsVirtualDisplay }
  }
  if (platform === 'win32')
    throw new Error(`Electron ${electron.reason}, and nothing else runs the app on Windows.`)
  const chromium = await ensureChromium(surroundings).catch((cause: unknown) => {
    throw new Error(`Electron ${electron.reason}.\n${cause instanceof Error ? cause.message : String(cause)}`)
  })
  return {
    kind: 'chromium-shell',
    dist: chromiumShellFolder,
    executable: join(chromiumShellFolder, 'electron'),
    line: `Runtime: ${chromium}, because Electron ${electron.reason} (for trying out, with sample data only)`,
    needsVirtualDisplay: false,
    chromium,
  }
}

function override(dist: string, surroundings: Surroundings): Runtime {
  const names = [executableName(surroundings.platform), 'electron']
  const name = names.find((candidate) => existsSync(join(dist, candidate)))
  if (!name) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${dist}, where there is no ${names[0]}.`)
  const isElectron = existsSync(join(dist, 'version'))
  return {
    kind: 'override',
    dist,
    executable: join(dist, name),
    line: `Runtime: the one in ${dist} (ELECTRON_OVERRIDE_DIST_PATH)`,
    needsVirtualDisplay: isElectron && findDisplay(surroundings) === 'virtual',
  }
}

/** Chooses the runtime to pack with the app. Electron's binary need not start on this machine. */
export async function chooseRuntimeToPack(): Promise<Runtime> {
  const surroundings = createSurroundings()
  const isGiven = Boolean(surroundings.environment['ELECTRON_OVERRIDE_DIST_PATH'])
  if (!isGiven && !fetchedElectron()) await fetchElectron(surroundings, surroundings.timeoutMilliseconds)
  const binary = isGiven ? undefined : fetchedElectron()
  if (!binary) return chooseRuntime()
  const line = `Runtime: Electron ${binary.version}`
  return {
    kind: 'electron',
    dist: binary.dist,
    executable: binary.executable,
    line,
    needsVirtualDisplay: false,
  }
}

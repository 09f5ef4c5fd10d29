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
  /** The folder with the executable: what `ELECTRON_OVERRIDE_DIST_PATH` is to be set to. */
  dist: string
  /** The path of the executable, whose name differs by platform. */
  executable: string
  /** One line for the console that says which runtime it is, and why it isn't Electron where it isn't. */
  line: string
  /** Whether a virtual display has to be started for its windows (`startVirtualDisplay`). */
  needsVirtualDisplay: boolean
  /** The Chromium that the stand-in is to use (`ATTUNE_CHROMIUM`). */
  chromium?: string
}

/**
 * Chooses what runs the app: the folder in `ELECTRON_OVERRIDE_DIST_PATH`, else Electron's own binary if it is there or
 * can be fetched and was seen to show a window here, else the system's Chromium. Throws, with what to do about it, if
 * there is none of them.
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

/** Chooses what is packed with the app. Electron's binary need not start here for that: having it is enough. */
export async function chooseRuntimeToPack(): Promise<Runtime> {
  const surroundings = createSurroundings()
  const isGiven = Boolean(surroundings.environment['ELECTRON_OVERRIDE_DIST_PATH'])
  if (!isGiven && !fetchedElectron()) await fetchElectron(surroundings, surroundings.patienceMilliseconds)
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

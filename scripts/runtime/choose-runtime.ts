import { ensureChromium } from './ensure-chromium.ts'
import { fetchedElectron, fetchElectron } from './electron-binary.ts'
import { chromiumShellFolder } from './repository.ts'

/** What runs the app. */
export type Runtime = {
  kind: 'override' | 'electron' | 'chromium-shell'
  /** The folder with the executable: what `ELECTRON_OVERRIDE_DIST_PATH` is to be set to. */
  dist: string
  /** One line for the console that says which runtime it is. */
  line: string
}

/**
 * Chooses what runs the app: the folder in `ELECTRON_OVERRIDE_DIST_PATH`, else Electron's own binary if it is there or
 * can be fetched, else the system's Chromium. Throws, with what to do about it, if there is none of them.
 */
export async function chooseRuntime(environment: NodeJS.ProcessEnv = process.env): Promise<Runtime> {
  const given = environment['ELECTRON_OVERRIDE_DIST_PATH']
  if (given) return { kind: 'override', dist: given, line: `Runtime: the one in ${given}` }
  const electron = fetchedElectron() ?? fetchElectron()
  if (electron) return { kind: 'electron', dist: electron, line: 'Runtime: Electron' }
  const chromium = ensureChromium(environment)
  const line = `Runtime: ${chromium} (Electron's own binary can't be fetched here; for trying out, with sample data only)`
  return { kind: 'chromium-shell', dist: chromiumShellFolder, line }
}

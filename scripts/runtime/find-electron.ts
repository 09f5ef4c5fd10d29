import { fetchedElectron, type ElectronBinary } from './electron-binary.ts'
import { fetchElectron } from './fetch-electron.ts'
import { proveOnce } from './prove-once.ts'
import { isRootOnLinux, type Surroundings } from './surroundings.ts'
import type { Failure, Verdict } from './verdict.ts'
import { findDisplay, type Display } from './virtual-display.ts'

/** Electron's binary with the display on which it showed windows, or why it can't be used here. */
export type ElectronFound = { works: true; binary: ElectronBinary; display: Display } | Failure

/**
 * Finds an Electron that shows windows here, and fetches it if it is missing or damaged. Fetching and trying together
 * take at most the time limit of the surroundings.
 */
export async function findElectron(surroundings: Surroundings): Promise<ElectronFound> {
  const { electronPackageFolder, timeoutMilliseconds, proofMilliseconds } = surroundings
  const end = Date.now() + timeoutMilliseconds
  const display = findDisplay(surroundings)
  let binary = fetchedElectron(electronPackageFolder)
  if (binary) {
    const verdict = await prove(binary, display, surroundings)
    if (verdict.works) return { works: true, binary, display }
    // Any other cause would keep a newly fetched one from starting too.
    if (verdict.cause !== 'damaged' && verdict.cause !== 'unknown') return verdict
    if (isRootOnLinux(surroundings)) return verdict
    const fetched = await fetchElectron(surroundings, end - Date.now() - proofMilliseconds, true)
    if (!fetched.works) return verdict
  } else {
    if (isRootOnLinux(surroundings)) return { works: false, cause: 'root', reason: 'does not start as root' }
    if (display === 'none') return withoutDisplay
    const fetched = await fetchElectron(surroundings, end - Date.now() - proofMilliseconds)
    if (!fetched.works) return fetched
  }
  binary = fetchedElectron(electronPackageFolder)
  if (!binary) return { works: false, cause: 'damaged', reason: 'was fetched but is incomplete' }
  const verdict = await prove(binary, display, surroundings)
  return verdict.works ? { works: true, binary, display } : verdict
}

const withoutDisplay: Failure = {
  works: false,
  cause: 'display',
  reason: 'has no display here, nor a virtual one (Xvfb)',
}

async function prove(binary: ElectronBinary, display: Display, surroundings: Surroundings): Promise<Verdict> {
  if (display === 'none' && !isRootOnLinux(surroundings)) return withoutDisplay
  return proveOnce(
    {
      executable: binary.executable,
      version: binary.version,
      display,
      environment: surroundings.environment,
      timeoutMilliseconds: surroundings.proofMilliseconds,
    },
    surroundings,
  )
}

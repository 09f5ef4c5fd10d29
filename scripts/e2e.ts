import { spawnSync } from 'node:child_process'
import { isElectronFolder } from './packaging/stand-in.ts'
import { build, isBuildStale } from './runtime/build.ts'
import { chooseRuntime } from './runtime/choose-runtime.ts'
import { fetchedElectron } from './runtime/electron-binary.ts'
import { ensureStrace } from './runtime/ensure-strace.ts'
import { runSteps } from './run-steps.ts'

/** Drives the built app through its windows, on whatever runs it here. Arguments go to Playwright. */
async function drive(): Promise<boolean> {
  if (isBuildStale()) build()
  const { dist, line } = await chooseRuntime()
  console.log(line)
  if (isElectronFolder(dist) && !hasDisplay())
    throw new Error('Electron needs a display for its windows. Install xvfb, or run: xvfb-run -a npm run e2e')
  ensureStrace()
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dist
  const journeys = { name: 'journeys', command: 'playwright', arguments: ['test', ...process.argv.slice(2)] }
  return runSteps([journeys])
}

/** Runs all of this once more on a virtual display; false where there is no such thing. */
function driveUnseen(): boolean {
  const given = ['-a', process.execPath, ...process.argv.slice(1)]
  const { status, error } = spawnSync('xvfb-run', given, { stdio: 'inherit' })
  if (error) return false
  process.exitCode = status ?? 1
  return true
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '')
}

const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
const isElectronHere = given ? isElectronFolder(given) : fetchedElectron() !== undefined
try {
  // The display has to be there before the runtime is chosen, which may look for one.
  if (hasDisplay() || !isElectronHere || !driveUnseen()) process.exitCode = (await drive()) ? 0 : 1
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
}

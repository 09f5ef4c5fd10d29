import { build, isBuildStale } from './runtime/build.ts'
import { chooseRuntime } from './runtime/choose-runtime.ts'
import { ensureStrace } from './runtime/ensure-strace.ts'
import { runSteps } from './run-steps.ts'

/** Drives the built app through its windows, on whatever runs it here. Arguments go to Playwright. */
if (isBuildStale()) build()
const { dist, line } = await chooseRuntime()
console.log(line)
ensureStrace()
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dist
const journeys = { name: 'journeys', command: 'playwright', arguments: ['test', ...process.argv.slice(2)] }
process.exitCode = runSteps([journeys]) ? 0 : 1

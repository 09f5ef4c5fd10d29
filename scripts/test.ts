import { checks, runSteps } from './run-steps.ts'
import { build } from './runtime/build.ts'
import { ensureStrace } from './runtime/ensure-strace.ts'
import { chooseRuntime } from './runtime/choose-runtime.ts'

/** Everything: checks, the build, and the app driven through its windows. What CI runs. */
const { dist, line } = await chooseRuntime()
console.log(line)
ensureStrace()
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dist
build()
const journeys = { name: 'journeys', command: 'playwright', arguments: ['test'] }
process.exitCode = runSteps([...checks, journeys]) ? 0 : 1

import { build, isBuildStale } from './runtime/build.ts'
import { prepareTests } from './runtime/prepare-tests.ts'
import { runSteps } from './run-steps.ts'

/** Drives the built app through its windows, on Electron or the stand-in. Passes its arguments to Playwright. */
async function drive(): Promise<boolean> {
  if (isBuildStale()) build()
  if (!(await prepareTests({ includesStandIn: false }))) return false
  return runSteps([
    [{ name: 'journeys', command: 'playwright', arguments: ['test', ...process.argv.slice(2)] }],
  ])
}

process.exitCode = (await drive()) ? 0 : 1

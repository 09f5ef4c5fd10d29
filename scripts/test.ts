import { checks, runSteps } from './run-steps.ts'
import { prepareTests } from './runtime/prepare-tests.ts'

/** Runs the checks, the build, and the usual journeys through the app's windows. */
async function test(): Promise<boolean> {
  if (!(await prepareTests({ includesStandIn: true }))) return false
  return runSteps([
    ...checks({ name: 'build', command: 'electron-vite', arguments: ['build', '--logLevel', 'warn'] }),
    [{ name: 'journeys', command: 'playwright', arguments: ['test', '--project=usual'] }],
  ])
}

process.exitCode = (await test()) ? 0 : 1

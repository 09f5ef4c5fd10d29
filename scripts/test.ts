import { checks, runSteps } from './run-steps.ts'
import { build } from './runtime/build.ts'
import { prepareTests } from './runtime/prepare-tests.ts'

/** Runs everything that CI runs: the checks, the build, and the app driven through its windows. */
async function test(): Promise<boolean> {
  if (!(await prepareTests({ includesStandIn: true }))) return false
  build()
  return runSteps([...checks, { name: 'journeys', command: 'playwright', arguments: ['test'] }])
}

process.exitCode = (await test()) ? 0 : 1

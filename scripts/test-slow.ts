import { build, isBuildStale } from './runtime/build.ts'
import { prepareTests } from './runtime/prepare-tests.ts'
import { runSteps, slowTests } from './run-steps.ts'

/** Runs the tests that CI runs beyond `npm test`: the slow unit tests, and the journeys beside the day's work. */
async function testSlow(): Promise<boolean> {
  if (isBuildStale()) build()
  if (!(await prepareTests({ includesStandIn: false }))) return false
  return runSteps(slowTests)
}

process.exitCode = (await testSlow()) ? 0 : 1

import { buildChild } from './faults/build-child.ts'
import { scenarios } from './faults/child/scenarios.ts'
import { runDays } from './faults/run-days.ts'
import { runFaults } from './faults/run-faults.ts'
import { runSteps, slowTests } from './run-steps.ts'
import { build, isBuildStale } from './runtime/build.ts'
import { ensureStrace } from './runtime/ensure-strace.ts'
import { prepareTests } from './runtime/prepare-tests.ts'

/**
 * Runs all kills, power cuts and disk failures, then the days of many practices, then the tests and journeys that
 * `npm test` leaves out, and prints the result. Exits with 1 if anything was lost or left, or a test failed.
 */
ensureStrace()
const losses = await runFaults(
  await buildChild(),
  scenarios.map(({ name }) => name),
  { kills: 1_000, cuts: 1_000, failures: 800 },
)
const isEveryPromiseKept = await runDays()
if (isBuildStale()) build()
const longJourneys = ['test', '--project=longest', '--project=long']
const isTheRestGreen =
  (await prepareTests({ includesStandIn: false })) &&
  (await runSteps([
    ...slowTests,
    [{ name: 'runtime and stand-in', command: 'vitest', arguments: ['run', '--project=starting'] }],
    [{ name: 'long journeys', command: 'playwright', arguments: longJourneys }],
  ]))
process.exitCode = losses.length === 0 && isEveryPromiseKept && isTheRestGreen ? 0 : 1

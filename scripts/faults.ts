import { buildChild } from './faults/build-child.ts'
import { scenarios } from './faults/child/scenarios.ts'
import { runDays } from './faults/run-days.ts'
import { runFaults } from './faults/run-faults.ts'
import { ensureStrace } from './runtime/ensure-strace.ts'

/**
 * Runs all kills, power cuts and disk failures, then the days of many practices, and prints the result. Exits with 1 if
 * anything was lost or left.
 */
ensureStrace()
const losses = await runFaults(
  await buildChild(),
  scenarios.map(({ name }) => name),
  { kills: 1_000, cuts: 1_000, failures: 800 },
)
for (const loss of losses) console.error(`LOST: ${loss}`)
const isEveryPromiseKept = await runDays()
process.exitCode = losses.length === 0 && isEveryPromiseKept ? 0 : 1

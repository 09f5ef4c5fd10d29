import { runSteps } from './run-steps.ts'

/** Runs the unit tests and counts the lines and branches that they cover. */
const withCoverage = { name: 'unit tests with coverage', command: 'vitest', arguments: ['run', '--coverage'] }

process.exitCode = (await runSteps([[withCoverage]])) ? 0 : 1

import { runSteps } from './run-steps.ts'

/** The unit tests with a count of the lines and branches that they run. */
const withCoverage = { name: 'unit tests with coverage', command: 'vitest', arguments: ['run', '--coverage'] }

process.exitCode = runSteps([withCoverage]) ? 0 : 1

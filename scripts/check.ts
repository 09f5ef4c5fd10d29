import { checks, runSteps } from './run-steps.ts'

process.exitCode = runSteps(checks) ? 0 : 1

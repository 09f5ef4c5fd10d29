import { checks, runSteps } from './run-steps.ts'

process.exitCode = (await runSteps(checks())) ? 0 : 1

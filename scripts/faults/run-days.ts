import { runSteps } from '../run-steps.ts'

/** What each practice of the full run may go through, and how many practices there are. */
const amount = { ATTUNE_DAYS: '200', ATTUNE_DAYS_LONGEST: '24' }

/** Lives through days of many practices, and prints what happened. Returns whether every promise was kept. */
export function runDays(): Promise<boolean> {
  Object.assign(process.env, amount)
  // Some reporters leave out the figures that a passing test prints.
  const property = ['run', '--reporter=default', 'src/main/vault/days.test.ts']
  return runSteps([[{ name: 'days of practices', command: 'vitest', arguments: property }]])
}

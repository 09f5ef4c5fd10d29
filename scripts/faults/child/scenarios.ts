import type { Scenario } from './scenario.ts'
import { passphraseChange, recoveryKey, reencryption } from './scenarios/keys.ts'
import { migration } from './scenarios/migration.ts'
import { backingUp, firstStart, sampleCaseload, workingDay } from './scenarios/working-day.ts'

/** Every stretch of work that the runs cut off. */
export const scenarios: readonly Scenario[] = [
  firstStart,
  workingDay,
  passphraseChange,
  recoveryKey,
  reencryption,
  migration,
  backingUp,
  sampleCaseload,
]

/** The scenario with this name; throws if there is none. */
export function scenarioOf(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name)
  if (!found) throw new Error(`there is no scenario "${name}"`)
  return found
}

import { savesSession, unlocks } from '../entries.ts'
import { makeOldVault } from '../old-vault.ts'
import { passphrase, type Scenario } from '../scenario.ts'

/** Unlocks a vault of an older Attune, which migrates its schema in a new file. */
export const migration: Scenario = {
  name: 'migration',
  makes: makeOldVault,
  before: [],
  steps: [unlocks(), savesSession('Harbour', 21, 'The first one after the update.')],
  secrets: [passphrase],
}

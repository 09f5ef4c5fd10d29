import { savesSession, unlocks } from '../entries.ts'
import { makeOldVault } from '../old-vault.ts'
import { passphrase, type Scenario } from '../scenario.ts'

/** A vault of an older Attune is unlocked, and its schema is brought up to date in a new file. */
export const migration: Scenario = {
  name: 'migration',
  makes: makeOldVault,
  before: [],
  steps: [unlocks(), savesSession('Harbour', 21, 'The first one after the update.')],
  secrets: [passphrase],
}

import { z } from 'zod'
import { addsClient, creates, savesSession, unlocks } from '../entries.ts'
import { asks, passphrase, type Scenario, type Step } from '../scenario.ts'

const nextPassphrase = 'seven other lamps on the quay'
const statusSchema = z.object({ state: z.string() })
const newKeySchema = z.object({ groups: z.array(z.string()), asked: z.tuple([z.int(), z.int()]) })

/** Confirms the new recovery key with groups from the paper, as the user does, which makes it valid. */
const confirms = (name: string, begin: string, confirm: string): Step => ({
  name,
  run: async (call) => {
    // If the new file can't be opened right after the commit, the vault is locked and the user unlocks it again.
    const { state } = statusSchema.parse(await call('vault.status'))
    if (state === 'locked') await call('vault.unlock', { passphrase })
    const { groups, asked } = newKeySchema.parse(await call(begin, { passphrase }))
    const readBack = asked.map((number) => ({ number, text: groups[number - 1] }))
    return call(confirm, { groups: readBack })
  },
})

const before = [creates(), addsClient('Harbour'), savesSession('Harbour', 1, 'Before anything was changed.')]

/** Changes the passphrase: at every moment exactly one of the two opens the vault. */
export const passphraseChange: Scenario = {
  name: 'passphrase change',
  before,
  steps: [
    unlocks(),
    asks('keys.changePassphrase', { current: passphrase, next: nextPassphrase }),
    savesSession('Harbour', 2, 'Under the new passphrase.'),
  ],
  secrets: [passphrase, nextPassphrase],
}

/** Makes a recovery key and confirms it. */
export const recoveryKey: Scenario = {
  name: 'recovery key',
  before,
  steps: [
    unlocks(),
    confirms('recovery key', 'keys.beginRecoveryKey', 'keys.confirmRecoveryKey'),
    savesSession('Harbour', 2, 'With a recovery key.'),
  ],
  secrets: [passphrase],
}

/** Rewrites the whole vault under a new key. */
export const reencryption: Scenario = {
  name: 're-encryption',
  before,
  steps: [
    unlocks(),
    savesSession('Harbour', 2, 'Under the old key.'),
    confirms('re-encryption', 'keys.beginReencryption', 'keys.reencrypt'),
    savesSession('Harbour', 3, 'Under the new key.'),
  ],
  secrets: [passphrase],
}

import { z } from 'zod'
import { always, nothing, vaultMutation, vaultQuery, vaultStates } from '../operation.ts'

/** The shortest passphrase, in characters after NFC normalisation, and the longest that is looked at. */
export const shortestPassphrase = 12
export const longestPassphrase = 1_000

/** What is found where the vault should be: `damaged` is something without a readable header, `newer` a later format. */
export const vaultPresences = ['none', 'present', 'damaged', 'newer'] as const

export const vaultStatusSchema = z.strictObject({
  state: z.enum(vaultStates),
  presence: z.enum(vaultPresences),
  /** The database holds less than when it was last closed: somebody put an older copy in place. */
  isOlderThanLastUsed: z.boolean(),
  hasSample: z.boolean(),
})
export type VaultStatus = z.output<typeof vaultStatusSchema>

const passphrase = z.string().min(1).max(longestPassphrase)

export const vault = {
  status: vaultQuery({ input: nothing, output: vaultStatusSchema, availableIn: always }),
  create: vaultMutation({
    input: z.strictObject({ passphrase }),
    output: vaultStatusSchema,
    availableIn: ['locked'],
  }),
  unlock: vaultMutation({
    input: z.strictObject({ passphrase }),
    output: vaultStatusSchema,
    availableIn: ['locked'],
  }),
}

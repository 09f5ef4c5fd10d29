import { z } from 'zod'

/** The letters of Bech32, the spelling of age's keys. */
const bech32 = '[02-9ac-hj-np-z]'

/** The public keys of one person, as the format of bundles spells them. */
export const personKeysSchema = z.strictObject({
  /** Encrypts for this person: age's X25519 recipient. */
  age: z.string().regex(new RegExp(`^age1${bech32}{58}$`)),
  /** The same, also against quantum computers (ML-KEM-768 with X25519); null if the person has none. */
  agePostQuantum: z
    .string()
    .regex(new RegExp(`^age1pq1${bech32}{1952}$`))
    .nullable(),
  /** Checks this person's signatures: the 32 bytes of an Ed25519 key as base64url. */
  signing: z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/),
})
export type PersonKeys = z.output<typeof personKeysSchema>

/** Whether two sets of public keys are the same. */
export function areSameKeys(one: PersonKeys, other: PersonKeys): boolean {
  return one.age === other.age && one.agePostQuantum === other.agePostQuantum && one.signing === other.signing
}

import { generateKeyPairSync } from 'node:crypto'
import { z } from 'zod'
import { personKeysSchema, type PersonKeys } from '#shared/bundles/person-keys.ts'

/** The private keys of this vault's user. They leave the vault nowhere, not even in an archive. */
export const ownKeysSchema = z.strictObject({
  age: z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/),
  agePostQuantum: z.string().regex(/^AGE-SECRET-KEY-PQ-1[0-9A-Z]{58}$/),
  /** The 32 bytes of an Ed25519 private key, as base64url. */
  signing: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  public: personKeysSchema,
})
export type OwnKeys = z.output<typeof ownKeysSchema>

/** Makes new random keys. */
export async function makeOwnKeys(): Promise<OwnKeys> {
  const { generateHybridIdentity, generateX25519Identity, identityToRecipient } =
    await import('age-encryption')
  const [age, agePostQuantum] = await Promise.all([generateX25519Identity(), generateHybridIdentity()])
  const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const keys: PersonKeys = personKeysSchema.parse({
    age: await identityToRecipient(age),
    agePostQuantum: await identityToRecipient(agePostQuantum),
    signing: x,
  })
  return ownKeysSchema.parse({ age, agePostQuantum, signing: d, public: keys })
}

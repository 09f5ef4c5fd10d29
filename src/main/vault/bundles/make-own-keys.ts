import { generateKeyPairSync } from 'node:crypto'
import {
  ownKeysSchema,
  type OwnKeys,
  type OwnKeysRepository,
} from '../records/contacts/own-keys.repository.ts'
import { assertSealingIsKnown } from './known-bundle.ts'

/** Makes new random keys. */
export async function makeOwnKeys(): Promise<OwnKeys> {
  await assertSealingIsKnown()
  const { generateHybridIdentity, generateX25519Identity, identityToRecipient } =
    await import('age-encryption')
  const [age, agePostQuantum] = await Promise.all([generateX25519Identity(), generateHybridIdentity()])
  const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return ownKeysSchema.parse({
    age,
    agePostQuantum,
    signing: d,
    public: {
      age: await identityToRecipient(age),
      agePostQuantum: await identityToRecipient(agePostQuantum),
      signing: x,
    },
  })
}

interface KeptKeys {
  readonly keys: OwnKeysRepository
  /** Runs a change of the vault. */
  readonly change: (work: () => void) => void
  readonly now: () => Date
}

/** The keys of this vault's user. Makes and stores them when they are first needed; the first ones stay. */
export async function ownKeysOf({ keys, change, now }: KeptKeys): Promise<OwnKeys> {
  const known = keys.get()
  if (known !== null) return known
  const made = await makeOwnKeys()
  change(() => keys.putFirst(made, now().toISOString()))
  return keys.get() ?? made
}

import { generateKeyPairSync } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { writeCard } from '#vault/bundles/card.ts'

/** A card under any name, with new keys, as anybody could make one. */
export async function strangerCard(name: string): Promise<string> {
  const age = await generateX25519Identity()
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const open = { age: await identityToRecipient(age), agePostQuantum: null, signing: x }
  return writeCard(name, { age, agePostQuantum: '', signing: d, public: open })
}

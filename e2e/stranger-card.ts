import { generateKeyPairSync } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { writeCard } from '#vault/bundles/card.ts'

/** A person outside of this test's vaults: their card under any name, and what opens a file for them. */
export async function makeStranger(name: string) {
  const age = await generateX25519Identity()
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const open = { age: await identityToRecipient(age), agePostQuantum: null, signing: x }
  const card = writeCard(name, { age, agePostQuantum: '', signing: d, public: open })
  return { card, age, keys: open }
}

/** A card under any name, with new keys, as anybody could make one. */
export const strangerCard = async (name: string): Promise<string> => (await makeStranger(name)).card

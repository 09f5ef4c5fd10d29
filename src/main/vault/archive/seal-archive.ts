import { assertAgeIsKnown } from './known-archive.ts'

/** 2^17 rounds of scrypt: about a second, and well below what age's own programs accept. */
export const scryptLogN = 17

/** Encrypts a text for a passphrase in the age format (age-encryption.org/v1), once that is known to work here. */
export async function sealArchive(text: string, passphrase: string): Promise<Uint8Array> {
  await assertAgeIsKnown()
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(scryptLogN)
  // As everywhere in Attune, the same phrase typed on another keyboard is the same phrase.
  encrypter.setPassphrase(passphrase.normalize('NFC'))
  return encrypter.encrypt(text)
}

import { newPassphraseText } from '../keys/passphrase.ts'
import { assertAgeIsKnown } from './known-archive.ts'

/** 2^17 rounds of scrypt: about a second, and well below the limit of age's own programs. */
export const scryptLogN = 17

/** Encrypts a text with a passphrase in the age format (age-encryption.org/v1). First checks that age works here. */
export async function sealArchive(text: string, passphrase: Uint8Array): Promise<Uint8Array> {
  await assertAgeIsKnown()
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(scryptLogN)
  // The library takes only text.
  encrypter.setPassphrase(newPassphraseText(passphrase))
  return encrypter.encrypt(text)
}

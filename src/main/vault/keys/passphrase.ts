import { countCharacters } from '#shared/passphrase/check-new-passphrase.ts'
import { AppError } from '#shared/contract/result.ts'
import { longestPassphrase, shortestPassphrase } from '#shared/passphrase/limits.ts'

/**
 * The bytes of a passphrase: NFC-normalised UTF-8, never trimmed or cut, so that the same phrase typed on
 * another keyboard opens the vault.
 */
export function passphraseBytes(passphrase: string): Buffer {
  return Buffer.from(passphrase.normalize('NFC'), 'utf8')
}

/** Refuses a new passphrase that is too short to protect anything; throws `passphrase-too-short`. */
export function assertPassphraseAcceptable(passphrase: string): void {
  const length = countCharacters(passphrase)
  if (length < shortestPassphrase) throw new AppError('passphrase-too-short')
  if (length > longestPassphrase) throw new AppError('invalid-input', ['passphrase'])
}

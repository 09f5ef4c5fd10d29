import { countCharacters } from '#shared/passphrase/check-new-passphrase.ts'
import { AppError } from '#shared/contract/result.ts'
import { longestPassphrase, shortestPassphrase } from '#shared/passphrase/limits.ts'

/**
 * A passphrase as bytes: NFC-normalised UTF-8, never trimmed or cut. The same phrase typed on another keyboard opens
 * the vault.
 */
export function passphraseBytes(passphrase: string): Buffer {
  return Buffer.from(passphrase.normalize('NFC'), 'utf8')
}

/** Throws `passphrase-too-short` if a new passphrase is too short to protect anything. */
export function assertPassphraseAcceptable(passphrase: string): void {
  const length = countCharacters(passphrase)
  if (length < shortestPassphrase) throw new AppError('passphrase-too-short')
  if (length > longestPassphrase) throw new AppError('invalid-input', ['passphrase'])
}

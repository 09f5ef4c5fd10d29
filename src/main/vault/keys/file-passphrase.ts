import { AppError } from '#shared/contract/result.ts'
import type { Alone } from './one-at-a-time.ts'
import { assertPassphraseAcceptable } from './passphrase.ts'

/**
 * Throws unless a passphrase may protect a file that leaves the vault: the codes of `assertPassphraseAcceptable`, and
 * `passphrase-of-vault` for the vault's own, which everybody who gets the file would then know.
 */
export type AssertFilePassphrase = (passphrase: Uint8Array) => Promise<void>

export function createFilePassphrases({
  alone,
  vault,
}: {
  readonly alone: Alone
  /** The open vault. Throws while it is locked. */
  readonly vault: () => { readonly matches: (passphrase: Uint8Array) => Promise<boolean> }
}): AssertFilePassphrase {
  return async (passphrase) => {
    await assertPassphraseAcceptable(passphrase)
    // It is no guess, and slows none: the user has just shown that they know the vault's passphrase.
    if (await alone(() => vault().matches(passphrase))) throw new AppError('passphrase-of-vault')
  }
}

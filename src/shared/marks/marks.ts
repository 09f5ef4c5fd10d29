/** Names of the moments that the bench measures from and to; each is an entry of its process's own timeline. */
export const marks = {
  /** The passphrase field is on the screen and has the focus. */
  passphraseField: 'attune:passphrase-field',
  /** A passphrase or recovery key has given the vault's key. */
  keyUnwrapped: 'attune:key-unwrapped',
} as const

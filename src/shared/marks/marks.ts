/** Names of the moments between which the bench measures; each is an entry in its process's own timeline. */
export const marks = {
  /** The passphrase field is on the screen and has the focus. */
  passphraseField: 'attune:passphrase-field',
  /** A passphrase or recovery key has opened the vault's key. */
  keyUnwrapped: 'attune:key-unwrapped',
} as const

/** Longer than the header of any file for one person: the post-quantum line has about 1,500 characters. */
const longestHeaderBytes = 4096
const firstLine = 'age-encryption.org/v1'
const endOfHeader = '\n--- '

/** Who an age file is for, by its header alone. */
export type AgeHeader = 'x25519' | 'post-quantum' | 'not-encrypted' | 'not-for-one-person'

/**
 * Reads the header of an age file, without deriving or decrypting anything. A file for several people or with a
 * passphrase is none that a bundle comes in: a passphrase file could ask for gigabytes of memory.
 */
export function readAgeHeader(file: Uint8Array): AgeHeader {
  const head = Buffer.from(file.subarray(0, longestHeaderBytes)).toString('latin1')
  if (!head.startsWith(`${firstLine}\n`)) return 'not-encrypted'
  const end = head.indexOf(endOfHeader)
  if (end === -1) return 'not-for-one-person'
  const stanzas = head
    .slice(0, end)
    .split('\n')
    .filter((line) => line.startsWith('-> '))
  const [only] = stanzas
  if (only === undefined || stanzas.length > 1) return 'not-for-one-person'
  if (/^-> X25519 [A-Za-z0-9+/]{43}$/.test(only)) return 'x25519'
  if (/^-> mlkem768x25519 [A-Za-z0-9+/]{1494}$/.test(only)) return 'post-quantum'
  return 'not-for-one-person'
}

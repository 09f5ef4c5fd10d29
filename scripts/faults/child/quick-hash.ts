import { createHash } from 'node:crypto'

interface Argon2Input {
  readonly password: Uint8Array
  readonly salt: Uint8Array
  readonly memoryKibibytes: number
  readonly passes: number
}

/**
 * Replaces Argon2id in the process that is killed a thousand times. Stretching a passphrase touches no file, so no
 * result here depends on it, and half a second each time would make a thousand kills take an afternoon.
 */
export function argon2({ password, salt, memoryKibibytes, passes }: Argon2Input): Promise<{
  key: Buffer
  processorMilliseconds: number
}> {
  const hash = createHash('sha256').update(`${memoryKibibytes} ${passes} ${salt.length} `)
  return Promise.resolve({ key: hash.update(salt).update(password).digest(), processorMilliseconds: 0 })
}

import { createHash } from 'node:crypto'

interface Argon2Input {
  readonly password: Uint8Array
  readonly salt: Uint8Array
  readonly memorySize: number
  readonly iterations: number
}

/**
 * Stands where hash-wasm's Argon2id does in the process that is killed a thousand times. Stretching a passphrase
 * touches no file, so nothing that is tried here depends on it, and half a second of it each time would make a
 * thousand kills an afternoon.
 */
export function argon2id({ password, salt, memorySize, iterations }: Argon2Input): Promise<Uint8Array> {
  const hash = createHash('sha256').update(`${memorySize} ${iterations} ${salt.length} `)
  return Promise.resolve(hash.update(salt).update(password).digest())
}

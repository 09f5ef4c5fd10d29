import { hkdfSync } from 'node:crypto'

/** The purposes of keys derived from the vault key. Each label gives an independent key. */
export type KeyPurpose =
  'database' | 'database-seal' | 'header-mac' | 'header-hand-over' | 'backup-mac' | 'audit' | 'erased-clients'

/** Derives a 32-byte key for one purpose from a 32-byte key, by HKDF-SHA256 (RFC 5869). */
export function deriveKey(key: Uint8Array, purpose: KeyPurpose): Buffer {
  return hkdf(key, Buffer.alloc(0), `attune/${purpose}/v1`)
}

/** Derives the key that wraps the vault key from Argon2id's output for a passphrase. */
export function deriveWrappingKey(stretched: Uint8Array): Buffer {
  return hkdf(stretched, Buffer.alloc(0), 'attune/keyslot/v1')
}

/** Derives the key that wraps the vault key from a recovery key, which is random and needs no stretching. */
export function deriveRecoveryWrappingKey(recoveryKey: Uint8Array, salt: Uint8Array): Buffer {
  return hkdf(recoveryKey, salt, 'attune/recovery-keyslot/v1')
}

/** Derives a key for one purpose, passes it to `use` and wipes it afterwards. */
export function withDerivedKey<T>(key: Uint8Array, purpose: KeyPurpose, use: (derived: Buffer) => T): T {
  const derived = deriveKey(key, purpose)
  try {
    return use(derived)
  } finally {
    derived.fill(0)
  }
}

function hkdf(key: Uint8Array, salt: Uint8Array, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, label, 32))
}

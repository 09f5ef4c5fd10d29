import { hkdfSync } from 'node:crypto'

/** What a key derived from the vault key is for; each label gives an independent key. */
export type KeyPurpose = 'database' | 'header-mac' | 'backup-mac' | 'audit'

/** Derives a 32-byte key for one purpose from a 32-byte key, by HKDF-SHA256 (RFC 5869). */
export function deriveKey(key: Uint8Array, purpose: KeyPurpose): Buffer {
  return hkdf(key, Buffer.alloc(0), `attune/${purpose}/v1`)
}

/** Derives the key that wraps the vault key from what Argon2id made of a passphrase. */
export function deriveWrappingKey(stretched: Uint8Array): Buffer {
  return hkdf(stretched, Buffer.alloc(0), 'attune/keyslot/v1')
}

/** Derives the key that wraps the vault key from a recovery key, which is random and needs no stretching. */
export function deriveRecoveryWrappingKey(recoveryKey: Uint8Array, salt: Uint8Array): Buffer {
  return hkdf(recoveryKey, salt, 'attune/recovery-keyslot/v1')
}

/** Lends a key that is derived for one purpose, and wipes it afterwards. */
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

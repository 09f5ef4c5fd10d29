import { hkdfSync } from 'node:crypto'

/** What a key derived from the vault key is for; each label gives an independent key. */
export type KeyPurpose = 'database' | 'header-mac' | 'backup-mac' | 'audit'

/** Derives a 32-byte key for one purpose from a 32-byte key, by HKDF-SHA256 (RFC 5869). */
export function deriveKey(key: Uint8Array, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `attune/${purpose}/v1`, 32))
}

/** Derives the key that wraps the vault key from what Argon2id made of a passphrase. */
export function deriveWrappingKey(stretched: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', stretched, Buffer.alloc(0), 'attune/keyslot/v1', 32))
}

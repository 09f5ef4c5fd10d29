import type Database from 'better-sqlite3'
import { earlierKeysOf } from '../database/earlier-keys.ts'
import { withDerivedKey, type KeyPurpose } from '../keys/derive-key.ts'

/** A key of the vault: the present one, or one that a re-encryption replaced. */
export interface HeldKey {
  readonly age: 'present' | 'earlier'
  /** Derives a key for one purpose and passes it to `use`. Wipes it when `use` returns. */
  readonly withKey: <T>(purpose: KeyPurpose, use: (key: Buffer) => T) => T
}

/** The vault's key, and after it those that open copies from before a re-encryption. */
export function heldKeys(vaultKey: Uint8Array, db: Database.Database): HeldKey[] {
  const held = (age: HeldKey['age'], key: Uint8Array): HeldKey => ({
    age,
    withKey: (purpose, use) => withDerivedKey(key, purpose, use),
  })
  return [held('present', vaultKey), ...earlierKeysOf(db).map((key) => held('earlier', key))]
}

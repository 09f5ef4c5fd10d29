import { randomBytes } from 'node:crypto'
import { fromBase64, toBase64 } from './base64.ts'
import { deriveWrappingKey } from './derive-key.ts'
import { unwrapKey, wrapKey, type PassphraseSlot, type SlotContext } from './keyslot.ts'
import { stretch, type Argon2Cost } from './stretch.ts'

/** Wraps a 32-byte vault key under a passphrase, with a new salt and nonce. */
export async function createPassphraseSlot(
  context: SlotContext,
  vaultKey: Uint8Array,
  passphrase: Uint8Array,
  cost: Argon2Cost,
): Promise<PassphraseSlot> {
  const kdf = { name: 'argon2id', cost, salt: toBase64(randomBytes(16)) } as const
  return withWrappingKey(kdf, passphrase, (wrappingKey) =>
    wrapKey(context, { kind: 'passphrase', kdf } as const, wrappingKey, vaultKey),
  )
}

/** Returns the vault key of a slot, or null if the passphrase is wrong or the slot was changed. */
export async function openPassphraseSlot(
  context: SlotContext,
  slot: PassphraseSlot,
  passphrase: Uint8Array,
): Promise<Buffer | null> {
  return withWrappingKey(slot.kdf, passphrase, (wrappingKey) => unwrapKey(context, slot, wrappingKey))
}

/**
 * Opens a slot of an older format and also returns it in the current format: same passphrase, salt and cost, bound to
 * the new format.
 */
export async function renewPassphraseSlot(
  from: SlotContext,
  to: SlotContext,
  slot: PassphraseSlot,
  passphrase: Uint8Array,
): Promise<{ vaultKey: Buffer; slot: PassphraseSlot } | null> {
  return withWrappingKey(slot.kdf, passphrase, (wrappingKey) => {
    const vaultKey = unwrapKey(from, slot, wrappingKey)
    if (!vaultKey) return null
    return { vaultKey, slot: wrapKey(to, { kind: slot.kind, kdf: slot.kdf }, wrappingKey, vaultKey) }
  })
}

async function withWrappingKey<T>(
  kdf: PassphraseSlot['kdf'],
  passphrase: Uint8Array,
  use: (wrappingKey: Buffer) => T,
): Promise<T> {
  const stretched = await stretch(passphrase, fromBase64(kdf.salt), kdf.cost)
  const wrappingKey = deriveWrappingKey(stretched)
  stretched.fill(0)
  try {
    return use(wrappingKey)
  } finally {
    wrappingKey.fill(0)
  }
}

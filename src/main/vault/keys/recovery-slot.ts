import { randomBytes } from 'node:crypto'
import { withinCalendar } from '#shared/records/calendar.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { deriveRecoveryWrappingKey } from './derive-key.ts'
import { unwrapKey, wrapKey, type RecoverySlot, type SlotContext } from './keyslot.ts'

/** Wraps a 32-byte vault key under a recovery key of 32 random bytes. `since` is when the key was confirmed. */
export function createRecoverySlot(
  context: SlotContext,
  vaultKey: Uint8Array,
  recoveryKey: Uint8Array,
  since: Date,
): RecoverySlot {
  const kdf = { name: 'hkdf-sha256', salt: toBase64(randomBytes(16)) } as const
  const head = { kind: 'recovery-key', kdf, since: withinCalendar(since).toISOString() } as const
  return withWrappingKey(kdf.salt, recoveryKey, (wrappingKey) =>
    wrapKey(context, head, wrappingKey, vaultKey),
  )
}

/** Returns the vault key of a slot, or null if the recovery key is wrong or the slot was changed. */
export function openRecoverySlot(
  context: SlotContext,
  slot: RecoverySlot,
  recoveryKey: Uint8Array,
): Buffer | null {
  return withWrappingKey(slot.kdf.salt, recoveryKey, (wrappingKey) => unwrapKey(context, slot, wrappingKey))
}

function withWrappingKey<T>(salt: string, recoveryKey: Uint8Array, use: (wrappingKey: Buffer) => T): T {
  const wrappingKey = deriveRecoveryWrappingKey(recoveryKey, fromBase64(salt))
  try {
    return use(wrappingKey)
  } finally {
    wrappingKey.fill(0)
  }
}

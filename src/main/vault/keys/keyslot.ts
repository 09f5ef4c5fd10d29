import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { base64Of, fromBase64, toBase64 } from './base64.ts'
import { argon2CostSchema } from './stretch.ts'

/** The wrapped vault key in a slot: encrypted by AES-256-GCM under the slot's own wrapping key. */
const wrapping = {
  nonce: base64Of(12),
  /** 32 bytes of wrapped key and the 16-byte tag. */
  wrapped: base64Of(48),
}

/** Wraps the vault key under a passphrase, which Argon2id stretches. */
export const passphraseSlotSchema = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.strictObject({ name: z.literal('argon2id'), cost: argon2CostSchema, salt: base64Of(16) }),
  ...wrapping,
})
export type PassphraseSlot = z.output<typeof passphraseSlotSchema>

/** Wraps the vault key under the printed recovery key, which has 256 random bits and needs no stretching. */
export const recoverySlotSchema = z.strictObject({
  kind: z.literal('recovery-key'),
  kdf: z.strictObject({ name: z.literal('hkdf-sha256'), salt: base64Of(16) }),
  /** When the key was confirmed. Distinguishes its paper from older ones. */
  since: z.iso.datetime(),
  ...wrapping,
})
export type RecoverySlot = z.output<typeof recoverySlotSchema>

export type Keyslot = PassphraseSlot | RecoverySlot
/** All other fields of a slot. The wrapping is bound to them. */
type SlotHead<Slot extends Keyslot> = Omit<Slot, 'nonce' | 'wrapped'>

/** What the wrapping is also bound to, so that no slot works in another vault or format. */
export interface SlotContext {
  readonly version: number
  readonly vaultId: string
}

function associatedData({ version, vaultId }: SlotContext, head: SlotHead<Keyslot>): Buffer {
  return Buffer.from(canonicalJson({ version, vaultId, slot: head }), 'utf8')
}

/** Wraps the 32-byte vault key with a new nonce. Binds it to the vault and to all other fields of the slot. */
export function wrapKey<Head extends SlotHead<PassphraseSlot> | SlotHead<RecoverySlot>>(
  context: SlotContext,
  head: Head,
  wrappingKey: Uint8Array,
  vaultKey: Uint8Array,
): Head & { nonce: string; wrapped: string } {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(associatedData(context, head))
  const wrapped = Buffer.concat([cipher.update(vaultKey), cipher.final(), cipher.getAuthTag()])
  return { ...head, nonce: toBase64(nonce), wrapped: toBase64(wrapped) }
}

/** Returns the vault key of a slot, or null if the wrapping key is wrong or the slot was changed. */
export function unwrapKey(context: SlotContext, slot: Keyslot, wrappingKey: Uint8Array): Buffer | null {
  const { nonce, wrapped, ...head } = slot
  const bytes = fromBase64(wrapped)
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, fromBase64(nonce), { authTagLength: 16 })
      .setAAD(associatedData(context, head))
      .setAuthTag(bytes.subarray(32))
    return Buffer.concat([decipher.update(bytes.subarray(0, 32)), decipher.final()])
  } catch {
    return null
  }
}

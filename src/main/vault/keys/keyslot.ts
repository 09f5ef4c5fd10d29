import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { base64Of, fromBase64, toBase64 } from './base64.ts'
import { argon2CostSchema } from './stretch.ts'

/** The vault key as a slot holds it: encrypted by AES-256-GCM under the slot's own wrapping key. */
const wrapping = {
  nonce: base64Of(12),
  /** 32 bytes of wrapped key and the 16-byte tag. */
  wrapped: base64Of(48),
}

/** The way to the vault key by passphrase, which is stretched by Argon2id. */
export const passphraseSlotSchema = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.strictObject({ name: z.literal('argon2id'), cost: argon2CostSchema, salt: base64Of(16) }),
  ...wrapping,
})
export type PassphraseSlot = z.output<typeof passphraseSlotSchema>

/** The way to the vault key by the printed recovery key, which has 256 random bits and needs no stretching. */
export const recoverySlotSchema = z.strictObject({
  kind: z.literal('recovery-key'),
  kdf: z.strictObject({ name: z.literal('hkdf-sha256'), salt: base64Of(16) }),
  /** When it was confirmed, so that the paper it is on can be told from older ones. */
  since: z.iso.datetime(),
  ...wrapping,
})
export type RecoverySlot = z.output<typeof recoverySlotSchema>

export type Keyslot = PassphraseSlot | RecoverySlot
/** All that a slot says of itself; the wrapping is bound to it. */
type SlotHead<Slot extends Keyslot> = Omit<Slot, 'nonce' | 'wrapped'>

/** What a slot's wrapping is bound to besides, so that no slot can be moved to another vault or format. */
export interface SlotContext {
  readonly version: number
  readonly vaultId: string
}

function associatedData({ version, vaultId }: SlotContext, head: SlotHead<Keyslot>): Buffer {
  return Buffer.from(canonicalJson({ version, vaultId, slot: head }), 'utf8')
}

/** Wraps the 32-byte vault key, with a fresh nonce, bound to the vault and to all that the slot says of itself. */
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

/** The vault key behind a slot, or null where the wrapping key doesn't fit or the slot was changed. */
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

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { base64Of, canonicalJson, fromBase64, toBase64 } from './bytes.ts'
import { deriveWrappingKey } from './derive-key.ts'
import { passphraseBytes } from './passphrase.ts'
import { argon2CostSchema, stretch, type Argon2Cost } from './stretch.ts'

/** A way to the vault key: how the secret is stretched, and the vault key wrapped by AES-256-GCM. */
export const keyslotSchema = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.strictObject({ name: z.literal('argon2id'), cost: argon2CostSchema, salt: base64Of(16) }),
  nonce: base64Of(12),
  /** 32 bytes of wrapped key and the 16-byte tag. */
  wrapped: base64Of(48),
})
export type Keyslot = z.output<typeof keyslotSchema>

/** What a slot's wrapping is bound to, so that no slot can be moved to another vault or weakened. */
export interface SlotContext {
  readonly version: number
  readonly vaultId: string
}

function associatedData(context: SlotContext, slot: Pick<Keyslot, 'kind' | 'kdf'>): Buffer {
  const { version, vaultId } = context
  return Buffer.from(canonicalJson({ version, vaultId, slot: { kind: slot.kind, kdf: slot.kdf } }), 'utf8')
}

/** Wraps a 32-byte vault key under a passphrase, with a fresh salt and nonce. */
export async function createPassphraseSlot(
  context: SlotContext,
  vaultKey: Uint8Array,
  passphrase: string,
  cost: Argon2Cost,
): Promise<Keyslot> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const head = { kind: 'passphrase', kdf: { name: 'argon2id', cost, salt: toBase64(salt) } } as const
  const wrappingKey = await wrappingKeyFor(passphrase, salt, cost)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(associatedData(context, head))
  const wrapped = Buffer.concat([cipher.update(vaultKey), cipher.final(), cipher.getAuthTag()])
  wrappingKey.fill(0)
  return { ...head, nonce: toBase64(nonce), wrapped: toBase64(wrapped) }
}

/** The vault key behind a slot, or null where the passphrase doesn't fit or the slot was changed. */
export async function openPassphraseSlot(
  context: SlotContext,
  slot: Keyslot,
  passphrase: string,
): Promise<Buffer | null> {
  const wrappingKey = await wrappingKeyFor(passphrase, fromBase64(slot.kdf.salt), slot.kdf.cost)
  const wrapped = fromBase64(slot.wrapped)
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, fromBase64(slot.nonce), {
      authTagLength: 16,
    })
      .setAAD(associatedData(context, slot))
      .setAuthTag(wrapped.subarray(32))
    return Buffer.concat([decipher.update(wrapped.subarray(0, 32)), decipher.final()])
  } catch {
    return null
  } finally {
    wrappingKey.fill(0)
  }
}

async function wrappingKeyFor(passphrase: string, salt: Uint8Array, cost: Argon2Cost): Promise<Buffer> {
  const bytes = passphraseBytes(passphrase)
  const stretched = await stretch(bytes, salt, cost)
  bytes.fill(0)
  const wrappingKey = deriveWrappingKey(stretched)
  stretched.fill(0)
  return wrappingKey
}

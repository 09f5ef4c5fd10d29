import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { OwnKeys } from '../records/contacts/own-keys.repository.ts'

/** What a signature is for. One for a bundle can't be passed off as one for a card. */
export type Signed = 'attune-bundle/1' | 'attune-reply/1' | 'attune-card/1'

const messageOf = (what: Signed, content: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${what}\n`, 'utf8'), content])

/** Signs bytes with Ed25519. Gives 64 bytes as base64url. */
export function signBytes(what: Signed, content: Uint8Array, own: OwnKeys): string {
  const key = createPrivateKey({
    key: { kty: 'OKP', crv: 'Ed25519', d: own.signing, x: own.public.signing },
    format: 'jwk',
  })
  return sign(null, messageOf(what, content), key).toString('base64url')
}

/** Whether a signature belongs to bytes and to a public key. False also for a key or a signature of the wrong form. */
export function isSignatureOf(
  what: Signed,
  content: Uint8Array,
  { signature, signing }: { readonly signature: string; readonly signing: string },
): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: signing }, format: 'jwk' })
    return verify(null, messageOf(what, content), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

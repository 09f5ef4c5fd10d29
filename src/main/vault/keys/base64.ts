import { z } from 'zod'

/** Bytes as base64 text, the spelling in the vault's header. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** The bytes of a base64 text. */
export function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64')
}

/** Accepts base64 of exactly this many bytes, spelled exactly as by `toBase64`. */
export const base64Of = (length: number) =>
  z
    .base64()
    .max(200)
    .refine((text) => fromBase64(text).length === length && toBase64(fromBase64(text)) === text)

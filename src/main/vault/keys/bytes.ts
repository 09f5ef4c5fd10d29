import { z } from 'zod'

/** Bytes as base64 text, as they stand in the vault's header. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** The bytes of a base64 text. */
export function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64')
}

/** Accepts base64 of exactly this many bytes, in the one spelling that `toBase64` gives. */
export const base64Of = (length: number) =>
  z
    .base64()
    .max(200)
    .refine((text) => fromBase64(text).length === length && toBase64(fromBase64(text)) === text)

/** JSON with sorted keys and no white space: the same content always gives the same bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, nested: unknown) =>
    nested !== null && typeof nested === 'object' && !Array.isArray(nested)
      ? Object.fromEntries(Object.entries(nested).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : nested,
  )
}

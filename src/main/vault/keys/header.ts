import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { base64Of, canonicalJson, fromBase64, toBase64 } from './bytes.ts'
import { deriveKey } from './derive-key.ts'
import { keyslotSchema } from './keyslot.ts'

export const headerVersion = 1

const headerContentSchema = z.strictObject({
  format: z.literal('attune-vault'),
  version: z.literal(headerVersion),
  vaultId: z.uuid(),
  /** Counts every writing of the header; of two valid copies the higher one wins. */
  generation: z.int().min(1),
  /** A bare file name beside the header. */
  dbFile: z.string().regex(/^vault-[1-9]\d{0,9}\.db$/),
  /** The database's own count of changes when it was last closed. */
  sequence: z.int().min(0),
  createdAt: z.iso.datetime(),
  slots: z.array(keyslotSchema).length(1),
})

/** The vault's header as it stands in `vault.json`: how to reach the key, and which file is the database. */
export const headerSchema = headerContentSchema.extend({
  mac: base64Of(32),
  /** SHA-256 of all the rest, without a key: tells a damaged copy from a wrong passphrase, and proves nothing else. */
  checksum: base64Of(32),
})
export type HeaderContent = z.output<typeof headerContentSchema>
export type Header = z.output<typeof headerSchema>

function macOf(content: HeaderContent, vaultKey: Uint8Array): Buffer {
  const macKey = deriveKey(vaultKey, 'header-mac')
  const mac = createHmac('sha256', macKey).update(canonicalJson(content)).digest()
  macKey.fill(0)
  return mac
}

/** The header with the seal (HMAC-SHA256) that only the holder of the vault key can make. */
export function sealHeader(content: HeaderContent, vaultKey: Uint8Array): Header {
  const sealed = { ...content, mac: toBase64(macOf(content, vaultKey)) }
  return { ...sealed, checksum: checksumOf(sealed) }
}

function checksumOf(sealed: Omit<Header, 'checksum'>): string {
  return createHash('sha256').update(canonicalJson(sealed)).digest('base64')
}

/** Whether a header reads as it was written; by accident it can't be otherwise. */
export function isHeaderIntact({ checksum, ...sealed }: Header): boolean {
  return checksum === checksumOf(sealed)
}

const futureHeaderSchema = z.looseObject({
  format: z.literal('attune-vault'),
  version: z.int().min(headerVersion + 1),
})

/** Whether something is the header of a vault that a newer Attune wrote. */
export function isNewerHeader(value: unknown): boolean {
  return futureHeaderSchema.safeParse(value).success
}

/** Whether a header is just as the holder of the vault key wrote it. */
export function isHeaderSound(header: Header, vaultKey: Uint8Array): boolean {
  const { mac, checksum: _checksum, ...content } = header
  return timingSafeEqual(fromBase64(mac), macOf(content, vaultKey))
}

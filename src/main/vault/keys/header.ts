import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { base64Of, fromBase64, toBase64 } from './base64.ts'
import { withDerivedKey } from './derive-key.ts'
import { passphraseSlotSchema, recoverySlotSchema } from './keyslot.ts'

export const headerVersion = 2

/** A bare file name beside the header. */
export const dbFileSchema = z.string().regex(/^vault-[1-9]\d{0,9}\.db$/)

const common = {
  format: z.literal('attune-vault'),
  vaultId: z.uuid(),
  /** Counts every writing of the header; of two valid copies the higher one wins. */
  generation: z.int().min(1),
  dbFile: dbFileSchema,
  /** The database's own count of changes when it was last closed. */
  sequence: z.int().min(0),
  createdAt: z.iso.datetime(),
}

const seals = {
  mac: base64Of(32),
  /** SHA-256 of all the rest, without a key: tells a damaged copy from a wrong passphrase, and proves nothing else. */
  checksum: base64Of(32),
}

const headerV1Schema = z.strictObject({
  ...common,
  version: z.literal(1),
  slots: z.tuple([passphraseSlotSchema]),
  ...seals,
})

/** How far the audit log had come when the vault was last closed, so that entries can't be cut off unseen. */
export const auditAnchorSchema = z.strictObject({
  /** How many entries it had, and the SHA-256 of the last one, hexadecimal. */
  count: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type AuditAnchor = z.output<typeof auditAnchorSchema>

const headerContentSchema = z.strictObject({
  ...common,
  version: z.literal(headerVersion),
  /** The database file that `dbFile` took the place of, to be deleted once both copies of this header are written. */
  replaces: dbFileSchema.nullable(),
  audit: auditAnchorSchema.nullable(),
  /** A passphrase always, and a recovery key once one was confirmed. */
  slots: z.union([z.tuple([passphraseSlotSchema]), z.tuple([passphraseSlotSchema, recoverySlotSchema])]),
})

/** The vault's header as it stands in `vault.json`: how to reach the key, and which file is the database. */
export const headerSchema = headerContentSchema.extend(seals)
export type HeaderContent = z.output<typeof headerContentSchema>
export type Header = z.output<typeof headerSchema>

/** A header of this format or of an earlier one, as it may be found on disk. */
export const storedHeaderSchema = z.discriminatedUnion('version', [headerV1Schema, headerSchema])
export type StoredHeader = z.output<typeof storedHeaderSchema>

function macOf(content: object, vaultKey: Uint8Array): Buffer {
  return withDerivedKey(vaultKey, 'header-mac', (macKey) =>
    createHmac('sha256', macKey).update(canonicalJson(content)).digest(),
  )
}

/** The header with the seal (HMAC-SHA256) that only the holder of the vault key can make. */
export function sealHeader(content: HeaderContent, vaultKey: Uint8Array): Header {
  const sealed = { ...content, mac: toBase64(macOf(content, vaultKey)) }
  return { ...sealed, checksum: checksumOf(sealed) }
}

function checksumOf(sealed: object): string {
  return createHash('sha256').update(canonicalJson(sealed)).digest('base64')
}

/** Whether a header reads as it was written; by accident it can't be otherwise. */
export function isHeaderIntact({ checksum, ...sealed }: StoredHeader): boolean {
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
export function isHeaderSound(header: StoredHeader, vaultKey: Uint8Array): boolean {
  const { mac, checksum: _checksum, ...content } = header
  return timingSafeEqual(fromBase64(mac), macOf(content, vaultKey))
}

/** What a header says, without its seals. */
export function contentOf({ mac: _mac, checksum: _checksum, ...content }: Header): HeaderContent {
  return content
}

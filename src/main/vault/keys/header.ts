import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { base64Of, fromBase64, toBase64 } from './base64.ts'
import { withDerivedKey } from './derive-key.ts'
import { replacementReasons } from '../database/set-aside-name.ts'
import { passphraseSlotSchema, recoverySlotSchema, type SlotContext } from './keyslot.ts'

export const headerVersion = 4

/**
 * What the slots of a header are bound to. Formats 2 to 4 share it: a header gets the new format without the secrets
 * that open its slots.
 */
export function slotContextOf({ version, vaultId }: SlotContext): SlotContext {
  return { version: Math.min(version, 2), vaultId }
}

/**
 * The highest value of a count in the vault's files. Adding one to it many times is still exact, so a count never
 * reaches a number that reads back as another one.
 */
export const highestCount = 2 ** 53 - 2 ** 20

/** A count that Attune may have written. */
export const countSchema = z.int().min(0).max(highestCount)

/** A bare file name beside the header. */
export const dbFileSchema = z.string().regex(/^vault-[1-9]\d{0,9}\.db$/)

const common = {
  format: z.literal('attune-vault'),
  vaultId: z.uuid(),
  /** Rises with each write of the header; of two valid copies the higher one wins. */
  generation: countSchema.min(1),
  dbFile: dbFileSchema,
  /** The database's own count of changes when it was last closed. */
  sequence: countSchema,
  createdAt: z.iso.datetime(),
}

const seals = {
  mac: base64Of(32),
  /**
   * SHA-256 of all other fields, without a key. Distinguishes a damaged copy from a wrong passphrase; proves nothing
   * else.
   */
  checksum: base64Of(32),
}

const headerV1Schema = z.strictObject({
  ...common,
  version: z.literal(1),
  slots: z.tuple([passphraseSlotSchema]),
  ...seals,
})

/** The end of the audit log when the vault was last closed. Reveals a log that was cut off later. */
export const auditAnchorSchema = z.strictObject({
  /** The number of entries, and the SHA-256 of the last one, in hexadecimal. */
  count: countSchema,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type AuditAnchor = z.output<typeof auditAnchorSchema>

const sinceVersion2 = {
  ...common,
  /** The database file that `dbFile` replaced. Deleted once both copies of this header are written. */
  replaces: dbFileSchema.nullable(),
  audit: auditAnchorSchema.nullable(),
  /** Always a passphrase; also a recovery key once one was confirmed. */
  slots: z.union([z.tuple([passphraseSlotSchema]), z.tuple([passphraseSlotSchema, recoverySlotSchema])]),
}

const headerV2Schema = z.strictObject({ ...sinceVersion2, version: z.literal(2), ...seals })

/** If this header brought a new vault key: its seal under the key before. Otherwise null. */
const handOver = base64Of(32).nullable()

const headerV3Schema = z.strictObject({ ...sinceVersion2, version: z.literal(3), handOver, ...seals })

const headerContentSchema = z.strictObject({
  ...sinceVersion2,
  version: z.literal(headerVersion),
  /**
   * The seal of the closed database. `open` from the first change until the vault is closed. Null if no Attune that
   * seals databases has closed it yet.
   */
  databaseSeal: z.union([base64Of(32), z.literal('open')]).nullable(),
  /** Databases that this header's own one replaced and that are to be set aside. */
  setsAside: z
    .array(
      z.strictObject({
        dbFile: dbFileSchema,
        reason: z.enum(replacementReasons),
        at: z.iso.datetime(),
      }),
    )
    .max(2),
})

/** The vault's header as stored in `vault.json`: how to get the key, and which file is the database. */
export const headerSchema = headerContentSchema.extend({ handOver, ...seals })
export type HeaderContent = z.output<typeof headerContentSchema>
export type Header = z.output<typeof headerSchema>

/** A header that a backup may hold: in this format or an earlier one. */
export const headerInBackupSchema = z.lazy(() =>
  z.discriminatedUnion('version', [headerV2Schema, headerV3Schema, headerSchema]),
)

/** A header on disk, in this format or an earlier one. */
export const storedHeaderSchema = z.discriminatedUnion('version', [
  headerV1Schema,
  headerV2Schema,
  headerV3Schema,
  headerSchema,
])
export type StoredHeader = z.output<typeof storedHeaderSchema>

function macOf(
  content: object,
  vaultKey: Uint8Array,
  purpose: 'header-mac' | 'header-hand-over' = 'header-mac',
): Buffer {
  return withDerivedKey(vaultKey, purpose, (macKey) =>
    createHmac('sha256', macKey).update(canonicalJson(content)).digest(),
  )
}

/**
 * Adds the seal (HMAC-SHA256) that only the holder of the vault key can make. If the vault key is new, `keyBefore` is
 * the one before, which vouches for the header.
 */
export function sealHeader(
  content: HeaderContent,
  vaultKey: Uint8Array,
  keyBefore: Uint8Array | null = null,
): Header {
  const handOver = keyBefore && toBase64(macOf(content, keyBefore, 'header-hand-over'))
  const complete = { ...content, handOver }
  const sealed = { ...complete, mac: toBase64(macOf(complete, vaultKey)) }
  return { ...sealed, checksum: checksumOf(sealed) }
}

/** What a header of an earlier format doesn't say. */
export const notYetSaid: Pick<HeaderContent, 'databaseSeal' | 'setsAside'> = {
  databaseSeal: null,
  setsAside: [],
}

/** A header in the current format. The slots of format 2 hold in it, so only the seals are new. */
export function upgradeHeader(header: Exclude<StoredHeader, { version: 1 }>, vaultKey: Uint8Array): Header {
  if (header.version === headerVersion) return header
  const { mac: _mac, checksum: _checksum, ...complete } = header
  const content = complete.version === 2 ? complete : withoutHandOver(complete)
  const generation = header.generation + 1
  return sealHeader({ ...content, ...notYetSaid, version: headerVersion, generation }, vaultKey)
}

function withoutHandOver<T extends object>({ handOver: _handOver, ...content }: T & { handOver: unknown }) {
  return content
}

function checksumOf(sealed: object): string {
  return createHash('sha256').update(canonicalJson(sealed)).digest('base64')
}

/** Whether a header reads as it was written. Detects accidents only, not tampering. */
export function isHeaderIntact({ checksum, ...sealed }: StoredHeader): boolean {
  return checksum === checksumOf(sealed)
}

const tamperedHeaderSchema = z
  .looseObject({
    format: z.literal('attune-vault'),
    version: z.int().min(1).max(headerVersion),
    generation: z.number(),
    sequence: z.number(),
    audit: z.looseObject({ count: z.number() }).nullish(),
  })
  .refine(
    ({ generation, sequence, audit }) => Math.max(generation, sequence, audit?.count ?? 0) > highestCount,
  )

/** Whether a value is a vault header with a count that Attune can't have written. */
export function isTamperedHeader(value: unknown): boolean {
  return tamperedHeaderSchema.safeParse(value).success
}

const futureHeaderSchema = z.looseObject({
  format: z.literal('attune-vault'),
  version: z.int().min(headerVersion + 1),
})

/** Whether a value is a vault header written by a newer Attune. */
export function isNewerHeader(value: unknown): value is object {
  return futureHeaderSchema.safeParse(value).success
}

/** Whether the holder of the vault key wrote exactly this header. */
export function isHeaderSound(header: StoredHeader, vaultKey: Uint8Array): boolean {
  const { mac, checksum: _checksum, ...content } = header
  return timingSafeEqual(fromBase64(mac), macOf(content, vaultKey))
}

const vouchedSchema = z.looseObject({ mac: seals.mac, handOver: base64Of(32).nullish() })

/**
 * Whether the holder of a vault key let this header come after one of its own: by the seal itself, or by handing over to
 * a new key. Every later format keeps these two seals, so that this holds for a header that this Attune can't read.
 */
export function isVouchedFor(header: object, vaultKey: Uint8Array): boolean {
  const parsed = vouchedSchema.safeParse(header)
  if (!parsed.success) return false
  const { mac, checksum: _checksum, ...complete } = parsed.data
  const { handOver, ...content } = complete
  try {
    if (timingSafeEqual(fromBase64(mac), macOf(complete, vaultKey))) return true
    if (!handOver) return false
    return timingSafeEqual(fromBase64(handOver), macOf(content, vaultKey, 'header-hand-over'))
  } catch {
    // A forged value can be nested too deeply to be written down.
    return false
  }
}

/** The fields of a header without its seals. */
export function contentOf({
  mac: _mac,
  checksum: _checksum,
  handOver: _handOver,
  ...content
}: Header): HeaderContent {
  return content
}

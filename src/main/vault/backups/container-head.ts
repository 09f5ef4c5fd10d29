import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { backupReasons, type BackupReason } from '#shared/contract/operations/backups.ts'
import { AppError } from '#shared/contract/result.ts'
import { calendarDateSchema, instantSchema, timeZoneSchema } from '#shared/records/calendar.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { base64Of, fromBase64, toBase64 } from '../keys/base64.ts'
import {
  countSchema,
  headerInBackupSchema,
  highestCount,
  isHeaderIntact,
  isNewerHeader,
} from '../keys/header.ts'

/** The first bytes of every backup. */
export const magic = Buffer.from('ATTUNEBK', 'latin1')
export const containerVersion = 2
export const largestHead = 256 * 1024
/** Magic, version and the head's length come before the head; its SHA-256 comes after it. */
export const bytesBeforeHead = magic.length + 8
export const digestBytes = 32

/** Facts about a backup's content, encrypted, because the size of a practice is private. */
export const backupFactsSchema = z.strictObject({
  clients: z.int().min(0),
  sessions: z.int().min(0),
  /** The date of the newest session that has taken place. */
  newestSessionOn: calendarDateSchema.nullable(),
  /** Rows by table, counted in the vault and again in the copy. */
  rows: z.record(z.string(), z.int().min(0)),
})
export type BackupFacts = z.output<typeof backupFactsSchema>

const common = {
  format: z.literal('attune-backup'),
  sequence: countSchema,
  schemaVersion: z.int().min(1),
  createdAt: instantSchema,
  zone: timeZoneSchema,
  /** The vault's whole header with its keyslots: the backup opens even if every header of the vault is lost. */
  vault: headerInBackupSchema,
  database: z.strictObject({ bytes: z.int().min(1), sha256: base64Of(32) }),
}

/** Version 1 has neither a reason nor a lineage. */
const contentV1Schema = z.strictObject({ ...common, version: z.literal(1) })
const contentSchema = z.strictObject({
  ...common,
  version: z.literal(containerVersion),
  reason: z.enum(backupReasons),
  /** The line of states that the database continues; see `lineageOf`. */
  lineage: z.uuid(),
})

const facts = z.strictObject({
  nonce: base64Of(12),
  sealed: z
    .base64()
    .max(64 * 1024)
    .min(24),
})

/** The head of a backup, in this format or an earlier one. Readable without a key, except for its facts. */
export const headSchema = z.discriminatedUnion('version', [
  contentV1Schema.extend({ facts }),
  contentSchema.extend({ facts }),
])
export type HeadContent = z.output<typeof contentSchema>
type StoredContent = HeadContent | z.output<typeof contentV1Schema>
export type Head = z.output<typeof headSchema>

/** Why a backup was made. */
export function reasonOf(head: Head): BackupReason {
  return head.version === 1 ? 'usual' : head.reason
}

/** The line of states that a backup belongs to. The first line of a vault has the vault's id. */
export function lineageOfHead(head: Head): string {
  return head.version === 1 ? head.vault.vaultId : head.lineage
}

const newerSchema = z.looseObject({
  format: z.literal('attune-backup'),
  version: z.int().min(containerVersion + 1),
})
const withVaultSchema = z.looseObject({ format: z.literal('attune-backup'), vault: z.unknown() })

/** A head that was read, a later Attune's head, or none. */
export type HeadRead =
  { readonly kind: 'head'; readonly head: Head } | { readonly kind: 'newer' } | { readonly kind: 'damaged' }

/** Parses the bytes of a head. The caller has already compared its digest. */
export function parseHead(bytes: Uint8Array): HeadRead {
  const value = parseJson(bytes)
  if (newerSchema.safeParse(value).success) return { kind: 'newer' }
  const withVault = withVaultSchema.safeParse(value)
  if (withVault.success && isNewerHeader(withVault.data.vault)) return { kind: 'newer' }
  const parsed = headSchema.safeParse(value)
  if (!parsed.success || !isHeaderIntact(parsed.data.vault)) return { kind: 'damaged' }
  return { kind: 'head', head: parsed.data }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * Seals a head's facts (AES-256-GCM), with the rest of the head as associated data. So opening the facts proves the
 * head genuine, without reading the database behind it.
 */
export function sealHead(content: StoredContent, facts: BackupFacts, backupKey: Uint8Array): Head {
  const key = factsKey(backupKey)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associatedData(content))
  const sealed = Buffer.concat([
    cipher.update(canonicalJson(facts), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ])
  key.fill(0)
  return { ...content, facts: { nonce: toBase64(nonce), sealed: toBase64(sealed) } }
}

/** Returns the facts of a genuine head; null if the key is another vault's or the head was changed. */
export function openFacts(head: Head, backupKey: Uint8Array): BackupFacts | null {
  const { facts, ...content } = head
  const key = factsKey(backupKey)
  const sealed = fromBase64(facts.sealed)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, fromBase64(facts.nonce), { authTagLength: 16 })
      .setAAD(associatedData(content))
      .setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return backupFactsSchema.parse(JSON.parse(plain.toString('utf8')))
  } catch {
    return null
  } finally {
    key.fill(0)
  }
}

/**
 * All bytes before the database, once they read back as this head and open under its key. Throws `vault-tampered` or an
 * error otherwise, so no backup is written that nobody can restore.
 */
export function provenHeadBytes(head: Head, backupKey: Uint8Array): Buffer {
  if (head.sequence > highestCount) throw new AppError('vault-tampered')
  const bytes = headBytes(head)
  const read = parseHead(bytes.subarray(bytesBeforeHead, -digestBytes))
  const isRead =
    bytes.length <= bytesBeforeHead + largestHead + digestBytes &&
    read.kind === 'head' &&
    openFacts(read.head, backupKey) !== null
  if (!isRead) throw new Error('the head of the backup would not read back')
  return bytes
}

/** All bytes before the database: magic, version, length, head, digest. */
export function headBytes(head: Head): Buffer {
  const json = Buffer.from(canonicalJson(head), 'utf8')
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(head.version, 0)
  numbers.writeUInt32BE(json.length, 4)
  const open = Buffer.concat([magic, numbers, json])
  return Buffer.concat([open, createHash('sha256').update(open).digest()])
}

function associatedData(content: StoredContent): Buffer {
  return Buffer.from(canonicalJson(content), 'utf8')
}

function factsKey(backupKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', backupKey, Buffer.alloc(0), 'attune/backup-facts/v1', 32))
}

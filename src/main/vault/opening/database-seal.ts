import { createHmac, timingSafeEqual } from 'node:crypto'
import type Database from 'better-sqlite3'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import type { GoneBack } from '#shared/contract/operations/vault.ts'
import { continuesLog } from '../database/audit-end.ts'
import { sequenceOf } from '../database/change.ts'
import { digestOfFileNow, type FileDigest } from '../database/file-digest.ts'
import { markOf } from '../database/file-watch.ts'
import { fromBase64, toBase64 } from '../keys/base64.ts'
import { withDerivedKey } from '../keys/derive-key.ts'
import type { Header } from '../keys/header.ts'

type Sealed = Pick<Header, 'vaultId' | 'dbFile'>

/** Seals a closed database: only the holder of the vault key can make this value, and only for this file. */
export function sealOfDatabase(
  { vaultId, dbFile }: Sealed,
  digest: FileDigest,
  vaultKey: Uint8Array,
): string {
  const { bytes, sha256 } = digest
  return withDerivedKey(vaultKey, 'database-seal', (key) =>
    toBase64(createHmac('sha256', key).update(canonicalJson({ vaultId, dbFile, bytes, sha256 })).digest()),
  )
}

/**
 * What an open database shows by itself, before anything is written to it. `early` is the digest of its file from before
 * it was opened, if it could be read then.
 */
export function howItWentBack(
  db: Database.Database,
  header: Header,
  { early, vaultKey }: { readonly early: FileDigest | null; readonly vaultKey: Uint8Array },
): Exclude<GoneBack['kind'], 'newer-backup'> | null {
  if (sequenceOf(db) < header.sequence || !continuesLog(db, header.audit)) return 'older'
  const { databaseSeal } = header
  if (databaseSeal === null || databaseSeal === 'open') return null
  // Opening it may have changed the file: a journal beside it is played back.
  const digest = early?.mark === markOf(db.name) ? early : digestOfFileNow(db.name)
  return fitsSeal({ ...header, databaseSeal }, digest, vaultKey) ? null : 'changed'
}

/** Whether a file is the one that a header's seal was made for. */
export function fitsSeal(
  header: Sealed & { readonly databaseSeal: string },
  digest: FileDigest,
  vaultKey: Uint8Array,
): boolean {
  const found = sealOfDatabase(header, digest, vaultKey)
  return timingSafeEqual(fromBase64(found), fromBase64(header.databaseSeal))
}

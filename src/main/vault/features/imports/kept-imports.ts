import { createHash } from 'node:crypto'
import type { DoneImport } from '#shared/imports/import-preview.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import type { ClientId, SessionId } from '#shared/records/ids.ts'
import type { Response } from '#shared/records/session-log.ts'
import type { FullSession } from '../../records/sessions/session.repository.ts'

/** A form that an import has brought. Its content is not kept, so that an erasure leaves none of it in memory. */
export interface KeptForm {
  readonly id: string
  readonly digest: string
}

/** A session that an import has made, or added forms to. */
export interface KeptSession {
  readonly id: SessionId
  readonly clientId: ClientId
  /** What a session that the import made came to; null for one that was there before. */
  readonly made: string | null
  readonly added: readonly KeptForm[]
}

/** What an import has brought, to take it back. */
export interface KeptImport {
  readonly done: DoneImport
  readonly clients: readonly ClientId[]
  readonly sessions: readonly KeptSession[]
}

/** The whole content of a session or a form as a short text: another one for any other content. */
export function digestOf(content: FullSession | Response): string {
  return createHash('sha256').update(canonicalJson(content)).digest('base64')
}

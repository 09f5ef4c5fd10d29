import { createHash } from 'node:crypto'
import type { DoneImport } from '#shared/imports/import-preview.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import type { ClientId, SessionId } from '#shared/records/ids.ts'
import type { OwnWordsId, WordingId } from '#shared/records/own-words.ts'
import type { Response } from '#shared/records/session-log.ts'
import type { OwnRatingKey } from '../../records/clients/own-words.repository.ts'
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
  /** What the texts came to that it was given; null for those that it was not. */
  readonly texts: {
    readonly note: string | null
    readonly forms: readonly {
      readonly id: string
      readonly comment: string | null
      readonly words: string | null
    }[]
  }
}

/** A goal or problem that an import has made, or added to. */
export interface KeptOwnWords {
  readonly id: OwnWordsId
  /** The day on which one that the import made has ended; null for one that was there before. */
  readonly made: string | null
  /** The wordings that it was given. */
  readonly wordings: readonly { readonly id: WordingId; readonly digest: string }[]
  readonly ratings: readonly OwnRatingKey[]
}

/** What an import has brought of one client. */
export interface KeptOfClient {
  readonly sessions: readonly KeptSession[]
  readonly ownWords: readonly KeptOwnWords[]
}

/** What an import has brought, to take it back. */
export interface KeptImport extends KeptOfClient {
  readonly done: DoneImport
  readonly clients: readonly ClientId[]
}

/** The whole content of a session, a form or a text as a short text: another one for any other content. */
export function digestOf(content: FullSession | Response | string | readonly string[]): string {
  return createHash('sha256').update(canonicalJson(content)).digest('base64')
}

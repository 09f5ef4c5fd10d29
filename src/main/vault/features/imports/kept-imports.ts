import { createHash } from 'node:crypto'
import type { DoneImport } from '#shared/imports/import-preview.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import type { ClientId, SessionId } from '#shared/records/ids.ts'
import type { Response } from '#shared/records/session-log.ts'
import type { FullSession, SessionRepository } from '../../records/sessions/session.repository.ts'
import type { PlannedImport } from './plan-import.ts'

/** A form that an import has brought. Its content is not kept, so that an erasure leaves none of it in memory. */
export interface KeptForm {
  readonly id: string
  readonly digest: string
}

/** What an import has brought, to take it back. */
export interface KeptImport {
  readonly done: DoneImport
  readonly clients: readonly ClientId[]
  readonly sessions: readonly {
    readonly id: SessionId
    readonly clientId: ClientId
    /** What a session that the import made came to; null for one that was there before. */
    readonly made: string | null
    readonly added: readonly KeptForm[]
  }[]
}

/** The whole content of a session or a form as a short text: another one for any other content. */
export function digestOf(content: FullSession | Response): string {
  return createHash('sha256').update(canonicalJson(content)).digest('base64')
}

/** Keeps what an import has written, in the transaction that writes it. */
export function keepImport(
  sessions: Pick<SessionRepository, 'get'>,
  plan: PlannedImport,
  done: DoneImport,
): KeptImport {
  return {
    done,
    clients: plan.clients.map(({ id }) => id),
    sessions: plan.sessions.map(({ id, clientId, before, added }) => {
      const now = sessions.get(id)
      if (now === null) throw new Error('a session that was just imported is not there')
      return {
        id,
        clientId,
        made: before === null ? digestOf(now) : null,
        added: added.map((form) => ({ id: form.id, digest: digestOf(form) })),
      }
    }),
  }
}

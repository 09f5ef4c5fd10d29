import type { ClientId, SessionId } from '#shared/records/ids.ts'

/** A session as its menu and the dialogs of the menu name it. */
export interface NamedSession {
  readonly sessionId: SessionId
  readonly clientId: ClientId
  readonly clientCode: string
  readonly number: number
}

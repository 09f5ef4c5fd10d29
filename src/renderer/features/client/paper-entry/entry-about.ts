import type { PaperChoice } from '#shared/contract/operations/paper.ts'
import type { Client } from '#shared/records/client.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'

/** What every step of an entry is about. */
export interface EntryAbout {
  readonly client: Client
  readonly choice: PaperChoice
  readonly session: PaperChoice['sessions'][number]
  readonly stored: StoredSessionLog
}

import type { SessionLog, StoredSessionLog } from '#shared/records/session-log.ts'
import type { FindInstrument } from './use-instruments.ts'

/** The props of every part of the form. */
export interface PartProps {
  readonly log: SessionLog
  readonly stored: StoredSessionLog | null
  readonly change: (edit: (log: SessionLog) => SessionLog) => void
  /** Called on Ctrl or Cmd with Enter. */
  readonly onSave: () => void
  readonly findInstrument: FindInstrument
  /** Whether the session is in the future: then it can be planned but not rated. */
  readonly isAhead: boolean
  /** The date as typed while it is no day yet; the log then still has the last day. Null if the log has the typed one. */
  readonly typedDate: string | null
  readonly onDate: (day: string | null, typed: string) => void
  /** Whether a save was refused because of a field that can’t be saved. */
  readonly wasRefused: boolean
}

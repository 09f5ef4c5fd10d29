import type { Instrument } from '#shared/instruments/instrument.ts'
import type { SessionLog, StoredSessionLog } from '#shared/records/session-log.ts'

/** What every part of the form is given. */
export interface PartProps {
  readonly log: SessionLog
  readonly stored: StoredSessionLog | null
  readonly change: (edit: (log: SessionLog) => SessionLog) => void
  /** What Ctrl or Cmd with Enter does. */
  readonly onSave: () => void
  readonly findInstrument: (id: string) => Instrument | null
  /** The session lies in the future: it can be planned, and nothing about it can be rated. */
  readonly isAhead: boolean
  /** The date was emptied; the log still has the one from before. */
  readonly isDateMissing: boolean
  readonly onDateMissing: (isMissing: boolean) => void
}

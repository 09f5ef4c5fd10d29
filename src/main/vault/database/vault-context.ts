import type Database from 'better-sqlite3'

/** What every feature of an open vault uses. */
export interface VaultContext {
  readonly db: Database.Database
  /** The current instant. */
  readonly now: () => Date
  /** This computer's time zone, by its IANA name. */
  readonly zone: () => string
}

/** Today's date in the computer's zone, `YYYY-MM-DD`. */
export function todayIn(context: Pick<VaultContext, 'now' | 'zone'>): string {
  // Swedish dates use the ISO 8601 format.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: context.zone() }).format(context.now())
}

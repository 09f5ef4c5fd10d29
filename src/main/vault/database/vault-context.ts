import type Database from 'better-sqlite3'

/** What every feature of an open vault is built on. */
export interface VaultContext {
  readonly db: Database.Database
  /** The moment, as an instant in UTC. */
  readonly now: () => Date
  /** The zone this computer is in, by its IANA name. */
  readonly zone: () => string
}

/** Today's date in the computer's zone, `YYYY-MM-DD`. */
export function todayIn(context: Pick<VaultContext, 'now' | 'zone'>): string {
  // Swedish dates are written as ISO 8601 writes them.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: context.zone() }).format(context.now())
}

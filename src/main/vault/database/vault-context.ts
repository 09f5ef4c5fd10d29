import type Database from 'better-sqlite3'
import { dateIn, lastPossibleDay } from '#shared/records/days.ts'

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
  return dateIn(context.zone(), context.now())
}

/** Whether a session lies in the future in its own zone and in the computer's. */
export function isAhead(
  context: Pick<VaultContext, 'now' | 'zone'>,
  session: { readonly date: string; readonly zone: string },
): boolean {
  return session.date > lastPossibleDay(session.zone, context.zone(), context.now())
}

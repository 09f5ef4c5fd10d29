import type { AuditEntry } from '#shared/audit/audit-entry.ts'
import { dayOf, timeOf, zoneHere } from '#renderer/lib/dates.ts'

type Moment = Pick<AuditEntry, 'at' | 'zone'>

/** A zone that this computer knows; an entry may name one that it doesn't, and is then shown in UTC. */
function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}

/** The day of an entry where it happened, in words. */
export function entryDay({ at, zone }: Moment): string {
  return dayOf(at, { dateStyle: 'full', timeZone: knownZone(zone) })
}

/** The time of day of an entry where it happened. */
export function entryTime({ at, zone }: Moment): string {
  return timeOf(at, knownZone(zone))
}

/** Whether an entry was written in another zone than this computer is in. */
export function isElsewhere({ zone }: Moment): boolean {
  return knownZone(zone) !== zoneHere()
}

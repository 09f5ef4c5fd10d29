import type { AuditEntry } from '#shared/audit/audit-entry.ts'
import { dayOf, timeOf, zoneHere } from '#renderer/lib/dates.ts'

type Moment = Pick<AuditEntry, 'at' | 'zone'>

/** The entry's zone, or UTC if this computer does not know that zone. */
function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}

/** The day of an entry in its own zone, in words. */
export function entryDay({ at, zone }: Moment): string {
  return dayOf(at, { dateStyle: 'full', timeZone: knownZone(zone) })
}

/** The time of day of an entry in its own zone. */
export function entryTime({ at, zone }: Moment): string {
  return timeOf(at, knownZone(zone))
}

/** Whether the entry's zone differs from this computer's. */
export function isElsewhere({ zone }: Moment): boolean {
  return knownZone(zone) !== zoneHere()
}

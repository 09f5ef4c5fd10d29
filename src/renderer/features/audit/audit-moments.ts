import type { AuditEntry } from '#shared/audit/audit-entry.ts'

type Moment = Pick<AuditEntry, 'at' | 'zone'>

/** A zone that this computer knows; an entry may name one that it doesn't, and is then told in UTC. */
function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat(undefined, { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}

/** The day of an entry where it happened, in words. */
export function dayOf({ at, zone }: Moment): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: knownZone(zone) }).format(
    new Date(at),
  )
}

/** The time of day of an entry where it happened. */
export function timeOf({ at, zone }: Moment): string {
  return new Intl.DateTimeFormat(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: knownZone(zone),
  }).format(new Date(at))
}

/** Whether an entry was written in another zone than this computer is in. */
export function isElsewhere({ zone }: Moment): boolean {
  return knownZone(zone) !== Intl.DateTimeFormat().resolvedOptions().timeZone
}

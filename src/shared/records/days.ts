/** The calendar date of an instant in a zone, `YYYY-MM-DD`. Throws a RangeError for a zone the platform doesn't know. */
export function dateIn(zone: string, instant: Date): string {
  // Swedish dates use the ISO 8601 format.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(instant)
}

/**
 * The last day that a session may have been held on: today in the session's own zone or in this computer's, whichever
 * is later.
 *
 * Both count, because the session may have been planned in one zone and held in the other. A zone that the platform
 * doesn't know doesn't count.
 */
export function lastPossibleDay(sessionZone: string, zoneHere: string, now: Date): string {
  const here = dateIn(zoneHere, now)
  const there = dateOrNull(sessionZone, now)
  return there !== null && there > here ? there : here
}

function dateOrNull(zone: string, instant: Date): string | null {
  try {
    return dateIn(zone, instant)
  } catch {
    return null
  }
}

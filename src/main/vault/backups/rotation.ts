import type { BackupReason } from '#shared/contract/operations/backups.ts'
import { endOfMonth, parseDate, startOfMonth, type CalendarDate } from '@internationalized/date'

/** What rotation needs of a backup of this vault whose head the vault's key vouches for. */
export interface RotatedBackup {
  readonly name: string
  /** The vault's own count of changes. Only ever rises, whatever the clock does. */
  readonly sequence: number
  /** The instant it was made, and the computer's zone then. */
  readonly createdAt: string
  readonly zone: string
  readonly reason: BackupReason
  /** The line of states it belongs to. */
  readonly lineage: string
}

/** The moment of a rotation, as an instant. */
type Instant = string

/** The number of days, weeks and months with a backup that keep one: the newest of each. */
export const kept = { days: 7, weeks: 4, months: 12 } as const

/** A backup that keeps what something else replaced is never rotated away within this time. */
export const daysBeforeCopiesStay = 30

/**
 * Chooses which of a vault's backups to keep: of each line of states the newest, and the newest of each of its last 7
 * days, 4 weeks and 12 months that have one; and every backup made before a restore, a re-encryption or a migration for
 * 30 days.
 *
 * Backups of two lines never compete for a day. So that an abandoned line does not stay for ever, its backups go once
 * 12 later months have a backup in any line.
 */
export function selectKept<Backup extends RotatedBackup>(
  backups: readonly Backup[],
  present: { readonly lineage: string; readonly now: Instant },
): Set<Backup> {
  const keeping = new Set(backups.filter((backup) => isBeforeCopy(backup, present.now)))
  const months = new Set(newestMonths(backups))
  for (const [lineage, line] of Map.groupBy(backups, (backup) => backup.lineage)) {
    const isAbandoned = lineage !== present.lineage
    for (const backup of selectOfLine(line))
      if (!isAbandoned || months.has(monthOf(localDay(backup)))) keeping.add(backup)
  }
  return keeping
}

function isBeforeCopy({ reason, createdAt }: RotatedBackup, now: Instant): boolean {
  const ageDays = (Date.parse(now) - Date.parse(createdAt)) / 86_400_000
  return reason !== 'usual' && ageDays < daysBeforeCopiesStay
}

function newestMonths(backups: readonly RotatedBackup[]): string[] {
  const all = new Set(backups.map((backup) => monthOf(localDay(backup))))
  return [...all].toSorted().slice(-kept.months)
}

const monthOf = (day: CalendarDate): string => startOfMonth(day).toString()

/**
 * The newest backup of one line, and the newest of each of its days, weeks and months.
 *
 * "Newest" compares the count of changes first and the clock second, so after a clock is set back, yesterday's backup
 * does not count as newest. Days are those of the zone a backup was made in. Periods without a backup don't count, so
 * after a year away every backup is still there.
 */
function selectOfLine<Backup extends RotatedBackup>(backups: readonly Backup[]): Set<Backup> {
  const newestFirst = backups.toSorted(compareNewestFirst)
  const periods = [
    { most: kept.days, of: (day: CalendarDate) => day.toString() },
    { most: kept.weeks, of: (day: CalendarDate) => mondayOf(day).toString() },
    { most: kept.months, of: monthOf },
  ]
  const keeping = new Set(newestFirst.slice(0, 1))
  for (const { most, of } of periods) {
    const seen = new Set<string>()
    for (const backup of newestFirst) {
      if (seen.size === most) break
      const period = of(localDay(backup))
      if (!seen.has(period)) keeping.add(backup)
      seen.add(period)
    }
  }
  return keeping
}

/** Newest first: by the count of changes, then by the instant. */
export function compareNewestFirst(
  a: Pick<RotatedBackup, 'sequence' | 'createdAt'>,
  b: Pick<RotatedBackup, 'sequence' | 'createdAt'>,
): number {
  return b.sequence - a.sequence || (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0)
}

/**
 * The day at whose end the last backup with erased data is gone, if every later calendar month has a backup; null if no
 * backup has it now.
 *
 * Simulates rotation with one backup on the last day of each such month, the latest case possible. An abandoned line
 * counts as holding the data, because its counts of changes say nothing about this line's. Counts usual backups only: an
 * erasure rewrites the others.
 */
export function expiryBySequence(
  backups: readonly RotatedBackup[],
  erasedAtSequence: number,
  { lineage, today }: { readonly lineage: string; readonly today: string },
): string | null {
  const holds = ({ reason, ...backup }: RotatedBackup) =>
    reason === 'usual' && (backup.lineage !== lineage || backup.sequence < erasedAtSequence)
  let present: readonly RotatedBackup[] = backups
  let sequence = Math.max(erasedAtSequence, ...backups.map((backup) => backup.sequence))
  let day = endOfMonth(parseDate(today).add({ months: 1 }))
  if (!present.some(holds)) return null
  for (;;) {
    sequence += 1
    const now = `${day.toString()}T12:00:00.000Z`
    const next = { name: '', sequence, createdAt: now, zone: 'UTC', reason: 'usual', lineage } as const
    present = [...selectKept([...present, next], { lineage, now })]
    if (!present.some(holds)) return day.toString()
    day = endOfMonth(day.add({ months: 1 }))
  }
}

const calendars = new Map<string, Intl.DateTimeFormat>()

function localDay({ createdAt, zone }: RotatedBackup): CalendarDate {
  const calendar = calendars.get(zone) ?? calendarOf(zone)
  calendars.set(zone, calendar)
  return parseDate(calendar.format(new Date(createdAt)))
}

/** Swedish dates use the ISO 8601 format. An unknown zone must not stop a backup. */
function calendarOf(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  } catch {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' })
  }
}

function mondayOf(day: CalendarDate): CalendarDate {
  const weekday = (new Date(`${day.toString()}T00:00:00.000Z`).getUTCDay() + 6) % 7
  return day.subtract({ days: weekday })
}

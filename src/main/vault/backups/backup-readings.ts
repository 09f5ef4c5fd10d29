import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { PlaceKind } from '#shared/contract/operations/backups.ts'
import { instantSchema } from '#shared/records/calendar.ts'
import { readSmallFile } from '../files/read-small-file.ts'
import { writeDurably } from '../files/write-durably.ts'

const readingSchema = z.strictObject({ at: instantSchema, isSound: z.boolean() })
type Reading = z.output<typeof readingSchema>

const readingsSchema = z.strictObject({
  format: z.literal('attune-backup-readings'),
  version: z.literal(1),
  /** The last reading of each backup, by place and name. */
  readings: z.record(z.string(), readingSchema),
})

const largestFile = 4 * 1024 * 1024
const dayMilliseconds = 86_400_000

/** A backup as it is read again: the place, the name, and the instant it was made. */
export interface Readable {
  readonly place: PlaceKind
  readonly name: string
  readonly createdAt: string
}

/** The backups that could be seen at a reading, and the places that could not be read. */
interface Seen {
  readonly existing: readonly Readable[]
  readonly away: ReadonlySet<PlaceKind>
}

/**
 * Remembers when kept backups were last read through, and which of them no longer read as they were written. Contains
 * no vault data. An unreadable file counts as none: at worst a backup is read again too early.
 */
export function createBackupReadings(file: string) {
  const keyOf = ({ place, name }: Pick<Readable, 'place' | 'name'>): string => `${place}/${name}`
  const get = (): Readonly<Record<string, Reading>> => {
    try {
      const bytes = readSmallFile(file, largestFile)
      return readingsSchema.parse(JSON.parse(bytes?.toString('utf8') ?? '')).readings
    } catch {
      return {}
    }
  }
  return {
    /** Whether the last reading of a backup found it changed. */
    isRotted: (backup: Pick<Readable, 'place' | 'name'>): boolean => get()[keyOf(backup)]?.isSound === false,
    /**
     * Stores the result of a reading, and forgets backups that no longer exist. Those in a place that is away may still
     * exist.
     */
    note: (backup: Readable, reading: Reading, { existing, away }: Seen): void => {
      const there = new Set([...existing, backup].map(keyOf))
      const isAway = (key: string) => [...away].some((place) => key.startsWith(`${place}/`))
      const earlier = Object.entries(get()).filter(([key]) => there.has(key) || isAway(key))
      const readings = { ...Object.fromEntries(earlier), [keyOf(backup)]: reading }
      const content = readingsSchema.parse({ format: 'attune-backup-readings', version: 1, readings })
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
        writeDurably(file, `${JSON.stringify(content, null, 2)}\n`)
      } catch {
        // Such as a full disk. The backup is then read again too early.
      }
    },
    /**
     * The backup whose turn it is: the one that was proven longest ago. A backup was proven when it was made. Null if
     * one was read within a day. An instant in the future, from a wrong clock, counts as long ago.
     */
    next: <Backup extends Readable>(backups: readonly Backup[], now: Date): Backup | null => {
      const readings = get()
      const past = (at: string | undefined): number => {
        const moment = at === undefined ? 0 : Date.parse(at)
        return moment > now.getTime() ? 0 : moment
      }
      const last = Math.max(0, ...Object.values(readings).map(({ at }) => past(at)))
      if (now.getTime() - last < dayMilliseconds) return null
      const provenAt = (backup: Backup) => past(readings[keyOf(backup)]?.at ?? backup.createdAt)
      return backups.toSorted((a, b) => provenAt(a) - provenAt(b))[0] ?? null
    },
  }
}

export type BackupReadings = ReturnType<typeof createBackupReadings>

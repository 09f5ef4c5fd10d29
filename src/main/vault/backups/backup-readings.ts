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
  /** The mark of each backup when every byte of it was last known to be right, by place and name. */
  whole: z.record(z.string(), z.string()).default({}),
})

const largestFile = 4 * 1024 * 1024
const dayMilliseconds = 86_400_000

type Readings = Pick<z.output<typeof readingsSchema>, 'readings' | 'whole'>

/** A backup as it is read again: the place, the name, the mark of the file, and the instant it was made. */
export interface Readable {
  readonly place: PlaceKind
  readonly name: string
  readonly mark: string
  readonly createdAt: string
}

/** The backups that could be seen at a reading, and the places that could not be read. */
interface Seen {
  readonly existing: readonly Readable[]
  readonly away: ReadonlySet<PlaceKind>
}

/**
 * Remembers when kept backups were last read through, which of them no longer read as they were written, and which are
 * known to be whole. Contains no vault data. An unreadable file counts as none: at worst a backup is read again too
 * early.
 */
export function createBackupReadings(file: string) {
  const keyOf = ({ place, name }: Pick<Readable, 'place' | 'name'>): string => `${place}/${name}`
  const get = (): Readings => {
    try {
      const bytes = readSmallFile(file, largestFile)
      return readingsSchema.parse(JSON.parse(bytes?.toString('utf8') ?? ''))
    } catch {
      return { readings: {}, whole: {} }
    }
  }
  const store = (next: Readings): void => {
    const content = readingsSchema.parse({ format: 'attune-backup-readings', version: 1, ...next })
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      writeDurably(file, `${JSON.stringify(content, null, 2)}\n`)
    } catch {
      // Such as a full disk. The backup is then read again too early.
    }
  }
  return {
    /** Whether the last reading of a backup found it changed. */
    isRotted: (backup: Pick<Readable, 'place' | 'name'>): boolean =>
      get().readings[keyOf(backup)]?.isSound === false,
    /** Whether every byte of a backup was read or written under the key, and the file has not changed since. */
    isWhole: (backup: Pick<Readable, 'place' | 'name' | 'mark'>): boolean =>
      get().whole[keyOf(backup)] === backup.mark,
    /** Stores that a backup was made, and so read back. */
    noteMade: (backup: Pick<Readable, 'place' | 'name' | 'mark'>): void => {
      const { readings, whole } = get()
      store({ readings, whole: { ...whole, [keyOf(backup)]: backup.mark } })
    },
    /**
     * Stores the result of a reading, and forgets backups that no longer exist. Those in a place that is away may still
     * exist.
     */
    note: (backup: Readable, reading: Reading, { existing, away }: Seen): void => {
      const there = new Set([...existing, backup].map(keyOf))
      const isAway = (key: string) => [...away].some((place) => key.startsWith(`${place}/`))
      const ofExisting = <T>(all: Readonly<Record<string, T>>) =>
        Object.fromEntries(Object.entries(all).filter(([key]) => there.has(key) || isAway(key)))
      const { readings, whole } = get()
      const { [keyOf(backup)]: _before, ...others } = ofExisting(whole)
      store({
        readings: { ...ofExisting(readings), [keyOf(backup)]: reading },
        whole: reading.isSound ? { ...others, [keyOf(backup)]: backup.mark } : others,
      })
    },
    /**
     * The backup whose turn it is: the one that was proven longest ago. A backup was proven when it was made. Null if
     * one was read within a day. An instant in the future, from a wrong clock, counts as long ago.
     */
    next: <Backup extends Readable>(backups: readonly Backup[], now: Date): Backup | null => {
      const { readings } = get()
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

import { realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type {
  BackupList,
  BackupPlace,
  BackupReason,
  BackupStatus,
  PlaceKind,
} from '#shared/contract/operations/backups.ts'
import { AppError, type ErrorCode } from '#shared/contract/result.ts'
import { withinCalendar } from '#shared/records/calendar.ts'
import { isWithin, realpathOf } from '../files/write-new-file.ts'
import { explainForeignPlace } from '../files/explain-foreign-place.ts'
import { compareItems, itemOf, stateOf } from './backup-items.ts'
import { createBackupReadings } from './backup-readings.ts'
import { isBackupName } from '../inventory/backup-names.ts'
import { defaultBackupFolder, stagingFolder, type BackupFolder } from '../inventory/content-files.ts'
import { createBackupSettings, withChosenFolder, type Attempt } from './backup-settings.ts'
import type { Progress } from './container.ts'
import type { Head } from './container-head.ts'
import { genuineIn, type GenuineBackup } from './genuine-backups.ts'
import { createCurrentBackups } from './current-backups.ts'
import { lineageOfVault, type BackedUpVault } from './backed-up-vault.ts'
import { copyBackup, makeBackup, rotate } from './make-backup.ts'
import { idOf, readPlace, warningsFor, type FoundBackup, type Place, type PlaceContent } from './places.ts'
import { createPutBackCheck } from './put-back.ts'
import { createReadThrough } from './read-through.ts'
import { matchFolders } from './remembered-folders.ts'
import { expiryBySequence } from './rotation.ts'

export interface BackupParts {
  readonly vaultFolder: string
  readonly now: () => Date
  readonly zone: () => string
}

/** Whether to make a backup although nothing has changed, and why it is made. */
export interface MakeOptions {
  readonly isForced?: boolean
  readonly reason?: BackupReason
}

/** The outcome for one place when a backup was made; `code` is null on success. */
export interface PlaceOutcome {
  readonly place: PlaceKind
  readonly code: ErrorCode | null
  /** Whether the place has a backup now that it did not have before. */
  readonly isNew: boolean
}

/**
 * Lists and makes the vault's backups. Lives as long as the vault process. Works while the vault is locked, except for
 * operations that need its key.
 */
export function createBackups({ vaultFolder, zone, ...parts }: BackupParts) {
  const now = (): Date => withinCalendar(parts.now())
  const defaultFolder = defaultBackupFolder(vaultFolder)
  const settings = createBackupSettings(join(defaultFolder, 'backups.json'), now)
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const watchers = new Set<Progress>()
  const putBack = createPutBackCheck()

  const readings = createBackupReadings(join(defaultFolder, 'readings.json'))
  const isRotted = ({ found }: Pick<GenuineBackup, 'found'>): boolean => readings.isRotted(idOf(found))

  /** Runs one action at a time on the files of the backups, in the order of the calls. */
  const alone = <T>(action: () => Promise<T>): Promise<T> => {
    const done = last.then(action)
    last = done.catch(() => undefined)
    return done
  }

  const places = (): Place[] => {
    const { chosenFolder } = settings.get()
    const own: Place = { kind: 'default', folder: defaultFolder }
    return chosenFolder === null ? [own] : [own, { kind: 'chosen', folder: chosenFolder }]
  }

  const noteAttempt = (place: PlaceKind, attempt: (before: Attempt) => Attempt): void => {
    try {
      settings.update((before) => ({
        ...before,
        places: { ...before.places, [place]: attempt(before.places[place]) },
      }))
    } catch {
      // A disk that can't store this note has failed the backup, too; the list shows what exists.
    }
  }

  const readAll = () =>
    Promise.all(places().map(async (place) => ({ place, content: await readPlace(place) })))

  const through = createReadThrough({ readings, readAll, now })

  const current = createCurrentBackups({ readings, through })

  const makeAll = async (
    vault: BackedUpVault,
    { isForced = false, reason = 'usual', progress }: MakeOptions & { progress: Progress },
  ): Promise<readonly PlaceOutcome[]> => {
    const outcomes: PlaceOutcome[] = []
    const moment = { now, zone, progress, reason }
    let proven: string | null = null
    // The note about this backup must not write a lost file again without its folders.
    matchFolders(settings, vault)
    // One place after the other: one that answers slowly must not delay the backup in the place before it.
    for (const place of places()) {
      try {
        const content = await readPlace(place)
        if (content.state === 'silent') throw new AppError('place-silent')
        if (putBack.beginLine(vault, place, content)) proven = null
        const kept = isForced ? null : await current.proven(vault, content, { reason, progress })
        if (!kept) {
          const path: string = proven
            ? await copyBackup(vault, proven, place, moment)
            : await makeBackup(vault, place, moment)
          putBack.noteMade(vault, path)
          await current.noteMade(place, path)
          await rotate(place, vault, { justMade: path, now: now(), isRotted })
          proven = path
        }
        const succeededAt = kept?.createdAt ?? now().toISOString()
        noteAttempt(place.kind, () => ({ succeededAt, failed: null }))
        outcomes.push({ place: place.kind, code: null, isNew: kept === null })
      } catch (raw) {
        const code = codeOf(raw)
        noteAttempt(place.kind, (before) => ({ ...before, failed: { at: now().toISOString(), code } }))
        outcomes.push({ place: place.kind, code, isNew: false })
      }
    }
    return outcomes
  }

  /**
   * Makes one backup at a time. A second caller waits for the running one, hears its progress, and then gets its own,
   * which holds what was saved meanwhile.
   */
  const make = (
    vault: BackedUpVault,
    options: MakeOptions & { readonly progress?: Progress } = {},
  ): Promise<readonly PlaceOutcome[]> => {
    const { progress } = options
    if (progress) watchers.add(progress)
    // A caller that must wait hears at once that a backup is under way: a lock then waits for it.
    if (waiting > 0) progress?.(0, 1)
    const report: Progress = (done, total) => {
      for (const watcher of watchers) watcher(done, total)
    }
    waiting += 1
    return alone(() => makeAll(vault, { ...options, progress: report })).finally(() => {
      waiting -= 1
      if (progress) watchers.delete(progress)
    })
  }

  const isDue = async (vault: BackedUpVault): Promise<boolean> => {
    const all = await readAll()
    return isDueIn(vault, all)
  }

  const isDueIn = (vault: BackedUpVault, all: readonly { content: PlaceContent }[]): boolean =>
    all.some(({ content }) => !current.isKnown(vault, content))

  const list = async (vault: BackedUpVault | null): Promise<Omit<BackupList, 'setAside'>> => {
    const all = await readAll()
    const found = all.flatMap(({ content }) => (content.state === 'ready' ? content.backups : []))
    const items = found.map((backup) => itemOf(backup, vault, isRotted({ found: backup })))
    return {
      places: all.map(({ place, content }) => shownPlace(place, content)),
      backups: items.toSorted(compareItems),
      isDue: vault && isDueIn(vault, all),
      lostFolder: lostFolder(),
    }
  }

  const lostFolder = (): BackupList['lostFolder'] => {
    const { foldersLostAt, lostFolder: path = null } = settings.get()
    return foldersLostAt === undefined ? null : { path }
  }

  const shownPlace = (place: Place, content: PlaceContent): BackupPlace => ({
    kind: place.kind,
    folder: place.folder,
    state: stateOf(place, content),
    warnings:
      place.kind === 'chosen' && content.state !== 'silent' ? warningsFor(place.folder, vaultFolder) : [],
    ...settings.get().places[place.kind],
  })

  /** The file for a name that came back from the page. Throws `not-found`. */
  const find = async (id: { place: PlaceKind; name: string }): Promise<FoundBackup> => {
    const place = places().find(({ kind }) => kind === id.place)
    const content = place && isBackupName(id.name) ? await readPlace(place) : null
    const backups = content?.state === 'ready' ? content.backups : []
    const found = backups.find(({ name }) => name === id.name)
    if (!found) throw new AppError('not-found')
    return found
  }

  /** Every folder in which backups may lie: those in use, and those that the user once chose. */
  const folders = (): BackupFolder[] => [
    ...places(),
    ...settings.get().earlierFolders.map((folder) => ({ kind: 'earlier' as const, folder })),
  ]

  return {
    places,
    folders,
    /** Keeps the folders in the vault, and takes from it those that the settings have lost. */
    matchFolders: (vault: BackedUpVault): void => matchFolders(settings, vault),
    alone,
    /** Whether the last reading of a backup found it changed. */
    isRotted: readings.isRotted,
    list,
    find,
    make,
    isDue,
    /** Resolves when no backup is being made. */
    settled: async (): Promise<void> => {
      await last
    },
    status: (): BackupStatus => {
      const { places: attempts, foldersLostAt } = settings.get()
      const inUse = places().map(({ kind }) => ({ kind, ...attempts[kind] }))
      const times = inUse.flatMap(({ succeededAt }) => (succeededAt === null ? [] : [succeededAt]))
      return {
        succeededAt: times.toSorted().at(-1) ?? null,
        failures: [
          ...inUse.flatMap(({ kind, failed }) => (failed ? [{ place: kind, ...failed }] : [])),
          ...(foldersLostAt === undefined
            ? []
            : [{ place: 'chosen' as const, at: foldersLostAt, code: 'backup-folder-forgotten' as const }]),
        ],
      }
    },
    /** All backups whose heads the vault's key vouches for. */
    genuine: async (vault: BackedUpVault): Promise<GenuineBackup[]> =>
      (await readAll()).flatMap(({ content }) => genuineIn(vault, content)),
    /** Whether the holder of the vault's key wrote every byte of a backup. Remembers the result. */
    check: async (vault: BackedUpVault, id: { place: PlaceKind; name: string }): Promise<boolean> =>
      through.read(vault, await find(id)),
    /** Reads one kept backup through again, at most once a day and each in turn. Meant for when nobody waits. */
    readAgain: through.readNext,
    /**
     * Also writes backups to this folder. Throws `place-not-allowed` for the vault's own folder, for the one of opened
     * backups, which is emptied again and again, and for anything but a folder.
     */
    chooseFolder: (path: string): void => {
      try {
        const folder = realpathSync(path)
        const forbidden = [vaultFolder, stagingFolder(vaultFolder)]
        if (!statSync(folder).isDirectory() || forbidden.some((own) => isWithin(folder, realpathOf(own))))
          throw new AppError('place-not-allowed')
        if (folder === realpathOf(defaultFolder)) throw new AppError('place-not-allowed')
        settings.update((before) => withChosenFolder(before, folder))
      } catch (cause) {
        throw explainForeignPlace(cause)
      }
    },
    forgetFolder: (): void => {
      settings.update((before) => withChosenFolder(before, null))
    },
    /** The highest count of changes in the heads that `isGenuine` vouches for; 0 without one. */
    highestSequence: async (isGenuine: (head: Head) => boolean): Promise<number> => {
      const all = await readAll()
      const found = all.flatMap(({ content }) => (content.state === 'ready' ? content.backups : []))
      const heads = found.flatMap(({ read }) => (read.kind === 'backup' ? [read.head] : []))
      return Math.max(0, ...heads.filter(isGenuine).map(({ sequence }) => sequence))
    },
    /**
     * The date on which rotation deletes the last usual backup with data erased at this count of changes; null if none
     * has it. The date holds if a backup is made in each calendar month. Covers no drive that is not plugged in.
     */
    expiryOfBackupsBefore: async (
      vault: BackedUpVault,
      sequence: number,
      today: string,
    ): Promise<string | null> => {
      const all = await readAll()
      const genuine = all
        .flatMap(({ content }) => genuineIn(vault, content))
        .filter((backup) => !isRotted(backup))
      return expiryBySequence(genuine, sequence, { lineage: lineageOfVault(vault), today })
    },
  }
}

export type Backups = ReturnType<typeof createBackups>

function codeOf(raw: unknown): ErrorCode {
  const cause = explainForeignPlace(raw)
  return cause instanceof AppError ? cause.code : 'internal'
}

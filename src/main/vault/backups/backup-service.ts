import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type {
  BackupItem,
  BackupList,
  BackupPlace,
  BackupStatus,
  PlaceKind,
} from '#shared/contract/operations/backups.ts'
import { AppError, type ErrorCode } from '#shared/contract/result.ts'
import { sequenceOf } from '../database/change.ts'
import { isWithin, realpathOf } from '../files/write-new-file.ts'
import { explainForeignPlace } from '../files/explain-foreign-place.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { isBackupName } from './backup-names.ts'
import { createBackupSettings, type Attempt } from './backup-settings.ts'
import { checkContainer, type ContainerRead, type Progress } from './container.ts'
import { openFacts, type BackupFacts, type Head } from './container-head.ts'
import { copyBackup, makeBackup, rotate, type BackedUpVault } from './make-backup.ts'
import { readPlace, warningsFor, type FoundBackup, type Place, type PlaceContent } from './places.ts'
import { compareNewestFirst, expiryBySequence } from './rotation.ts'

export interface BackupParts {
  readonly vaultFolder: string
  readonly now: () => Date
  readonly zone: () => string
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
export function createBackups({ vaultFolder, now, zone }: BackupParts) {
  const defaultFolder = join(dirname(vaultFolder), 'backups')
  const settings = createBackupSettings(join(defaultFolder, 'backups.json'))
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const watchers = new Set<Progress>()

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

  /** A whole backup of exactly the vault's current content and current keyslots, or null. */
  const currentIn = async (vault: BackedUpVault, place: Place): Promise<FoundBackup | null> => {
    const content = await readPlace(place)
    const backups = content.state === 'ready' ? content.backups : []
    return backups.find(({ read }) => read.kind === 'backup' && isOfPresent(read.head, vault)) ?? null
  }

  const makeAll = async (
    vault: BackedUpVault,
    isForced: boolean,
    progress: Progress,
  ): Promise<readonly PlaceOutcome[]> => {
    const outcomes: PlaceOutcome[] = []
    const moment = { now, zone, progress }
    let proven: string | null = null
    for (const place of places()) {
      try {
        const current = isForced ? null : await currentIn(vault, place)
        if (!current) {
          const path: string = proven
            ? await copyBackup(vault, proven, place, moment)
            : await makeBackup(vault, place, moment)
          await rotate(place, vault.header().vaultId, path)
          proven = path
        }
        const succeededAt =
          current?.read.kind === 'backup' ? current.read.head.createdAt : now().toISOString()
        noteAttempt(place.kind, () => ({ succeededAt, failed: null }))
        outcomes.push({ place: place.kind, code: null, isNew: current === null })
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
    options: { isForced?: boolean; progress?: Progress } = {},
  ): Promise<readonly PlaceOutcome[]> => {
    const { isForced = false, progress } = options
    if (progress) watchers.add(progress)
    // A caller that must wait hears at once that a backup is under way: a lock then waits for it.
    if (waiting > 0) progress?.(0, 1)
    const report: Progress = (done, total) => {
      for (const watcher of watchers) watcher(done, total)
    }
    waiting += 1
    const made = last
      .then(() => makeAll(vault, isForced, report))
      .finally(() => {
        waiting -= 1
        if (progress) watchers.delete(progress)
      })
    last = made.catch(() => undefined)
    return made
  }

  const readAll = () =>
    Promise.all(places().map(async (place) => ({ place, content: await readPlace(place) })))

  const isDue = async (vault: BackedUpVault): Promise<boolean> => {
    const found = await Promise.all(places().map((place) => currentIn(vault, place)))
    return found.includes(null)
  }

  /** Whether at least one place has a backup of exactly the vault's current content. */
  const isKept = async (vault: BackedUpVault): Promise<boolean> => {
    const found = await Promise.all(places().map((place) => currentIn(vault, place)))
    return found.some((backup) => backup !== null)
  }

  const list = async (vault: BackedUpVault | null): Promise<BackupList> => {
    const all = await readAll()
    const found = all.flatMap(({ content }) => (content.state === 'ready' ? content.backups : []))
    const items = found.map((backup) => itemOf(backup, vault))
    return {
      places: all.map(({ place, content }) => shownPlace(place, content)),
      backups: items.toSorted(compareItems),
      isDue: vault && (await isDue(vault)),
    }
  }

  const shownPlace = (place: Place, content: PlaceContent): BackupPlace => ({
    kind: place.kind,
    folder: place.folder,
    state: stateOf(place, content),
    warnings: place.kind === 'chosen' ? warningsFor(place.folder, vaultFolder) : [],
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

  return {
    places,
    list,
    find,
    make,
    isDue,
    isKept,
    /** Resolves when no backup is being made. */
    settled: async (): Promise<void> => {
      await last
    },
    status: (): BackupStatus => {
      const { places: attempts } = settings.get()
      const inUse = places().map(({ kind }) => ({ kind, ...attempts[kind] }))
      const times = inUse.flatMap(({ succeededAt }) => (succeededAt === null ? [] : [succeededAt]))
      return {
        succeededAt: times.toSorted().at(-1) ?? null,
        failures: inUse.flatMap(({ kind, failed }) => (failed ? [{ place: kind, ...failed }] : [])),
      }
    },
    /** Whether the holder of the vault's key wrote every byte of a backup. */
    check: async (vault: BackedUpVault, id: { place: PlaceKind; name: string }): Promise<boolean> => {
      const { path, read } = await find(id)
      if (read.kind !== 'backup') return false
      const backupKey = vault.withKey('backup-mac', (key) => Buffer.from(key))
      try {
        return (await checkContainer(path, read, backupKey)) !== null
      } finally {
        backupKey.fill(0)
      }
    },
    /**
     * Also writes backups to this folder. Throws `place-not-allowed` for the vault's own folder and for anything but a
     * folder.
     */
    chooseFolder: (path: string): void => {
      try {
        const folder = realpathSync(path)
        if (!statSync(folder).isDirectory() || isWithin(folder, realpathOf(vaultFolder)))
          throw new AppError('place-not-allowed')
        if (folder === realpathOf(defaultFolder)) throw new AppError('place-not-allowed')
        settings.update((before) => ({
          ...before,
          chosenFolder: folder,
          places: { ...before.places, chosen: { succeededAt: null, failed: null } },
        }))
      } catch (cause) {
        throw explainForeignPlace(cause)
      }
    },
    forgetFolder: (): void => {
      settings.update((before) => ({
        ...before,
        chosenFolder: null,
        places: { ...before.places, chosen: { succeededAt: null, failed: null } },
      }))
    },
    /** The highest count of changes in any backup of this vault; 0 without backups. */
    highestSequence: async (vaultId: string): Promise<number> => {
      return Math.max(0, ...(await ownHeads(readAll, vaultId)).map(({ sequence }) => sequence))
    },
    /**
     * The date on which rotation deletes the last backup with data erased at this count of changes; null if none has it
     * now. Holds if a backup is made in each calendar month. Does not cover copies made by hand, earlier backup
     * folders, or a drive that is not plugged in.
     */
    expiryOfBackupsBefore: async (
      vaultId: string,
      sequence: number,
      today: string,
    ): Promise<string | null> => {
      return expiryBySequence(await ownHeads(readAll, vaultId), sequence, today)
    },
  }
}

export type Backups = ReturnType<typeof createBackups>

async function ownHeads(
  readAll: () => Promise<readonly { content: PlaceContent }[]>,
  vaultId: string,
): Promise<{ name: string; sequence: number; createdAt: string; zone: string }[]> {
  const all = await readAll()
  const found = all.flatMap(({ content }) => (content.state === 'ready' ? content.backups : []))
  return found.flatMap(({ name, read }) =>
    read.kind === 'backup' && read.head.vault.vaultId === vaultId
      ? [{ name, sequence: read.head.sequence, createdAt: read.head.createdAt, zone: read.head.zone }]
      : [],
  )
}

function isOfPresent(head: Head, vault: BackedUpVault): boolean {
  const header = vault.header()
  return (
    head.vault.vaultId === header.vaultId &&
    head.sequence === sequenceOf(vault.db) &&
    head.schemaVersion === Number(vault.db.pragma('user_version', { simple: true })) &&
    canonicalJson(head.vault.slots) === canonicalJson(header.slots)
  )
}

function stateOf({ kind, folder }: Place, content: PlaceContent): BackupPlace['state'] {
  if (content.state === 'missing')
    return kind === 'default' && !existsSync(folder) ? 'not-made-yet' : 'missing'
  if (content.state === 'unreadable') return 'unreadable'
  return content.isWritable ? 'ready' : 'read-only'
}

function itemOf({ place, name, bytes, read }: FoundBackup, vault: BackedUpVault | null): BackupItem {
  const id = { place: place.kind, name }
  if (read.kind !== 'backup') {
    const state = read.kind === 'newer' ? 'newer' : 'damaged'
    return { id, state, bytes, createdAt: null, zone: null, holdings: null }
  }
  const { createdAt, zone } = read.head
  const { state, holdings } = judge(read, vault)
  return { id, state, bytes, createdAt, zone, holdings }
}

function judge(
  { head }: Extract<ContainerRead, { kind: 'backup' }>,
  vault: BackedUpVault | null,
): Pick<BackupItem, 'state' | 'holdings'> {
  if (!vault) return { state: 'good', holdings: null }
  if (head.vault.vaultId !== vault.header().vaultId) return { state: 'other-vault', holdings: null }
  const facts = vault.withKey('backup-mac', (key) => openFacts(head, key))
  return facts ? { state: 'good', holdings: holdingsOf(facts) } : { state: 'other-key', holdings: null }
}

/** The part of a backup's facts that is shown. */
export function holdingsOf({ clients, sessions, newestSessionOn }: BackupFacts) {
  return { clients, sessions, newestSessionOn }
}

function compareItems(a: BackupItem, b: BackupItem): number {
  const sortable = (item: BackupItem) => ({
    name: item.id.name,
    sequence: 0,
    createdAt: item.createdAt ?? '',
    zone: item.zone ?? 'UTC',
  })
  return compareNewestFirst(sortable(a), sortable(b)) || (a.id.place === 'default' ? -1 : 1)
}

function codeOf(raw: unknown): ErrorCode {
  const cause = explainForeignPlace(raw)
  return cause instanceof AppError ? cause.code : 'internal'
}

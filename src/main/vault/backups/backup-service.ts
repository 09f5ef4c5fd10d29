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

/** What became of one place when a backup was made: null where all is well. */
export interface PlaceOutcome {
  readonly place: PlaceKind
  readonly code: ErrorCode | null
  /** Whether there is a backup there now that wasn't before. */
  readonly isNew: boolean
}

/**
 * The backups of the vault: where they are, how they went, and the making of new ones. It lives as long as the vault
 * process and works with the vault locked, but for what needs its key.
 */
export function createBackups({ vaultFolder, now, zone }: BackupParts) {
  const defaultFolder = join(dirname(vaultFolder), 'backups')
  const settings = createBackupSettings(join(defaultFolder, 'backups.json'))
  let making: Promise<readonly PlaceOutcome[]> | null = null

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
      // A disk that can't take this note has failed the backup, too; the list shows what there is.
    }
  }

  /** A whole backup of just what the vault holds now, with the ways in that it has now. */
  const currentIn = async (vault: BackedUpVault, place: Place): Promise<FoundBackup | null> => {
    const content = await readPlace(place)
    const backups = content.state === 'ready' ? content.backups : []
    return backups.find(({ read }) => read.kind === 'backup' && isOfPresent(read.head, vault)) ?? null
  }

  const makeAll = async (
    vault: BackedUpVault,
    isForced: boolean,
    progress?: Progress,
  ): Promise<readonly PlaceOutcome[]> => {
    const outcomes: PlaceOutcome[] = []
    const moment = { now, zone, ...(progress && { progress }) }
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

  /** One at a time: who asks while one is being made gets its outcome. */
  const make = (
    vault: BackedUpVault,
    options: { isForced?: boolean; progress?: Progress } = {},
  ): Promise<readonly PlaceOutcome[]> => {
    making ??= makeAll(vault, options.isForced ?? false, options.progress).finally(() => {
      making = null
    })
    return making
  }

  const readAll = () =>
    Promise.all(places().map(async (place) => ({ place, content: await readPlace(place) })))

  const isDue = async (vault: BackedUpVault): Promise<boolean> => {
    const found = await Promise.all(places().map((place) => currentIn(vault, place)))
    return found.includes(null)
  }

  /** Whether one place at least holds a backup of just what the vault holds now. */
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

  /** The file behind a name that came back from the page. Throws `not-found`. */
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
      await making
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
    /** Whether every byte of a backup is as the holder of the vault's key wrote it. */
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
    /** Backups go to this folder, too. Throws `place-not-allowed` in the vault's own folder and for what is no folder. */
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
    /** The highest count of changes that any backup of this vault has; 0 where there is none. */
    highestSequence: async (vaultId: string): Promise<number> => {
      return Math.max(0, ...(await ownHeads(readAll, vaultId)).map(({ sequence }) => sequence))
    },
    /**
     * When the last backup that still holds what was erased at this count of changes goes by rotation, as a date;
     * null where none holds it now. Holds if a backup is made in each calendar month; tells nothing of copies made by
     * hand, of folders that backups went to before, or of a drive that is not plugged in.
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

/** What of a backup's facts is shown. */
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

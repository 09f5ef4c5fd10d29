import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError, type ErrorCode } from '#shared/contract/result.ts'
import type { BackupSecret } from '#shared/contract/operations/backups.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { isBackupName } from '../../inventory/backup-names.ts'
import { readHeaders } from '../../keys/header-files.ts'
import { takeBackTo } from '../earlier-schema.ts'
import { clientEntry } from '../entries.ts'
import { reencrypt } from '../erasure-practice.ts'
import { lockWithBackup, startVault, type TestClock } from '../running-vault.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { rightPassphrase } from '../test-vault.ts'
import { createEarlierStates } from './earlier-states.ts'
import { addForeign, forge, rot } from './harm.ts'
import { killAtWrite } from './kill-at-write.ts'
import { createPromises } from './promises.ts'
import type { Step, Work } from './steps.ts'

type Running = ReturnType<typeof startVault>
type Of<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>

const dayMilliseconds = 86_400_000

/** A practice to which days happen, and what it was promised. */
export async function practiceOverDays() {
  const folder = temporaryFolder()
  const clock: TestClock = { now: new Date('2026-03-20T15:00:00.000Z') }
  const promises = createPromises()
  let running: Running | null = startVault(folder, clock)
  let rotted: string | null = null
  let number = 0
  /** An erased client who comes back is kept instead of erased again. */
  let isReturnedKept = false
  const { vaultFolder, backupFolder } = running
  /** The drive is the second place, once it is chosen. */
  const folders = { vault: vaultFolder, backups: backupFolder, drive: join(folder, 'drive') }
  const backupFolders = [backupFolder, folders.drive]
  const earlier = createEarlierStates(folders)
  await running.api.vault.create({ passphrase: rightPassphrase })

  const databaseFile = (): string | null => {
    const [header] = readHeaders(vaultFolder).headers
    return header ? join(vaultFolder, header.dbFile) : null
  }
  const backupPaths = (): string[] =>
    backupFolders
      .filter((place) => existsSync(place))
      .flatMap((place) => readdirSync(place).map((name) => join(place, name)))
      .filter((path) => isBackupName(basename(path)))
  const listedIn = async ({ api }: Running): Promise<string[]> =>
    (await api.clients.list()).map(({ client }) => client.id)

  const unlock = async (next: Running = startVault(folder, clock)): Promise<Running> => {
    if (running) return running
    const status = await next.api.vault.unlock({ passphrase: rightPassphrase })
    if (status.goneBack) await next.api.vault.goOn()
    running = next
    return next
  }

  const eraseIn = async ({ api }: Running, id: string, typedCode: string): Promise<void> => {
    const { leavesBackupsOn } = await api.rights.erase({ clientId: clientIdSchema.parse(id), typedCode })
    promises.erased(id, leavesBackupsOn === null)
  }

  /** Unlocks if need be. Decides about erased clients who came back, whom the unlocking must name. */
  const open = async (): Promise<Running> => {
    if (running) return running
    const next = await unlock()
    const listed = await listedIn(next)
    const returned = await next.api.rights.returned()
    const { erased, open: unsure } = promises.now()
    const named = new Set<string>(returned.map(({ clientId }) => clientId))
    const unnamed = listed.filter((id) => erased.has(id) && !unsure.has(id) && !named.has(id))
    if (unnamed.length > 0 && rotted === null)
      throw new Error(`the erased clients ${unnamed.join()} came back, and nobody says so`)
    for (const { clientId, code } of returned)
      if (isReturnedKept) {
        await next.api.rights.keepReturned({ clientId })
        promises.kept(clientId)
      } else await eraseIn(next, clientId, code)
    return next
  }

  /** Makes what is there the promise once a backup is complete. After damage, only a new file counts as a backup. */
  const backedUpBy = async (make: () => Promise<boolean>): Promise<void> => {
    const before = new Set(backupPaths())
    const isMade = await make()
    const isNew = backupPaths().some((path) => !before.has(path))
    if (isMade && (isNew || rotted === null)) promises.backedUp()
  }

  const end = async (): Promise<void> => {
    const ending = running
    running = null
    await ending?.handlers.close()
  }

  const lock = async (): Promise<void> => {
    const closing = running
    running = null
    if (!closing) return
    await backedUpBy(async () => {
      await lockWithBackup(closing)
      const [place] = (await closing.api.backups.list()).places
      return place?.succeededAt !== null && place?.failed === null
    })
    earlier.keep(promises.now())
  }

  /** Replaces the vault by a backup, if there is one, which locks it. Returns whether it was replaced. */
  const restore = async ({ api }: Running, which: number, secret: BackupSecret): Promise<boolean> => {
    const { backups } = await api.backups.list()
    const good = backups.filter(({ state }) => ['good', 'unchecked'].includes(state))
    const chosen = good[which % good.length]
    if (!chosen) return false
    const { ticket } = await api.backups.open({ source: { kind: 'listed', id: chosen.id }, secret })
    await api.backups.restore({ ticket, acceptsOtherVault: false })
    running = null
    return true
  }

  const afterRestore = async (isReplaced: boolean): Promise<void> => {
    if (!isReplaced) return
    const next = await unlock()
    promises.restored(new Set(await listedIn(next)), clock.now)
    running = null
    await next.handlers.close()
    await open()
  }

  /** The part of some work that a kill can interrupt, once `begin` has opened or locked the vault for it. */
  const work: { [Kind in Work['kind']]: (vault: Running, step: Of<Kind>) => Promise<boolean> } = {
    save: async ({ api }) => {
      number += 1
      const entry = clientEntry({ code: `Client ${number}`, notes: `What only client ${number} knows.` })
      await api.clients.create(entry)
      promises.saved(entry.id)
      return false
    },
    backup: async ({ api }) => {
      await backedUpBy(async () => {
        const made = await api.backups.make()
        return made.length > 0 && made.every(({ code }) => code === null)
      })
      return false
    },
    lock: async () => {
      await lock()
      return false
    },
    reencrypt: async (vault) => {
      await reencrypt(vault)
      promises.rebuilt('re-encryption', clock.now)
      return false
    },
    migrate: async (vault) => {
      await unlock(vault)
      promises.rebuilt('migration', clock.now)
      return false
    },
    restoreInside: (vault, { which }) => restore(vault, which, { kind: 'present' }),
    restoreLocked: (vault, { which }) =>
      restore(vault, which, { kind: 'passphrase', passphrase: typedSecret(rightPassphrase) }),
    erase: async (vault, { which }) => {
      const listed = await vault.api.clients.list()
      const client = listed[which % listed.length]?.client
      if (client) await eraseIn(vault, client.id, client.code)
      return false
    },
  }

  const begin = async ({ kind }: Work): Promise<Running> => {
    if (kind !== 'restoreLocked' && kind !== 'migrate') return open()
    await lock()
    if (kind === 'migrate') await takeBackTo(200, vaultFolder)
    return startVault(folder, clock)
  }

  // The key of the table is the kind of its step.
  const doWork = (vault: Running, step: Work): Promise<boolean> =>
    (work[step.kind] as (given: Running, step: Work) => Promise<boolean>)(vault, step)

  const kill = async ({ during, atWrite }: Of<'kill'>): Promise<void> => {
    const vault = await begin(during)
    const before = promises.now()
    const states = earlier.count()
    let isReplaced = false
    const { isInterrupted, takeEffect } = await killAtWrite(folder, atWrite, async () => {
      isReplaced = await doWork(vault, during)
    })
    await vault.handlers.close()
    running = null
    takeEffect()
    if (!isInterrupted) return afterRestore(isReplaced)
    promises.reset(before)
    earlier.keepFirst(states)
    const next = await unlock()
    const listed = new Set(await listedIn(next))
    const isDone = [...listed].some((id) => !before.present.has(id)) || listed.size < before.present.size
    if (isDone && during.kind.startsWith('restore')) promises.restored(listed, clock.now)
    else {
      const changed = [...listed, ...before.present].filter(
        (id) => !listed.has(id) || !before.present.has(id),
      )
      const mayChange = during.kind === 'save' || during.kind === 'erase' || before.isDatabaseRotted
      if (changed.length > (mayChange ? 1 : 0))
        throw new Error(`a kill during ${during.kind} changed ${changed.join()}`)
      promises.leftOpen(new Set(changed), listed)
    }
    running = null
    await next.handlers.close()
    await open()
  }

  const take: { [Kind in Exclude<Step['kind'], Work['kind']>]: (step: Of<Kind>) => Promise<void> } = {
    unlock: async () => void (await open()),
    chooseDrive: async () => {
      const { api, grant } = await open()
      mkdirSync(folders.drive, { recursive: true })
      await api.backups.chooseFolder({ token: grant('backup-folder', folders.drive) })
    },
    kill,
    putBack: async ({ which, isKept }) => {
      await lock()
      const chosen = earlier.putVaultBack(which)
      if (!chosen) return
      promises.putBack(chosen, clock.now)
      isReturnedKept = isKept
      await open()
    },
    driveBack: async ({ which }) => {
      await lock()
      if (earlier.putDriveBack(which)) promises.drivePutBack()
    },
    clock: async ({ days }) => {
      await lock()
      clock.now = new Date(clock.now.getTime() + days * dayMilliseconds)
      promises.clockAt(clock.now)
    },
    rot: async (step) => {
      if (rotted !== null) return
      await lock()
      const database = databaseFile()
      rotted = rot(folder, step)
      if (rotted === null) return
      const isBackup = backupFolders.includes(dirname(rotted))
      promises.rotted(rotted === database ? 'database' : isBackup ? 'backup' : 'other')
      if (isBackup) earlier.forgetBackups()
    },
    forge: (step) => forge(folders, step),
    foreign: (step) => Promise.resolve(addForeign(folders, step)),
  }

  const isWork = (step: Step): step is Work => step.kind in work

  const doStep = async (step: Step): Promise<void> => {
    // The key of the table is the kind of its step.
    if (!isWork(step)) return (take[step.kind] as (given: Step) => Promise<void>)(step)
    await afterRestore(await doWork(await begin(step), step))
  }

  /** Whether damage, or a file that nobody vouches for, is reason enough for a refusal. */
  const isExplained = (step: Step, code: ErrorCode): boolean => {
    const { kind } = step.kind === 'kill' ? step.during : step
    if (kind.startsWith('restore') && code.startsWith('backup-')) return true
    return rotted !== null && code !== 'internal'
  }

  return {
    folder,
    vaultFolder,
    backupFolders,
    clock,
    promises,
    databaseFile,
    rotted: (): string | null => rotted,
    open,
    end,
    listedIn,
    /** Takes one step. Throws what is no answer. */
    step: async (step: Step): Promise<string> => {
      let answer = 'done'
      try {
        await doStep(step)
      } catch (cause) {
        if (!(cause instanceof AppError) || !isExplained(step, cause.code)) throw cause
        answer = cause.code
      }
      const { state } = await (running ?? startVault(folder, clock)).api.vault.status()
      // A failed restore may have locked the vault.
      if (running && state !== 'open') await end()
      return `${answer}, then ${state}`
    },
  }
}

export type PracticeOverDays = Awaited<ReturnType<typeof practiceOverDays>>

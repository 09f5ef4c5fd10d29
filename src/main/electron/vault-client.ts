import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import type { VaultState } from '#shared/vault-state.ts'
import type { ErrorCode } from '#shared/contract/result.ts'
import type { FileGrant } from '#shared/files/file-purposes.ts'
import { vaultMessageSchema, type ToVault, type VaultCommand } from '#shared/contract/vault-messages.ts'
import type { Readers } from './readers.ts'

export interface VaultClientOptions {
  readonly entry: string
  readonly vaultFolder: string
  readonly assetsFolder: string
  /** The file for the process's marks; null if it writes none. */
  readonly marksFile: string | null
  readonly onState: (state: VaultState) => void
  /** The process ended unexpectedly. A new one is already running, unless it keeps failing. */
  readonly onCrash: () => void
  /** Starts and ends the processes that read files for this one. */
  readonly readers: Readers
  /** The process makes a backup before it ends. */
  readonly onBackingUp: () => void
}

/** A closing process that is silent for this long has hung; one that makes a backup may be silent for longer. */
const longestClosingMilliseconds = 5_000
const longestBackupStepMilliseconds = 60_000
const longestDrainMilliseconds = 1_500
/** The computer may be asleep a second after it says so, with the key in memory: what is not done by then is killed. */
const longestHurriedDrainMilliseconds = 200
const longestHurriedClosingMilliseconds = 500
/** After this many ends since a process last loaded the whole vault, another start would not help. */
const mostFailedStarts = 3

/** New objects get 2 MiB twice instead of 16, which V8 would not give back soon after a large answer. */
const smallYoungGeneration = '--js-flags=--max-semi-space-size=2'

interface Running {
  readonly child: UtilityProcess
  readonly port: MessagePortMain
  /** The tokens that the process has not confirmed yet. */
  readonly granting: Map<string, (isTaken: boolean) => void>
  readonly ended: Promise<void>
}

/** Main process side of the vault process: starts it, connects pages with it, and ends it to lock. */
export function createVaultClient(options: VaultClientOptions) {
  let state: VaultState = 'locked'
  let changesOfState = 0
  let failedStarts = 0
  let isEnding = false
  let isWorking = false
  let killTimer: NodeJS.Timeout | null = null
  let isBackingUp = false
  let hasTimeForBackup = false
  /** Set while a new process takes over; requests meanwhile wait for the new one. */
  let renewing: Promise<void> | null = null
  let running = start()

  function follow(next: VaultState): void {
    if (state === next) return
    state = next
    changesOfState += 1
    options.onState(next)
  }

  function start(): Running {
    const { vaultFolder, assetsFolder, marksFile } = options
    const child = utilityProcess.fork(options.entry, [vaultFolder, assetsFolder, marksFile ?? ''], {
      serviceName: 'Attune vault',
      stdio: 'inherit',
      execArgv: [smallYoungGeneration],
    })
    const { port1: port, port2 } = new MessageChannelMain()
    const granting = new Map<string, (isTaken: boolean) => void>()
    isWorking = false
    port.on('message', ({ data }) => {
      const message = vaultMessageSchema.safeParse(data)
      if (!message.success) return
      if (message.data.kind === 'state') {
        follow(message.data.state)
        return port.postMessage({ kind: 'followed' } satisfies ToVault)
      }
      if (message.data.kind === 'working') {
        isWorking = message.data.isWorking
        return
      }
      if (message.data.kind === 'loaded') {
        failedStarts = 0
        return
      }
      if (message.data.kind === 'backing-up') {
        if (isEnding) noteBackup(child)
        return
      }
      if (message.data.kind === 'needs-reader') {
        const { id } = message.data
        port.postMessage({ kind: 'reader', id } satisfies ToVault, [options.readers.start(id)])
        if (isEnding) options.readers.endAll()
        return
      }
      if (message.data.kind === 'reader-done') return options.readers.end(message.data.id)
      if (message.data.kind === 'needs-replacing') {
        if (!isEnding && running.child === child)
          renewing = end(false, false).finally(() => {
            renewing = null
          })
        return
      }
      granting.get(message.data.token)?.(true)
      granting.delete(message.data.token)
    })
    port.start()
    child.postMessage({ kind: 'connect' } satisfies VaultCommand, [port2])
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => {
        options.readers.endAll()
        for (const settle of granting.values()) settle(false)
        granting.clear()
        port.close()
        resolve()
      })
    })
    void ended.then(() => {
      if (running.child !== child || isEnding) return
      failedStarts += 1
      if (failedStarts < mostFailedStarts) running = start()
      follow('locked')
      options.onCrash()
    })
    return { child, port, granting, ended }
  }

  function noteBackup(child: UtilityProcess): void {
    isBackingUp = true
    if (!hasTimeForBackup) return void child.kill()
    waitFor(child, longestBackupStepMilliseconds)
    options.onBackingUp()
  }

  /** Kills a closing process that sends nothing more. */
  function waitFor(child: UtilityProcess, milliseconds: number): void {
    if (killTimer) clearTimeout(killTimer)
    killTimer = setTimeout(() => child.kill(), milliseconds)
  }

  /** Makes the process close the vault, waits until it is gone, and starts one without a key unless `isLast`. */
  async function end(isLast: boolean, mayBackUp: boolean, isHurried = false): Promise<void> {
    isEnding = true
    isBackingUp = false
    hasTimeForBackup = mayBackUp
    const { child, ended } = running
    // The request that waits for a file fails now, so closing does not wait for it.
    options.readers.endAll()
    const drain = isHurried ? longestHurriedDrainMilliseconds : longestDrainMilliseconds
    child.postMessage({ kind: 'close', mayBackUp, longestDrainMilliseconds: drain } satisfies VaultCommand)
    waitFor(child, drain + (isHurried ? longestHurriedClosingMilliseconds : longestClosingMilliseconds))
    await ended
    if (killTimer) clearTimeout(killTimer)
    if (!isLast) running = start()
    isEnding = isLast
    follow('locked')
  }

  return {
    state: (): VaultState => state,
    /**
     * Connects a page with the vault process. Returns the page's end of the channel, or why there is none. Main keeps no
     * end, so it can't read what passes.
     */
    connectPage: async (): Promise<MessagePortMain | ErrorCode> => {
      await renewing
      if (isEnding) return 'not-available'
      if (failedStarts >= mostFailedStarts) return 'vault-not-starting'
      const { port1, port2 } = new MessageChannelMain()
      running.child.postMessage({ kind: 'page' } satisfies VaultCommand, [port1])
      return port2
    },
    /** A sign of life: without one the vault process locks itself. Also says when it must do so at the latest. */
    keepAlive: (lockAfterMinutes: number): void =>
      running.port.postMessage({ kind: 'alive', lockAfterMinutes } satisfies ToVault),
    noteActivity: (): void => running.port.postMessage({ kind: 'active' } satisfies ToVault),
    /** While Attune locks, the vault process lets the page save what was typed, and nothing else. */
    setLocking: (isLocking: boolean): void =>
      running.port.postMessage({ kind: 'locking', isLocking } satisfies ToVault),
    /** True while a key is being derived: the vault is still locked but about to open. */
    isOpening: (): boolean => state === 'locked' && isWorking,
    /**
     * Returns a function that hands a chosen file to the process running now, and resolves to true once that process has
     * it: the request that names the file takes another way and must not be earlier. It gives false once that process is
     * ending or gone, and after every change of state: the person who chose the file may not be the one who was asked.
     */
    granter: () => {
      const { child, port, granting } = running
      const changesBefore = changesOfState
      return (grant: FileGrant): Promise<boolean> => {
        if (isEnding || running.child !== child || changesOfState !== changesBefore)
          return Promise.resolve(false)
        const { promise, resolve } = Promise.withResolvers<boolean>()
        granting.set(grant.token, resolve)
        port.postMessage({ kind: 'grant', grant } satisfies ToVault)
        return promise
      }
    },
    /**
     * `mayBackUp`: a backup may be made first, if something changed. `isHurried`: the computer is about to sleep, so
     * the process is gone within 0.7 s, killed if it must be.
     */
    lock: ({ mayBackUp, isHurried }: { mayBackUp: boolean; isHurried: boolean }) =>
      end(false, mayBackUp, isHurried),
    quit: () => end(true, false),
    /**
     * Gives up a running backup because there is no time, and allows a running close half a second more. The vault
     * itself stays consistent.
     */
    hurry: (): void => {
      hasTimeForBackup = false
      if (!isEnding) return
      if (isBackingUp) running.child.kill()
      else waitFor(running.child, longestHurriedClosingMilliseconds)
    },
  }
}

export type VaultClient = ReturnType<typeof createVaultClient>

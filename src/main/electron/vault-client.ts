import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import type { VaultState } from '#shared/vault-state.ts'
import type { ErrorCode, Result } from '#shared/contract/result.ts'
import type { FileGrant } from '#shared/files/file-purposes.ts'
import { vaultMessageSchema, type ToVault, type VaultCommand } from '#shared/contract/vault-messages.ts'
import type { Request } from '#shared/contract/wire.ts'

export interface VaultClientOptions {
  readonly entry: string
  readonly vaultFolder: string
  readonly assetsFolder: string
  /** Where the process writes down its marks; null where it doesn't. */
  readonly marksFile: string | null
  readonly onState: (state: VaultState) => void
  /** The process ended without being told to; a fresh one is already waiting, unless it can't stay up. */
  readonly onCrash: () => void
  /** The process makes a backup before it ends. */
  readonly onBackingUp: () => void
}

const refused = (code: ErrorCode): string => JSON.stringify({ ok: false, code, places: [] } satisfies Result)
/** A process that closes and is silent for this long has hung; one that makes a backup may be silent for longer. */
const longestClosingMilliseconds = 5_000
const longestBackupStepMilliseconds = 60_000
const longestDrainMilliseconds = 1_500
/** This many ends in a row without a single answer, and starting it once more would not help. */
const mostFailedStarts = 3

interface Running {
  readonly child: UtilityProcess
  readonly port: MessagePortMain
  readonly pending: Map<number, (result: string) => void>
  readonly ended: Promise<void>
}

/** The main process's end of the vault process: starts it, sends requests by name, and ends it to lock. */
export function createVaultClient(options: VaultClientOptions) {
  let state: VaultState = 'locked'
  let nextId = 1
  let failedStarts = 0
  let isEnding = false
  let patience: NodeJS.Timeout | null = null
  let isBackingUp = false
  let hasTimeForBackup = false
  /** Set while a fresh process takes this one's place; what is asked meanwhile waits for the fresh one. */
  let renewing: Promise<void> | null = null
  let running = start()

  function follow(next: VaultState): void {
    if (state === next) return
    state = next
    options.onState(next)
  }

  function start(): Running {
    const { vaultFolder, assetsFolder, marksFile } = options
    const child = utilityProcess.fork(options.entry, [vaultFolder, assetsFolder, marksFile ?? ''], {
      serviceName: 'Attune vault',
      stdio: 'inherit',
    })
    const { port1: port, port2 } = new MessageChannelMain()
    const pending = new Map<number, (result: string) => void>()
    port.on('message', ({ data }) => {
      const message = vaultMessageSchema.safeParse(data)
      if (!message.success) return
      if (message.data.kind === 'state') return follow(message.data.state)
      if (message.data.kind === 'backing-up') {
        if (isEnding) noteBackup(child)
        return
      }
      if (message.data.kind === 'needs-replacing') {
        if (!isEnding && running.child === child)
          renewing = end(false, false).finally(() => {
            renewing = null
          })
        return
      }
      failedStarts = 0
      pending.get(message.data.id)?.(message.data.result)
      pending.delete(message.data.id)
    })
    port.start()
    child.postMessage({ kind: 'connect' } satisfies VaultCommand, [port2])
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => {
        for (const answer of pending.values()) answer(refused('not-available'))
        pending.clear()
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
    return { child, port, pending, ended }
  }

  function noteBackup(child: UtilityProcess): void {
    isBackingUp = true
    if (!hasTimeForBackup) return void child.kill()
    waitFor(child, longestBackupStepMilliseconds)
    options.onBackingUp()
  }

  /** Ends a closing process that says nothing more. */
  function waitFor(child: UtilityProcess, milliseconds: number): void {
    if (patience) clearTimeout(patience)
    patience = setTimeout(() => child.kill(), milliseconds)
  }

  /** Tells the process to close the vault, waits until it is gone, and starts one without a key unless told not to. */
  async function end(isLast: boolean, mayBackUp: boolean): Promise<void> {
    isEnding = true
    isBackingUp = false
    hasTimeForBackup = mayBackUp
    const { child, ended, pending } = running
    await drained(pending)
    child.postMessage({ kind: 'close', mayBackUp } satisfies VaultCommand)
    waitFor(child, longestClosingMilliseconds)
    await ended
    if (patience) clearTimeout(patience)
    if (!isLast) running = start()
    isEnding = isLast
    follow('locked')
  }

  return {
    state: (): VaultState => state,
    /** Asks the vault process; its answer is a result as JSON text, which is passed on unread. */
    request: async (request: Request): Promise<string> => {
      await renewing
      if (isEnding) return Promise.resolve(refused('not-available'))
      if (failedStarts >= mostFailedStarts) return Promise.resolve(refused('vault-not-starting'))
      const id = nextId++
      return new Promise((resolve) => {
        running.pending.set(id, resolve)
        running.port.postMessage({ kind: 'request', id, request } satisfies ToVault)
      })
    },
    /** A key is being derived: the vault is about to open although it is locked still. */
    isOpening: (): boolean => state === 'locked' && running.pending.size > 0,
    /** A way to hand a chosen file to the process that runs now; false once that process is ending or gone. */
    granter: () => {
      const { child, port } = running
      return (grant: FileGrant): boolean => {
        if (isEnding || running.child !== child) return false
        port.postMessage({ kind: 'grant', grant } satisfies ToVault)
        return true
      }
    },
    /** `mayBackUp`: a backup may be made first, if something changed. */
    lock: ({ mayBackUp }: { mayBackUp: boolean }) => end(false, mayBackUp),
    quit: () => end(true, false),
    /** There is no time for a backup any more: one that is being made is given up. The vault itself is at rest then. */
    hurry: (): void => {
      hasTimeForBackup = false
      if (isEnding && isBackingUp) running.child.kill()
    },
  }
}

/** Waits until what was asked has been answered, so that closing can't overtake a save; not for ever. */
async function drained(pending: ReadonlyMap<number, unknown>): Promise<void> {
  const until = performance.now() + longestDrainMilliseconds
  while (pending.size > 0 && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 10))
}

export type VaultClient = ReturnType<typeof createVaultClient>

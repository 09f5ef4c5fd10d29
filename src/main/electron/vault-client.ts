import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import type { VaultState } from '#shared/contract/operation.ts'
import type { Outcome } from '#shared/contract/outcome.ts'
import { vaultMessageSchema } from '#shared/contract/vault-messages.ts'
import type { Request } from '#shared/contract/wire.ts'

export interface VaultClientOptions {
  readonly entry: string
  readonly vaultFolder: string
  readonly assetsFolder: string
  readonly onState: (state: VaultState) => void
  /** The process ended without being told to; a fresh one is already waiting. */
  readonly onCrash: () => void
}

const notAvailable: Outcome = { ok: false, code: 'not-available', places: [] }
const longestClosingMilliseconds = 5_000

interface Running {
  readonly child: UtilityProcess
  readonly port: MessagePortMain
  readonly pending: Map<number, (outcome: Outcome) => void>
  readonly ended: Promise<void>
}

/** The main process's end of the vault process: starts it, sends requests by name, and ends it to lock. */
export function createVaultClient(options: VaultClientOptions) {
  let state: VaultState = 'locked'
  let nextId = 1
  let running = start()
  let isEnding = false

  function follow(next: VaultState): void {
    if (state === next) return
    state = next
    options.onState(next)
  }

  function start(): Running {
    const child = utilityProcess.fork(options.entry, [options.vaultFolder, options.assetsFolder], {
      serviceName: 'Attune vault',
      stdio: 'inherit',
    })
    const { port1: port, port2 } = new MessageChannelMain()
    const pending = new Map<number, (outcome: Outcome) => void>()
    port.on('message', ({ data }) => {
      const message = vaultMessageSchema.parse(data)
      if (message.kind === 'state') return follow(message.state)
      pending.get(message.id)?.({ ...message.outcome } satisfies Outcome)
      pending.delete(message.id)
    })
    port.start()
    child.postMessage('connect', [port2])
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => {
        for (const answer of pending.values()) answer(notAvailable)
        pending.clear()
        port.close()
        resolve()
      })
    })
    void ended.then(() => {
      if (running.child !== child || isEnding) return
      running = start()
      follow('locked')
      options.onCrash()
    })
    return { child, port, pending, ended }
  }

  /** Tells the process to close the vault, waits until it is gone, and starts one without a key unless told not to. */
  async function end(isLast: boolean): Promise<void> {
    isEnding = true
    const { child, ended } = running
    child.postMessage('close')
    const timer = setTimeout(() => child.kill(), longestClosingMilliseconds)
    await ended
    clearTimeout(timer)
    if (!isLast) running = start()
    isEnding = isLast
    follow('locked')
  }

  return {
    state: (): VaultState => state,
    request: (request: Request): Promise<Outcome> => {
      if (isEnding) return Promise.resolve(notAvailable)
      const id = nextId++
      return new Promise((resolve) => {
        running.pending.set(id, resolve)
        running.port.postMessage({ id, request })
      })
    },
    lock: () => end(false),
    quit: () => end(true),
  }
}

export type VaultClient = ReturnType<typeof createVaultClient>

import type { PageRequest, ToPage } from '#shared/contract/vault-messages.ts'
import type { ErrorCode, Result } from '#shared/contract/result.ts'
import type { Request } from '#shared/contract/wire.ts'
import { wipeBytes } from '#shared/contract/wipe-bytes.ts'

interface Waiting {
  readonly request: Request
  readonly answer: (result: string) => void
  /** The port on which it was sent; null while there is none. */
  port: MessagePort | null
}

const refused = (code: ErrorCode): string => JSON.stringify({ ok: false, code, places: [] } satisfies Result)

/** The areas of the contract that main serves; all others belong to the vault process. */
const areasOfMain = ['app', 'settings', 'links', 'lock', 'files']

/** Whether main serves this operation. Everything else must not reach main. */
export function isServedByMain(path: string): boolean {
  return areasOfMain.some((area) => String(path).startsWith(`${area}.`))
}

/**
 * The page's end of the way to the vault process. Sends requests on a port that main hands over and can't read; asks for
 * one at the first request, and for a new one after the process was replaced. Requests wait meanwhile.
 *
 * `connect` asks main for a port. It resolves to null if `take` will get one, and otherwise to the answer for the page.
 */
export function createVaultPort(connect: () => Promise<string | null>) {
  const waiting = new Map<number, Waiting>()
  let port: MessagePort | null = null
  let isConnecting = false
  let lastId = 0

  const settle = (id: number, result: string): void => {
    const settled = waiting.get(id)
    waiting.delete(id)
    wipeBytes(settled?.request.input)
    settled?.answer(result)
  }
  const settleAllOn = (sentOn: MessagePort | null, result: string): void => {
    for (const [id, each] of waiting) if (each.port === sentOn) settle(id, result)
  }
  const send = (): void => {
    if (!port) return void ask()
    for (const [id, each] of waiting) {
      if (each.port) continue
      each.port = port
      try {
        port.postMessage({ id, request: each.request } satisfies PageRequest)
      } catch {
        // A value that can't cross, such as a function.
        settle(id, refused('invalid-input'))
      }
    }
  }
  const ask = async (): Promise<void> => {
    if (isConnecting) return
    isConnecting = true
    const refusal = await connect().catch(() => refused('not-available'))
    if (refusal === null) return
    isConnecting = false
    settleAllOn(null, refusal)
  }
  const drop = (old: MessagePort): void => {
    if (port === old) port = null
    settleAllOn(old, refused('not-available'))
  }
  /** The process behind this port takes no more: the next one gets what this one did not take. */
  const leave = (old: MessagePort, last: number): void => {
    for (const [id, each] of waiting) if (each.port === old && id > last) each.port = null
    drop(old)
    old.close()
    if (waiting.size > 0) send()
  }

  return {
    /** Resolves to the result as JSON text. */
    call: (request: Request): Promise<string> =>
      new Promise((answer) => {
        waiting.set((lastId += 1), { request, answer, port: null })
        send()
      }),
    /** Uses this port from now on. */
    take: (next: MessagePort): void => {
      isConnecting = false
      if (port) drop(port)
      port = next
      next.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
        if (data.kind === 'answer') settle(data.id, data.result)
        else leave(next, data.last)
      })
      next.addEventListener('close', () => drop(next))
      next.start()
      send()
    },
  }
}

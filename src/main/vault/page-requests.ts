import { pageRequestSchema, type ToPage } from '#shared/contract/vault-messages.ts'
import type { ErrorCode, Result } from '#shared/contract/result.ts'
import { wipeBytes } from '#shared/contract/wipe-bytes.ts'
import { requestSchema, type Request } from '#shared/contract/wire.ts'

/** What is used of Electron's port. */
interface PagePort {
  readonly postMessage: (message: unknown) => void
  readonly on: ((event: 'message', listener: (message: { data: unknown }) => void) => unknown) &
    ((event: 'close', listener: () => void) => unknown)
  readonly start: () => void
  readonly close: () => void
}

interface PageRequestParts {
  readonly route: (request: Request) => Promise<Result>
  /** Called when the first request begins and when the last one is answered. */
  readonly onWorking: (isWorking: boolean) => void
  /** Called when the page is gone, or another one takes its place. */
  readonly onPageGone: () => void
}

/** Operations allowed while Attune locks: the screen is blank, and saves what was typed. */
const allowedWhileLocking = new Set([
  'drafts.save',
  'drafts.saveForm',
  // A field that was emptied has no draft.
  'drafts.discardForm',
  'evidence.saveNote',
  'handOver.saveAnswers',
])

const refused = (code: ErrorCode): string => JSON.stringify({ ok: false, code, places: [] } satisfies Result)
/** A page that is alive closes its port at once; one that hangs must not keep the key in memory. */
const longestFarewellMilliseconds = 100

/**
 * Answers the page on its own port. Serves one port at a time, the newest. Holds every answer until main has followed
 * the changes of state made so far.
 */
export function createPageRequests({ route, onWorking, onPageGone }: PageRequestParts) {
  let port: PagePort | null = null
  /** The number of the last request that was taken from the present port. */
  let last = 0
  let working = 0
  let isLocking = false
  let isStopped = false
  let statesToFollow = 0
  /** Called after every change that somebody may wait for. */
  let wake = Promise.withResolvers<void>()

  const changed = (): void => {
    wake.resolve()
    wake = Promise.withResolvers<void>()
  }
  const until = async (isTrue: () => boolean): Promise<void> => {
    while (!isTrue()) await wake.promise
  }
  const untilOrAfter = (isTrue: () => boolean, milliseconds: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, milliseconds)
    void until(isTrue).then(resolve)
    return promise.finally(() => clearTimeout(timer))
  }

  const answer = async (raw: unknown): Promise<string> => {
    const request = requestSchema.safeParse(raw)
    if (!request.success) return refused('not-found')
    const { path, input } = request.data
    if (isLocking && !allowedWhileLocking.has(path)) return refused('not-available')
    const result = JSON.stringify(await route({ path, input }))
    await until(() => statesToFollow === 0)
    return result
  }

  const take = async (from: PagePort, raw: unknown): Promise<void> => {
    const message = pageRequestSchema.safeParse(raw)
    if (!message.success) return
    const { id, request } = message.data
    last = id
    working += 1
    if (working === 1) onWorking(true)
    // The router wipes the secrets of what it is given, and not everything is given to it.
    const result = await answer(request).finally(() => wipeBytes(request))
    if (port === from) from.postMessage({ kind: 'answer', id, result } satisfies ToPage)
    working -= 1
    if (working === 0) onWorking(false)
    changed()
  }

  return {
    /** Serves this port from now on, and closes the one before it. */
    connect: (next: PagePort): void => {
      if (port) {
        port.close()
        onPageGone()
      }
      port = next
      last = 0
      next.on('message', ({ data }) => {
        if (port === next && !isStopped) void take(next, data)
      })
      next.on('close', () => {
        if (port === next) {
          port = null
          onPageGone()
        }
        changed()
      })
      next.start()
      if (isStopped) next.postMessage({ kind: 'leaving', last } satisfies ToPage)
    },
    setLocking: (isNow: boolean): void => {
      isLocking = isNow
    },
    noteState: (): void => {
      statesToFollow += 1
    },
    noteFollowed: (): void => {
      statesToFollow -= 1
      changed()
    },
    /** Takes no more requests. Those under way are still answered. */
    stop: (): void => {
      isStopped = true
    },
    /**
     * Waits a limited time until the requests under way are answered, so that closing can't overtake a save. Then takes
     * leave of the page, and waits until the page has the answers.
     */
    leave: async (longestDrainMilliseconds: number): Promise<void> => {
      isStopped = true
      await untilOrAfter(() => working === 0, longestDrainMilliseconds)
      port?.postMessage({ kind: 'leaving', last } satisfies ToPage)
      await untilOrAfter(() => port === null, longestFarewellMilliseconds)
    },
  }
}

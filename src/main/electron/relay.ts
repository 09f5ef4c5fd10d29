import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { appContract } from '#shared/contract/app-contract.ts'
import { findOperation } from '#shared/contract/router.ts'
import type { Result } from '#shared/contract/result.ts'
import { operationChannel, requestSchema, type Request } from '#shared/contract/wire.ts'
import { appOrigin } from './app-protocol.ts'

export interface RelayOptions {
  readonly window: () => BrowserWindow | null
  readonly allows: (path: string) => boolean
  readonly serve: (request: Request) => Promise<Result>
  readonly pass: (request: Request) => Promise<string>
}

const textOf = (result: Result): string => JSON.stringify(result)
const refused = (code: 'not-available' | 'not-found'): string => textOf({ ok: false, code, places: [] })

/**
 * Answers the one channel: checks the sender, reads the operation's name, serves the main process's own operations and
 * passes the rest to the vault process unread.
 */
export function startRelay({ window, allows, serve, pass }: RelayOptions): void {
  ipcMain.handle(operationChannel, async (event, raw: unknown): Promise<string> => {
    if (!isOwnPage(event, window())) return refused('not-available')
    const request = requestSchema.safeParse(raw)
    if (!request.success) return refused('not-found')
    const { path, input } = request.data
    if (!allows(path)) return refused('not-available')
    // The vault process decides which of the remaining names it knows.
    return findOperation(appContract, path) ? textOf(await serve({ path, input })) : pass({ path, input })
  })
}

function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame
  if (!window || window.isDestroyed() || !frame) return false
  return frame === window.webContents.mainFrame && new URL(frame.url).href.startsWith(`${appOrigin}/`)
}

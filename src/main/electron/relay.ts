import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent, type MessagePortMain } from 'electron'
import { appContract } from '#shared/contract/app-contract.ts'
import { findOperation } from '#shared/contract/router.ts'
import type { ErrorCode, Result } from '#shared/contract/result.ts'
import {
  connectChannel,
  operationChannel,
  portChannel,
  requestSchema,
  type Request,
} from '#shared/contract/wire.ts'
import { appOrigin } from './app-protocol.ts'

export interface RelayOptions {
  readonly window: () => BrowserWindow | null
  readonly allows: (path: string) => boolean
  readonly serve: (request: Request) => Promise<Result>
  /** The page's end of a channel to the vault process, or why there is none. */
  readonly connectPage: () => Promise<MessagePortMain | ErrorCode>
}

const textOf = (result: Result): string => JSON.stringify(result)
const refused = (code: ErrorCode): string => textOf({ ok: false, code, places: [] })

/**
 * Answers the page after checking that it is the own page: serves the main process's own operations, and gives the page
 * a port to the vault process. Main keeps no end of that port, so nothing that the vault is asked or answers reaches it.
 */
export function startRelay({ window, allows, serve, connectPage }: RelayOptions): void {
  ipcMain.handle(operationChannel, async (event, raw: unknown): Promise<string> => {
    if (!isOwnPage(event, window())) return refused('not-available')
    const request = requestSchema.safeParse(raw)
    if (!request.success) return refused('not-found')
    const { path, input } = request.data
    if (!allows(path)) return refused('not-available')
    return findOperation(appContract, path) ? textOf(await serve({ path, input })) : refused('not-found')
  })
  ipcMain.handle(connectChannel, async (event): Promise<string | null> => {
    if (!isOwnPage(event, window())) return refused('not-available')
    const port = await connectPage()
    if (typeof port === 'string') return refused(port)
    // The page may have gone while a new vault process was starting.
    if (isOwnPage(event, window())) event.senderFrame?.postMessage(portChannel, null, [port])
    else port.close()
    return null
  })
}

function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame
  if (!window || window.isDestroyed() || !frame) return false
  return frame === window.webContents.mainFrame && new URL(frame.url).href.startsWith(`${appOrigin}/`)
}

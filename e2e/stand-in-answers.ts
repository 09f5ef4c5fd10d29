import type { About } from '#shared/contract/operations/app.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { connectChannel, eventChannel, operationChannel, portChannel } from '#shared/contract/wire.ts'
import type { PageRequest } from '#shared/contract/vault-messages.ts'
import type { AppEvent } from '#shared/contract/events.ts'
import { call, type Running } from './fixtures.ts'

/** The answers of operations, by their paths. */
export type Answers = Readonly<Record<string, unknown>>

/**
 * Makes the main process give only these answers from now on, also for the vault, and reloads the page unless `reloads`
 * is false.
 *
 * For conditions that not every machine can produce, such as a failing disk or a lack of memory: the page is real, only
 * its answers are not.
 */
export async function standIn(
  { app, page }: Running,
  answers: Answers,
  { reloads = true }: { reloads?: boolean } = {},
): Promise<void> {
  // A page that is still loading would drop the reload.
  await page.waitForLoadState()
  const loaded = reloads ? page.waitForEvent('load') : null
  await app.evaluate(
    ({ ipcMain, BrowserWindow, MessageChannelMain }, { channels, given, isReloaded }) => {
      const answer = (path: string): string =>
        JSON.stringify(given[path] ?? { ok: false, code: 'not-available', places: [] })
      const connect = (frame: Electron.WebFrameMain | null | undefined): null => {
        const { port1, port2 } = new MessageChannelMain()
        port1.on('message', ({ data }) => {
          // The preload writes this shape.
          const { id, request } = data as PageRequest
          port1.postMessage({ kind: 'answer', id, result: answer(request.path) })
        })
        port1.start()
        frame?.postMessage(channels.port, null, [port2])
        return null
      }
      ipcMain.removeHandler(channels.operation)
      ipcMain.removeHandler(channels.connect)
      ipcMain.handle(channels.operation, (_event, { path }: { path: string }) => answer(path))
      ipcMain.handle(channels.connect, (event) => connect(event.senderFrame))
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (isReloaded) contents?.reload()
      else connect(contents?.mainFrame)
    },
    {
      channels: { operation: operationChannel, connect: connectChannel, port: portChannel },
      given: answers,
      isReloaded: reloads,
    },
  )
  await loaded
}

export const ok = (value: unknown) => ({ ok: true, value })
export const failed = (code: string, places: readonly string[] = []) => ({ ok: false, code, places })

/** The status of an ordinary locked vault, with changes. */
export const statusOf = (change: Partial<VaultStatus> = {}): VaultStatus => ({
  state: 'locked',
  presence: 'present',
  goneBack: null,
  wasLeftUnsealed: false,
  hasSample: false,
  access: 'full',
  readOnlyReason: null,
  recoveryKeySince: '2026-03-03T10:00:00.000Z',
  mustChoosePassphrase: false,
  failedAttempts: 0,
  waitMilliseconds: 0,
  hasPin: false,
  pinTriesLeft: 0,
  ...change,
})

/** The answers of a locked app to what the page asks at its start; `runtime` can be the real one. */
export async function lockedAnswers({ page }: Running, status: Partial<VaultStatus> = {}): Promise<Answers> {
  const about = (await call(page, 'app.about')) as { value: About }
  return {
    'app.about': about,
    'settings.get': await call(page, 'settings.get'),
    'lock.last': ok(null),
    'vault.status': ok(statusOf(status)),
  }
}

/** Sends the page an event as the main process would. */
export async function sendEvent({ app }: Running, event: AppEvent): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { channel, sent }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, sent)
    },
    { channel: eventChannel, sent: event },
  )
}

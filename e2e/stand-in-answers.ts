import type { About } from '#shared/contract/operations/app.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { eventChannel, operationChannel } from '#shared/contract/wire.ts'
import type { AppEvent } from '#shared/contract/events.ts'
import { call, type Running } from './fixtures.ts'

/** What an operation is to answer, by its path. */
export type Answers = Readonly<Record<string, unknown>>

/**
 * Lets the main process give these answers from now on, and none of its own, and loads the page anew
 * unless that is not wanted.
 *
 * For what can't be brought about on every machine, such as a failing disk or a lack of memory: the page is the real
 * one, and only what it is told is not.
 */
export async function standIn(
  { app }: Running,
  answers: Answers,
  { reloads = true }: { reloads?: boolean } = {},
): Promise<void> {
  await app.evaluate(
    ({ ipcMain, BrowserWindow }, { channel, given, isAnew }) => {
      ipcMain.removeHandler(channel)
      ipcMain.handle(channel, (_event, { path }: { path: string }) =>
        JSON.stringify(given[path] ?? { ok: false, code: 'not-available', places: [] }),
      )
      if (isAnew) BrowserWindow.getAllWindows()[0]?.webContents.reload()
    },
    { channel: operationChannel, given: answers, isAnew: reloads },
  )
}

export const ok = (value: unknown) => ({ ok: true, value })
export const failed = (code: string, places: readonly string[] = []) => ({ ok: false, code, places })

/** The status of an ordinary locked vault, with what a screen needs changed. */
export const statusOf = (change: Partial<VaultStatus> = {}): VaultStatus => ({
  state: 'locked',
  presence: 'present',
  isOlderThanLastUsed: false,
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

/** What the page asks at its start, answered as by an app that is locked; `runtime` can be the real one. */
export async function lockedAnswers({ page }: Running, status: Partial<VaultStatus> = {}): Promise<Answers> {
  const about = (await call(page, 'app.about')) as { value: About }
  return {
    'app.about': about,
    'settings.get': await call(page, 'settings.get'),
    'lock.last': ok(null),
    'vault.status': ok(statusOf(status)),
  }
}

/** Tells the page something as the main process would. */
export async function tell({ app }: Running, event: AppEvent): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { channel, told }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, told)
    },
    { channel: eventChannel, told: event },
  )
}

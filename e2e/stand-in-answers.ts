import { operationChannel } from '#shared/contract/wire.ts'
import type { Running } from './fixtures.ts'

/** What an operation is to answer, by its path. */
export type Answers = Readonly<Record<string, unknown>>

/**
 * Lets the main process give these answers from now on, and none of its own, and loads the page anew.
 *
 * For what can't be brought about on every machine, such as a failing disk or a lack of memory: the page is the real
 * one, and only what it is told is not.
 */
export async function standIn({ app }: Running, answers: Answers): Promise<void> {
  await app.evaluate(
    ({ ipcMain, BrowserWindow }, { channel, given }) => {
      ipcMain.removeHandler(channel)
      ipcMain.handle(channel, (_event, { path }: { path: string }) =>
        JSON.stringify(given[path] ?? { ok: false, code: 'not-available', places: [] }),
      )
      BrowserWindow.getAllWindows()[0]?.webContents.reload()
    },
    { channel: operationChannel, given: answers },
  )
}

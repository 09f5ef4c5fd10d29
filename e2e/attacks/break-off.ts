import { spawn } from 'node:child_process'
import { english } from '#shared/i18n/en/index.ts'
import { electronExecutable } from '../electron-executable.ts'
import { expect, passphrase, repository, test, type Fixtures, type Running } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import type { Secrets } from './reach-out.ts'

/**
 * Starts the app a second time, crashes its page and kills it while a client has the computer; each must ask for the
 * passphrase before anything is seen. Unlocks the app that was started after the kill, and hands it on.
 */
export async function breakOff(
  running: Running,
  { launch, dataFolder }: Pick<Fixtures, 'launch' | 'dataFolder'>,
  { words }: Secrets,
  stays: (after: string) => Promise<void>,
): Promise<Running> {
  const { app, page } = running
  const seenIn = (text: string) => words.filter((word) => text.includes(word))

  await test.step('a second start quits', async () => {
    const second = spawn(electronExecutable(), [repository, `--user-data-dir=${dataFolder}`], {
      env: { ...process.env, ATTUNE_HEADLESS: '1' },
      stdio: 'ignore',
    })
    expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0)
    await stays('a second start')
  })

  await test.step('a page that crashes asks for the passphrase', async () => {
    const debug = await page.context().newCDPSession(page)
    // A crashed page answers nothing.
    void debug.send('Page.crash').catch(() => undefined)
    await expect.poll(() => textOf(running)).toContain(english.unlock.unlock.title)
    expect(seenIn(String(await textOf(running)))).toEqual([])
  })

  return await test.step('so does the next start after a kill', async () => {
    app.process().kill('SIGKILL')
    await app.waitForEvent('close').catch(() => undefined)
    const again = await launch()
    await expect(vaultPages(again.page).unlockHeading).toBeVisible()
    expect(seenIn(await again.page.content())).toEqual([])
    await vaultPages(again.page).unlock(passphrase)
    await expect(shellPage(again.page).today).toBeVisible()
    return again
  })
}

/** All text of the window's page; null while there is none. Playwright gives a page up when it crashes. */
function textOf({ app }: Running): Promise<unknown> {
  return app
    .evaluate(async ({ BrowserWindow }): Promise<unknown> => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return !contents || contents.isCrashed()
        ? null
        : contents.executeJavaScript('document.documentElement.outerHTML')
    })
    .catch(() => null)
}

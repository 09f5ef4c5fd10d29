import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { logPage } from '../pages/log-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepScreenshot } from '../screenshots.ts'

test('an app killed in the middle of a log shows the draft at the next start', async ({
  launch,
  openVault,
}) => {
  const first = await openVault({ withSample: true })
  const log = logPage(first.page)
  await first.page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  await log.part('after')
  await log.focusRating('Sad')
  await first.page.keyboard.press('7')
  await log.notes.fill('Killed after this line')
  // The screen may still report the save of the previous rating.
  const kept = async () => JSON.stringify(await call(first.page, 'drafts.list'))
  await expect.poll(kept).toContain('Killed after this line')
  first.app.process().kill('SIGKILL')
  await first.app.waitForEvent('close').catch(() => undefined)

  const second = await launch()
  await vaultPages(second.page).unlock(passphrase)
  await second.page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  const again = logPage(second.page)
  await expect(again.draftHere).toBeVisible()
  await keepScreenshot(second.page, 'fault-draft-after-kill')
  await again.part('after')
  await expect(again.notes).toHaveValue('Killed after this line')
  await expect(again.rating('Sad').getByRole('radio', { name: '7 out of 10' })).toBeChecked()
})

test('a page that crashes while the vault is locked comes back', async ({ openVault }) => {
  const { app, page } = await openVault()
  await call(page, 'lock.now')
  await expect(vaultPages(page).unlockHeading).toBeVisible()
  const debug = await page.context().newCDPSession(page)
  const gone = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('render-process-gone', (_event, { reason }) =>
          resolve(reason),
        )
      }),
  )
  // A crashed page answers nothing.
  void debug.send('Page.crash').catch(() => undefined)
  expect(await gone).toBe('crashed')
  const heading = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (!contents || contents.isCrashed()) return null
      return (await contents.executeJavaScript(
        `document.querySelector('h1')?.textContent ?? null`,
      )) as unknown
    })
  await expect.poll(heading).toBe(english.unlock.unlock.title)
})

test('when Windows ends the session over an open draft, it waits until the draft is saved and Attune has quit', async ({
  launch,
  openVault,
}) => {
  const first = await openVault({ withSample: true })
  const log = logPage(first.page)
  await first.page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  await log.part('after')
  await log.notes.fill('Written while Windows logs off')
  const closed = first.app.waitForEvent('close')
  // No pause, so the draft is not saved yet. Only Windows emits this event; Attune listens on every system.
  const isPrevented = await first.app.evaluate(({ BrowserWindow }) => {
    let prevented = false
    const event = { reasons: ['logoff'], preventDefault: () => (prevented = true) }
    BrowserWindow.getAllWindows()[0]?.emit('query-session-end', event)
    return prevented
  })
  expect(isPrevented).toBe(true)
  await closed

  const second = await launch()
  await vaultPages(second.page).unlock(passphrase)
  await second.page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  await logPage(second.page).part('after')
  await expect(logPage(second.page).notes).toHaveValue('Written while Windows logs off')
})

test('a window whose page never reports its first paint is shown anyway', async ({ launch }) => {
  // The stand-in then withholds the event, as Electron does for hidden windows on some Linux desktops.
  const { app } = await launch({ env: { CHROMIUM_SHELL_WITHHOLD: 'ready-to-show' } })
  const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await expect.poll(isVisible).toBe(true)
})

test('an uncaught error in the main process locks Attune and shows no stack', async ({ openVault }) => {
  const { app, page } = await openVault()
  await app.evaluate(({ dialog }) => {
    const boxes: string[] = []
    Object.assign(globalThis, { boxes })
    dialog.showErrorBox = (title, text) => {
      boxes.push(`${title}: ${text}`)
    }
    setTimeout(() => {
      throw new Error('a sentence about a client')
    })
  })
  await expect(vaultPages(page).unlockHeading).toBeVisible()
  await expect(page.getByText(/stopped unexpectedly/)).toBeVisible()
  const boxes = await app.evaluate(
    () => Object.getOwnPropertyDescriptor(globalThis, 'boxes')?.value as unknown,
  )
  expect(boxes).toEqual([])
})

test('killing the vault process locks the app, which says so and loses nothing that was saved', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { app, page } = running
  const pid = await app.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'Attune vault')?.pid,
  )
  expect(pid).toBeGreaterThan(0)
  process.kill(pid ?? 0, 'SIGKILL')
  const vault = vaultPages(page)
  await expect(vault.unlockHeading).toBeVisible()
  await expect(page.getByText(/stopped unexpectedly/)).toBeVisible()
  await keepScreenshot(page, 'fault-vault-process-ended')
  await vault.unlock(passphrase)
  await expect(page.getByRole('link', { name: 'Harbour' }).first()).toBeVisible()
})

import { english } from '#shared/i18n/en/index.ts'
import { portChannel } from '#shared/contract/wire.ts'
import { call, expect, passphrase, test, type Running } from '../fixtures.ts'
import { logPage } from '../pages/log-page.ts'
import { letLockWait } from '../patient-lock.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepScreenshot } from '../screenshots.ts'

test('locking ends the process with the key and blanks the screen, and unlocking returns to the same place', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { app, page } = running
  const shell = shellPage(page)
  const vault = vaultPages(page)
  await shell.toClient('Lantern')
  const before = await vaultProcesses(app)
  expect(before).toHaveLength(1)
  await page.keyboard.press('ControlOrMeta+Shift+L')
  await expect(vault.unlockHeading).toBeVisible()
  expect(await vaultProcesses(app)).not.toEqual(expect.arrayContaining(before))
  await expect.poll(() => vaultProcesses(app)).toHaveLength(1)
  expect(await page.content()).not.toContain('Lantern')
  expect(await call(page, 'clients.list')).toMatchObject({ ok: false, code: 'not-available' })
  await keepScreenshot(page, 'unlock')

  await vault.unlock('a passphrase that is not it')
  await expect(page.getByText('This passphrase doesn’t match.')).toBeVisible()
  await keepScreenshot(page, 'unlock-wrong-passphrase')
  await vault.unlock(passphrase)
  await expect(shell.heading).toHaveText('Lantern')
})

test('fault 133: no frame of a lock shows the record again or is bright in the dark theme', async ({
  openVault,
}) => {
  const { app, page } = await openVault({ withSample: true })
  await page.emulateMedia({ colorScheme: 'dark' })
  await shellPage(page).toClient('Lantern')
  const frames: string[] = []
  const debug = await page.context().newCDPSession(page)
  debug.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(data)
    void debug.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
  })
  await debug.send('Page.startScreencast', { format: 'png', maxWidth: 640, maxHeight: 400 })
  await expect.poll(() => frames.length).toBeGreaterThan(0)
  const reload = await holdReload(app)
  await page.keyboard.press('ControlOrMeta+Shift+L')
  await expect
    .poll(async () => (await page.evaluate(lookAtFrames, frames.slice(-1)))[0]?.isOneColour)
    .toBe(true)
  await reload()
  await expect(vaultPages(page).passphrase).toBeFocused()
  await expect(page.getByText(english.unlock.lastLock.command)).toBeVisible()
  await debug.send('Page.stopScreencast')

  const seen = await page.evaluate(lookAtFrames, frames)
  expect(seen[0]?.hasNavigation, 'the record is there before the lock').toBe(true)
  const blank = seen.findIndex(({ hasNavigation }) => !hasNavigation)
  expect(seen[blank]?.isOneColour, 'nothing is there when the lock begins').toBe(true)
  expect(seen.slice(blank).filter(({ hasNavigation }) => hasNavigation)).toEqual([])
  expect(Math.max(...seen.map(({ brightness }) => brightness))).toBeLessThan(0.25)
})

/** Keeps the page that a lock has blanked until the caller has seen it: a quick reload leaves no time to draw it. */
async function holdReload(app: Running['app']): Promise<() => Promise<void>> {
  await app.evaluate(({ BrowserWindow }) => {
    const [contents] = BrowserWindow.getAllWindows().map(({ webContents }) => webContents)
    if (!contents) throw new Error('no window')
    const reload = contents.reload.bind(contents)
    const asked = Promise.withResolvers<void>()
    contents.reload = () => void asked.promise.then(reload)
    Object.assign(globalThis, { letReload: asked.resolve })
  })
  return () => app.evaluate(() => void Reflect.get(globalThis, 'letReload')())
}

/** Runs in the page, which can decode pictures. Only the app's own frame has something at the left edge. */
async function lookAtFrames(frames: readonly string[]) {
  return Promise.all(
    frames.map(async (frame) => {
      const bytes = Uint8Array.from(atob(frame), (letter) => letter.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
      if (!context) throw new Error('the page can’t draw')
      context.drawImage(picture, 0, 0)
      const greys = (width: number) => {
        const { data } = context.getImageData(0, 0, width, picture.height)
        return Array.from({ length: data.length / 4 }, (_, index) => data[index * 4 + 1] ?? 0)
      }
      const all = greys(picture.width)
      const sum = all.reduce((before, grey) => before + grey, 0)
      return {
        hasNavigation: new Set(greys(Math.round(picture.width / 8))).size > 1,
        isOneColour: new Set(all).size === 1,
        brightness: sum / all.length / 255,
      }
    }),
  )
}

test('text being typed when Attune locks is there after unlocking', async ({ openVault }) => {
  const running = await openVault({ withSample: true })
  await letLockWait(running)
  const { page } = running
  const log = logPage(page)
  const vault = vaultPages(page)
  await page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  await log.part('after')
  await log.notes.fill('Half a sentence that nobody has saved ye')
  // No pause, so the lock comes before the draft is saved.
  await call(page, 'lock.now')
  await expect(vault.unlockHeading).toBeVisible()
  await vault.unlock(passphrase)
  await expect(log.draftHere).toBeVisible()
  await log.part('after')
  await expect(log.notes).toHaveValue('Half a sentence that nobody has saved ye')
})

test('after the chosen time without activity Attune warns; a key press keeps it open, otherwise it locks', async ({
  openVault,
}) => {
  const running = await openVault()
  const { app, page } = running
  expect(await call(page, 'settings.update', { lockAfterMinutes: 1 })).toMatchObject({ ok: true })
  const moveClock = (seconds: number) =>
    app.evaluate((_electron, by) => {
      const real = Date.now
      Date.now = () => real() + by * 1_000
    }, seconds)
  await moveClock(35)
  await expect(page.getByText(/^Locking in \d+ seconds/)).toBeVisible()
  await keepScreenshot(page, 'locking-soon')
  await page.keyboard.press('Shift')
  await expect(page.getByText(/^Locking in/)).toHaveCount(0)
  await moveClock(61)
  await expect(vaultPages(page).unlockHeading).toBeVisible()
})

test('fault 25: quitting saves unsaved text, and the next start asks for the passphrase', async ({
  launch,
  openVault,
}) => {
  const first = await openVault({ withSample: true })
  await first.page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  const log = logPage(first.page)
  await log.part('after')
  await log.notes.fill('Written just before quitting')
  const closed = first.app.waitForEvent('close')
  await call(first.page, 'app.quit').catch(() => undefined)
  await closed

  const second = await launch()
  const vault = vaultPages(second.page)
  await expect(vault.unlockHeading).toBeVisible()
  await vault.unlock(passphrase)
  await expect(second.page.getByText(/draft from/i).first()).toBeVisible()
  await second.page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  await logPage(second.page).part('after')
  await expect(logPage(second.page).notes).toHaveValue('Written just before quitting')
})

test('quitting with text that can’t be saved asks first, and staying keeps the text', async ({
  openVault,
}) => {
  const running = await openVault()
  const { app, page } = running
  await page.keyboard.press('ControlOrMeta+Shift+N')
  const code = page.getByLabel('Code', { exact: true })
  await expect(code).toBeVisible()
  // From now on, whatever the page asks of the vault fails as it does on a full disk.
  await app.evaluate(({ BrowserWindow, MessageChannelMain }, channel) => {
    const { port1, port2 } = new MessageChannelMain()
    const result = JSON.stringify({ ok: false, code: 'disk-full', places: [] })
    // The preload writes this shape.
    port1.on('message', ({ data }) =>
      port1.postMessage({ kind: 'answer', id: (data as { id: number }).id, result }),
    )
    port1.start()
    BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.postMessage(channel, null, [port2])
  }, portChannel)
  await code.fill('Half a client')
  await app.evaluate(({ dialog }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = (...given: unknown[]) => {
      asked.push(JSON.stringify(given.at(-1)))
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
  })
  await call(page, 'app.quit')
  await expect
    .poll(() => app.evaluate(() => String(Object.getOwnPropertyDescriptor(globalThis, 'asked')?.value)))
    .toContain('could not be saved')
  await expect(code).toHaveValue('Half a client')
  expect(await vaultProcesses(app)).toHaveLength(1)
})

function vaultProcesses(app: {
  evaluate: <T>(run: (electron: typeof import('electron')) => T) => Promise<T>
}) {
  return app.evaluate(({ app: main }) =>
    main
      .getAppMetrics()
      .filter(({ type, name }) => type === 'Utility' && name === 'Attune vault')
      .map(({ pid }) => pid),
  )
}

import { english } from '#shared/i18n/en/index.ts'
import { processesOf } from '../../scripts/bench/processes.ts'
import { call, expect, passphrase, test, type Running } from '../fixtures.ts'
import { letLockWait } from '../patient-lock.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'

test.skip(process.platform !== 'linux', 'the processes are found through /proc, which is Linux’s')

test('fault 109: a lock ends the page’s process; the window stays where it is, and a new page unlocks', async ({
  launch,
  placeVault,
}) => {
  placeVault()
  const running = await launch({ replacesPage: true })
  const { app, page } = running
  await vaultPages(page).unlock(passphrase)
  await expect(shellPage(page).today).toBeFocused()
  await letLockWait(running)
  const before = { bounds: await boundsOf(running), pages: pageProcesses(running) }
  expect(before.pages.length).toBeGreaterThan(0)

  const started = performance.now()
  // The page's process ends before it can answer.
  void call(page, 'lock.now').catch(() => undefined)
  await expect.poll(() => headingOf(running)).toBe(english.unlock.unlock.title)
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(pageProcesses(running).filter((pid) => before.pages.includes(pid))).toEqual([])
  expect(await boundsOf(running)).toEqual(before.bounds)

  const unlocked = await inPage(
    app,
    `window.attune.call('vault.unlock', { passphrase: new TextEncoder().encode('${passphrase}') })`,
  )
  expect(JSON.parse(String(unlocked))).toMatchObject({ ok: true, value: { state: 'open' } })
  // No lock was noted as a failure.
  expect(JSON.parse(String(await inPage(app, `window.attune.call('lock.last')`)))).toMatchObject({
    value: { reason: 'command', isDraftSafe: true },
  })
})

const pageProcesses = ({ app }: Running): number[] => processesOf(app.process().pid ?? 0, 'page')

function boundsOf({ app }: Running): Promise<unknown> {
  return app.evaluate(({ BrowserWindow }) => {
    const [window, ...others] = BrowserWindow.getAllWindows()
    return [window?.getBounds(), window?.isVisible(), others.length]
  })
}

function inPage(app: Running['app'], code: string): Promise<unknown> {
  return app.evaluate(async ({ BrowserWindow }, script): Promise<unknown> => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return !contents || contents.isCrashed() ? null : contents.executeJavaScript(script)
  }, code)
}

/** Null also if the page's process ends meanwhile. */
function headingOf({ app }: Running): Promise<unknown> {
  return inPage(app, `document.querySelector('h1')?.textContent ?? null`).catch(() => null)
}

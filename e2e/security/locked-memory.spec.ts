import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { english } from '#shared/i18n/en/index.ts'
import { keysOfVault } from '../../scripts/faults/keys-of-vault.ts'
import { namesHeld } from '../../scripts/faults/memory-of.ts'
import { processesOf } from '../../scripts/bench/processes.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { logPage } from '../pages/log-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { wakePage } from '../wake-page.ts'

const note = 'The canary sang at 05:41 under the green staircase'
const pin = '83154962'

test('fault 111: a second and half a minute after a lock, neither the page’s process nor the vault’s holds a secret', async ({
  launch,
  placeVault,
  dataFolder,
}) => {
  test.skip(
    process.platform !== 'linux',
    'the memory of other processes is read through /proc, which is Linux’s',
  )
  test.setTimeout(300_000)
  placeVault({ withSample: true })
  const { app, page } = await launch({ replacesPage: true })
  const main = app.process().pid ?? 0
  await wakePage(page)
  await vaultPages(page).passphrase.pressSequentially(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  const log = logPage(page)
  await log.part('after')
  await log.notes.pressSequentially(note)
  await expect(log.draftKept).toBeVisible()
  expect(await call(page, 'keys.setPin', { passphrase, pin })).toMatchObject({ ok: true })
  const begun = await call(page, 'keys.beginRecoveryKey', { passphrase })
  // The key as it travels; the screen shows each group by itself.
  const recoveryKey = JSON.stringify(
    z.object({ value: z.object({ groups: z.array(z.string()) }) }).parse(begun).value.groups,
  )

  const keys = await keysOfVault(join(dataFolder, 'vault'), passphrase)
  const spelled = (text: string): Buffer[] => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  const secrets = {
    passphrase: spelled(passphrase),
    recoveryKey: spelled(recoveryKey),
    pin: spelled(pin),
    note: spelled(note),
    vaultKey: [keys.vault],
    databaseKey: [keys.database],
  }
  const held = (): string[] => namesHeld(main, ['page', 'vault'], secrets)
  expect(held(), 'the scan finds every secret while the vault is open').toEqual(
    Object.keys(secrets).toSorted(),
  )

  const before = [...processesOf(main, 'page'), ...processesOf(main, 'vault')]
  // The page's process ends before it can answer.
  void call(page, 'lock.now').catch(() => undefined)
  // A page whose process ends meanwhile has no heading.
  const heading = () =>
    app
      .evaluate(async ({ BrowserWindow }): Promise<unknown> => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        if (!contents || contents.isCrashed()) return null
        return contents.executeJavaScript(`document.querySelector('h1')?.textContent ?? null`)
      })
      .catch(() => null)
  await expect.poll(heading).toBe(english.unlock.unlock.title)
  await wait(1_000)
  expect(held(), 'a second after the lock').toEqual([])
  await wait(29_000)
  expect(held(), 'half a minute after the lock').toEqual([])
  expect(namesHeld(main, ['main', 'system'], { keys: [keys.vault, keys.database] })).toEqual([])
  const after = [...processesOf(main, 'page'), ...processesOf(main, 'vault')]
  expect(after.length).toBeGreaterThanOrEqual(2)
  expect(after.filter((pid) => before.includes(pid))).toEqual([])
})

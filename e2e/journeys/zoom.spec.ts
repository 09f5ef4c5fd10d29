import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, passphrase, test, type Running } from '../fixtures.ts'
import { handOver } from '../hand-over.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { wakePage } from '../wake-page.ts'

const factorOf = ({ app }: Running) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor())

/** Waits for a size, up to the rounding of Chromium's levels. */
const expectZoom = (running: Running, factor: number) =>
  expect.poll(async () => Math.round(((await factorOf(running)) ?? 0) * 100)).toBe(Math.round(factor * 100))

test('the size chosen by keys is there at the next start; a client’s size is only for their form', async ({
  openVault,
  launch,
  dataFolder,
}) => {
  const running = await openVault({ withSample: true })
  const { app, page } = running
  await page.keyboard.press('Control+=')
  await page.keyboard.press('Control++')
  await expectZoom(running, 1.25)
  await page.keyboard.press('Control+-')
  await expectZoom(running, 1.1)

  await test.step('a client makes the form larger; back with the therapist it is as before', async () => {
    await handOver(running)
    await page.keyboard.press('Control+=')
    await page.keyboard.press('Control+=')
    await expectZoom(running, 1.5)
    await handOverPage(page).start()
    await handOverPage(page).stop()
    await handOverPage(page).goBack(passphrase, 'thanks')
    await expect(shellPage(page).navigation).toBeVisible()
    await expectZoom(running, 1.1)
  })

  await app.close()
  expect(JSON.parse(readFileSync(join(dataFolder, 'settings.json'), 'utf8'))).toMatchObject({ zoom: 1.1 })
  const again = await launch()
  await expect(vaultPages(again.page).unlockHeading).toBeVisible()
  await expectZoom(again, 1.1)
  // A pointer that moves loads the app, which takes the key.
  await wakePage(again.page)
  await expect(again.page.locator('#root button[type=submit]')).toBeVisible()
  await again.page.keyboard.press('Control+0')
  await expectZoom(again, 1)
})

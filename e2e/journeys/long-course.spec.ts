import { english } from '#shared/i18n/en/index.ts'
import { expect, passphrase, test } from '../fixtures.ts'
import { openClient } from '../open-client.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepLightAndDark, keepScreenshot } from '../screenshots.ts'
import { makeLargeVault } from '../vaults/large-vault.ts'
import { setWindowSize } from '../window-size.ts'

const words = english.client.course

test('a client of 500 sessions is read in one window, and the range is chosen by keyboard', async ({
  launch,
  dataFolder,
}) => {
  test.slow()
  makeLargeVault(dataFolder, passphrase, { clients: 1, sessions: 500 })
  const { page } = await launch()
  await vaultPages(page).unlock(passphrase)
  await expect(shellPage(page).today).toBeVisible()
  await openClient(page, 'Large 1')
  const course = page.getByRole('region', { name: words.title })
  const chart = course.getByRole('application')

  await test.step('sentence, course and the first prompt or flag are in the first window', async () => {
    await setWindowSize(page, { width: 1280, height: 800 })
    await expect(chart).toBeInViewport({ ratio: 1 })
    const prompts = page.getByRole('region', { name: english.prompts.title })
    await expect(prompts.getByRole('heading', { level: 3 }).first()).toBeInViewport({ ratio: 1 })
    await keepLightAndDark(page, 'long-course')
    await expect(prompts.getByRole('definition').first()).toBeInViewport({ ratio: 1 })
  })

  const range = (from: number, to: number) => course.getByText(`Sessions ${from} to ${to} of 500`)
  const readout = (session: number) => page.getByRole('status').filter({ hasText: `Session ${session},` })
  const thumb = (name: string) => course.getByRole('slider', { name })

  await test.step('it opens with the newest year, and a thumb moved by keys shows more', async () => {
    await expect(range(448, 500)).toBeVisible()
    await thumb(words.range.from).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(range(447, 500)).toBeVisible()
    await page.keyboard.press('Home')
    await expect(range(1, 500)).toBeVisible()
    await keepScreenshot(page, 'long-course-all')
  })

  await test.step('the arrow keys reach the first and the last of all sessions', async () => {
    await chart.focus()
    await page.keyboard.press('End')
    await expect(readout(500)).toHaveCount(1)
    await page.keyboard.press('Home')
    await expect(readout(1)).toHaveCount(1)
    await page.keyboard.press('ArrowRight')
    await expect(readout(2)).toHaveCount(1)
  })

  await test.step('a range in the middle is drawn alone', async () => {
    await thumb(words.range.to).focus()
    for (let page20 = 0; page20 < 2; page20 += 1) await page.keyboard.press('PageDown')
    const last = Number(await thumb(words.range.to).inputValue()) + 1
    expect(last).toBeLessThan(500)
    await expect(range(1, last)).toBeVisible()
    await chart.focus()
    await page.keyboard.press('End')
    await expect(readout(last)).toHaveCount(1)
  })
})

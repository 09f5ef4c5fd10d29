import { call, expect, passphrase, test } from '../fixtures.ts'
import { chooseRadio, press } from '../keyboard.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'
import { keepLightAndDark, keepScreenshot } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.repairs

test('what is open comes back before the next session, is closed by keyboard alone, and stays closed', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const shell = shellPage(page)
  const attention = page.getByRole('region', { name: english.attention.title })
  const lantern = attention.getByRole('listitem').filter({ hasText: 'Lantern' })
  await expect(lantern).toContainText('Alliance dropped')
  await keepLightAndDark(page, 'repairs-today')

  await press(page, lantern.getByRole('link', { name: 'Lantern' }))
  await expect(shell.heading).toHaveText('Lantern')
  const card = page.getByRole('region', { name: words.title, exact: true })
  await expect(card).toContainText(words.advice)
  await card.scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'repairs-client')
  await press(page, card.getByRole('button', { name: /^Close…/ }).first())
  await chooseRadio(page, card.getByRole('radiogroup'), words.endings.understood)
  const how = card.getByLabel(words.words)
  await press(page, how)
  await page.keyboard.type('We spoke on the phone about the hour that went wrong.')
  // No pause, so the lock comes before the draft is kept.
  await call(page, 'lock.now')
  const vault = vaultPages(page)
  await expect(vault.unlockHeading).toBeVisible()
  await vault.unlock(passphrase)
  await expect(how).toHaveValue('We spoke on the phone about the hour that went wrong.')
  await card.scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'repairs-closing')
  await scan(running, 'repairs-closing')
  await press(page, card.getByRole('button', { name: /^Close it/ }))
  const undo = page.getByRole('button', { name: words.undo, exact: true })
  await expect(undo).toBeFocused()
  await keepLightAndDark(page, 'repairs-closed')

  await shell.toToday()
  await expect(attention).toBeVisible()
  await expect(lantern.filter({ hasText: 'Alliance dropped' })).toHaveCount(0)
})

test('the log reminds before the session, asks after it, and the session’s page opens again what was closed', async ({
  openVault,
}) => {
  const { page } = await openVault({ withSample: true })
  const shell = shellPage(page)
  await shell.toClient('Lantern')
  await page.getByRole('link', { name: english.client.logSession }).click()
  const before = page.getByRole('region', { name: words.titleEarlier })
  await expect(before).toContainText('rating of working together')
  await keepLightAndDark(page, 'repairs-before')
  await page.getByRole('tab', { name: english.logSession.parts.after, exact: true }).click()
  const asked = page.getByRole('region', { name: words.titleAsking })
  await asked.scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'repairs-after')
  // At 200 %, half as many points fit.
  await page.setViewportSize({ width: 640, height: 400 })
  await asked.scrollIntoViewIfNeeded()
  await keepScreenshot(page, 'repairs-after-at-200')
  const question = asked.getByRole('radiogroup').first()
  const number = /\d+/.exec((await question.getAttribute('aria-label')) ?? (await question.innerText()))?.[0]
  await question.getByText(words.endings.repaired).click()
  await asked.getByLabel(words.words).fill('They said what they had missed.')
  await keepScreenshot(page, 'repairs-after-ending-at-200')
  await asked.getByRole('button', { name: /^Close it/ }).click()
  await expect(page.getByRole('button', { name: words.undo, exact: true })).toBeFocused()
  await page.setViewportSize({ width: 1280, height: 800 })
  await keepLightAndDark(page, 'repairs-after-closed')

  await shell.toClient('Lantern')
  await page
    .getByRole('region', { name: 'Sessions' })
    .getByRole('link', { name: `Session ${String(number)}`, exact: true })
    .click()
  const closed = page.getByRole('region', { name: words.onPage.title, exact: true })
  await expect(closed).toContainText('They said what they had missed.')
  await closed.scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'repairs-session')
  await closed.getByRole('button', { name: words.onPage.reopen }).click()
  await expect(closed).toHaveCount(0)
})

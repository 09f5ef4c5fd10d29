import { expect, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { keepScreenshot } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.attention

test('Today names the clients worth attention, and lets one be looked at until later', async ({
  openVault,
}) => {
  const { page } = await openVault({ withSample: true })
  const card = page.getByRole('region', { name: words.title })
  const worse = card.getByRole('listitem').filter({ hasText: 'Reliably worse: 8 points' })
  await expect(worse).toContainText('Driftwood')
  await keepScreenshot(page, 'today-attention')
  await page.getByRole('button', { name: 'Looked at Driftwood: show again later' }).click()
  await page.getByRole('menuitem', { name: words.lookedAt.week }).click()
  await expect(worse).toHaveCount(0)
  await card.getByRole('button', { name: 'Looked at: 1 client' }).click()
  await card.getByRole('button', { name: 'Show Driftwood now' }).click()
  await expect(worse).toHaveCount(1)
})

test('Clients begins with those worth attention, and opens one by a click and by the keyboard', async ({
  openVault,
}) => {
  const { page } = await openVault({ withSample: true })
  const shell = shellPage(page)
  await shell.toClients()
  await expect(shell.heading).toHaveText(english.clients.title)
  const first = page.getByRole('row').nth(1)
  await expect(first).toContainText('Driftwood')
  await expect(first).toContainText(english.clients.standing['reliably-worse'])
  await first.getByText(english.clients.standing['reliably-worse'], { exact: true }).click()
  await expect(shell.heading).toContainText('Driftwood')
  await shell.toClients()
  await page.getByRole('columnheader', { name: english.clients.column.code }).click()
  await expect(first).toContainText('Compass')
  await page.getByRole('columnheader', { name: english.clients.column.code }).press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(shell.heading).toContainText('Compass')
})

import { call, expect, test } from '../fixtures.ts'
import { logPage } from '../pages/log-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.logSession

interface Today {
  value: { upcoming: { sessionId: string; clientId: string; clientCode: string }[] }
}

test('a planned session is cancelled before its day, and is neither due nor missed', async ({
  openVault,
}) => {
  const { page } = await openVault({ withSample: true })
  const upcoming = async () => ((await call(page, 'today.get')) as Today).value.upcoming
  const planned = (await upcoming()).find(({ clientCode }) => clientCode === 'Kite')
  await page.evaluate((id) => {
    window.location.hash = `/log/${String(id)}`
  }, planned?.sessionId)
  await expect(shellPage(page).heading).toHaveText(/^Session \d+ with Kite$/)
  const parts = page.getByRole('group', { name: words.facts.time }).getByRole('spinbutton')
  await parts.first().click()
  await expect(parts.first()).toBeFocused()
  await page.keyboard.type('0930a')
  await expect(parts).toHaveText(['9', '30', 'AM'])
  const cancelled = page.getByRole('radio', { name: /Client cancell?ed in time/ })
  await cancelled.check({ force: true })
  await logPage(page).save()
  expect((await upcoming()).map(({ clientCode }) => clientCode)).not.toContain('Kite')
  await page.evaluate((id) => {
    window.location.hash = `/clients/${String(id)}`
  }, planned?.clientId)
  await expect(shellPage(page).heading).toHaveText('Kite')
  await expect(page.getByText(/^cancell?ed in time by the client/).first()).toBeVisible()
  await expect(page.getByText(/missed/)).toHaveCount(0)
})

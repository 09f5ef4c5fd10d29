import { call, expect, passphrase, test } from '../fixtures.ts'
import { press } from '../keyboard.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'
import { keepLightAndDark } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.together
const said = 'We meant different things by the point of the exercise.'

test('both views are looked at together, by keyboard alone, and the line on it comes back', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const shell = shellPage(page)
  const handOver = handOverPage(page)
  const { value: listed } = (await call(page, 'clients.list')) as {
    value: { client: { id: string; code: string } }[]
  }
  const clientId = listed.find(({ client }) => client.code === 'Lantern')?.client.id
  const { value: overview } = (await call(page, 'clients.overview', { id: clientId })) as {
    value: { sessions: { id: string[]; number: number[] } }
  }
  const place = overview.sessions.number.indexOf(12)
  const sessionId = overview.sessions.id[place] ?? ''
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `/log/${sessionId}/returned#shown`)
  const offer = page.getByRole('button', { name: words.offer.button })
  await offer.scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'together-offer')
  await press(page, offer)

  await expect(page.getByRole('heading', { level: 1, name: words.ask.title })).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await keepLightAndDark(page, 'together-ask')
  await press(page, page.getByRole('button', { name: words.ask.yes }))
  await expect(page.getByRole('heading', { level: 1, name: words.views.title })).toBeVisible()
  await scan(running, 'together-views')
  // Nothing of the therapist's is reachable, however the page is asked.
  await page.evaluate(() => {
    window.location.hash = '/clients'
  })
  await expect(page.getByRole('heading', { level: 1, name: words.views.title })).toBeVisible()
  await page.evaluate(() => window.history.back())
  await expect(page.getByRole('heading', { level: 1, name: words.views.title })).toBeVisible()
  await page.evaluate(() => window.location.reload())
  await expect(page.getByRole('heading', { level: 1, name: words.views.title })).toBeVisible()
  expect(await call(page, 'clients.list')).toMatchObject({ ok: false, code: 'not-available' })
  expect(await call(page, 'handOver.form')).toMatchObject({ ok: false, code: 'not-available' })
  await keepLightAndDark(page, 'together-views')
  await handOver.goBack(passphrase, 'thanks')

  const line = page.getByLabel(words.line.label)
  await expect(line).toBeVisible()
  await expect(page.getByText('Lantern', { exact: true })).toHaveCount(0)
  await press(page, line)
  await page.keyboard.type(said)
  await call(page, 'lock.now')
  await vaultPages(page).unlock(passphrase)
  await expect(line).toHaveValue(said)
  await keepLightAndDark(page, 'together-line')
  await press(page, page.getByRole('button', { name: words.line.save }))
  await expect(page.getByText(words.line.kept)).toBeVisible()

  await shell.toClient('Lantern')
  const card = page.getByRole('region', { name: english.repairs.title, exact: true })
  await expect(card).toContainText(said)
  await card.scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'together-client')
  await page.getByRole('link', { name: english.client.logSession }).click()
  await expect(page.getByRole('region', { name: english.repairs.titleEarlier })).toContainText(said)
})

test('a client who says no sees nothing of it', async ({ openVault }) => {
  const { page } = await openVault({ withSample: true })
  const { value: listed } = (await call(page, 'clients.list')) as {
    value: { client: { id: string; code: string } }[]
  }
  const clientId = listed.find(({ client }) => client.code === 'Harbour')?.client.id
  const { value: overview } = (await call(page, 'clients.overview', { id: clientId })) as {
    value: { sessions: { id: string[]; number: number[] } }
  }
  const sessionId = overview.sessions.id[overview.sessions.number.indexOf(18)] ?? ''
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `/log/${sessionId}/returned#shown`)
  await page.getByRole('button', { name: words.offer.button }).click()
  await page.getByRole('button', { name: words.ask.no }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.no.title })).toBeVisible()
  await keepLightAndDark(page, 'together-no')
  await handOverPage(page).goBack(passphrase, 'thanks')
  await expect(page.getByRole('heading', { level: 1, name: english.logSession.returned.title })).toBeVisible()
  await expect(page.getByLabel(words.line.label)).toHaveCount(0)
})

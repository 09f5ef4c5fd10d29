import type { Page } from '@playwright/test'
import { countKeys, expectQuestion } from '../count-keys.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { chooseRadio, press, tabTo } from '../keyboard.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { logPage } from '../pages/log-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'
import { keepLightAndDark } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.formPlans
const log = english.logSession

async function idOf(page: Page, code: string): Promise<string> {
  const { value } = (await call(page, 'clients.list')) as {
    value: { client: { id: string; code: string } }[]
  }
  return value.find(({ client }) => client.code === code)?.client.id ?? ''
}

const goTo = (page: Page, address: string) =>
  page.evaluate((hash) => {
    window.location.hash = hash
  }, address)

test('a form is planned, given when it is due, declined and asked for again, by keyboard alone', async ({
  openVault,
}) => {
  // Two hand-overs, and long pages to go through with Tab.
  test.slow()
  const running = await openVault({ withSample: true })
  const { page } = running
  const form = handOverPage(page)
  const clientId = await idOf(page, 'Harbour')
  await call(page, 'clients.setForms', { id: clientId, instrumentIds: ['attune-alliance-client', 'phq-9'] })
  const card = page.getByRole('region', { name: words.title, exact: true })
  const dialog = page.getByRole('dialog')
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const phq9 = dialog.getByRole('checkbox', { name: 'PHQ-9' })
  const alliance = dialog.getByRole('checkbox', { name: /^Working together/ })

  await test.step('the therapist plans PHQ-9 once a month, at the beginning', async () => {
    await goTo(page, `/clients/${clientId}/edit`)
    await expect(card).toContainText('PHQ-9: at every session, at the end.')
    await card.scrollIntoViewIfNeeded()
    await keepLightAndDark(page, 'form-plans-1-card')
    await press(page, card.getByRole('button', { name: `${words.change} PHQ-9` }))
    const fields = card.getByRole('group', { name: 'PHQ-9' })
    await chooseRadio(
      page,
      fields.getByRole('radiogroup', { name: words.form.rhythm }),
      words.form.rhythms.monthly,
    )
    const moment = fields.getByRole('radiogroup', { name: words.form.moment })
    await press(page, moment.locator('input:checked'), 'ArrowUp')
    await expect(moment.getByRole('radio', { name: words.form.moments.beginning })).toBeChecked()
    await expect(card).toContainText('PHQ-9: once a month, at the beginning.')
    await expect(card).toContainText(words.form.kept)
    await scan(running, 'form-plans-card')
    await keepLightAndDark(page, 'form-plans-2-planned')
  })

  await test.step('it is due before the session, and nothing else is', async () => {
    await shellPage(page).toToday()
    await page.keyboard.press('Control+n')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('ha')
    await expect(page.getByRole('link', { name: /^Harbour.*Enter$/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expectQuestion(page, /^Supportive/)
    await expect(page.getByText('Due at the beginning: PHQ-9', { exact: true })).toBeVisible()
    await scan(running, 'form-plans-before')
    await page.emulateMedia({ colorScheme: 'light' })
    await keepLightAndDark(page, 'form-plans-3-before')
    await press(page, button(words.handOver.open).first())
    await expect(button(log.client.start)).toBeFocused()
    await expect(phq9).toBeChecked()
    await expect(alliance).not.toBeChecked()
    await scan(running, 'form-plans-dialog')
    await keepLightAndDark(page, 'form-plans-4-dialog')
    await page.keyboard.press('Enter')
    await expect(form.welcome).toBeVisible()
  })

  await test.step('the client would rather not fill it in', async () => {
    await page.keyboard.press('Tab')
    await press(page, button(english.handOver.welcome.start))
    await expect(page.getByRole('radiogroup').first()).toBeVisible()
    await scan(running, 'form-plans-client')
    await keepLightAndDark(page, 'form-plans-5-client')
    await press(page, button(english.handOver.decline.open))
    await expect(dialog).toContainText(english.handOver.decline.text)
    await keepLightAndDark(page, 'form-plans-6-declining')
    await press(page, button(english.handOver.decline.confirm))
    await expect(page.getByRole('heading', { level: 1, name: english.handOver.comment.title })).toBeVisible()
    await expect(form.comment).toBeFocused()
    await press(page, button(english.handOver.comment.finish))
    await expect(form.thanks).toBeVisible()
    await form.goBack(passphrase, 'thanks')
    await expect(page.getByRole('heading', { level: 1, name: log.returned.title })).toBeVisible()
  })

  const sessionId = /\/log\/([^/#]+)/.exec(new URL(page.url()).hash)?.[1] ?? ''
  await test.step('it is not offered again, and the session goes on to its other forms', async () => {
    await goTo(page, `/log/${sessionId}`)
    await expectQuestion(page, 'What my client wants to change')
    await expect(page.getByText(log.statuses.begun)).toBeVisible()
    const keys = countKeys(page)
    await keys.press('7', '8', '6', '7', 'Control+s')
    await expect(logPage(page).saved).toBeVisible()
    await expect(button(log.save.handOver)).toBeFocused()
    await keys.press('Enter')
    await expect(button(log.client.start)).toBeFocused()
    await expect(alliance).toBeChecked()
    await expect(phq9).toHaveCount(0)
    await expect(dialog).toContainText(/The client declined it in their form on/)
    await scan(running, 'form-plans-declined')
    await keepLightAndDark(page, 'form-plans-7-declined')
    expect(keys.pressed()).toBe(6)
  })

  await test.step('the therapist declines for the client, and asks again', async () => {
    await press(page, dialog.getByRole('button', { name: /^The client declines Working together/ }))
    await expect(alliance).toHaveCount(0)
    await expect(dialog).toContainText(words.handOver.chooseOne)
    await expect(button(log.client.start)).toBeDisabled()
    await keepLightAndDark(page, 'form-plans-8-nothing')
    await press(page, dialog.getByRole('button', { name: /^Ask again Working together/ }))
    await expect(alliance).toBeChecked()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('the client’s settings say so too, and give it again', async () => {
    await goTo(page, `/clients/${clientId}/edit`)
    await expect(card).toContainText(/The client declined it in their form on/)
    await card.scrollIntoViewIfNeeded()
    await keepLightAndDark(page, 'form-plans-9-card-declined')
    await press(page, card.getByRole('button', { name: `${words.askAgain} PHQ-9` }))
    await expect(card).toContainText('PHQ-9: once a month, at the beginning.')
  })

  await test.step('Today says what is due at a session to come', async () => {
    const { value } = (await call(page, 'sessions.get', { id: sessionId })) as {
      value: { session: object; revision: number }
    }
    const planned = {
      ...value.session,
      id: crypto.randomUUID(),
      number: 99,
      status: 'planned',
      guess: 'open',
    }
    await call(page, 'sessions.save', {
      log: { session: planned, responses: [], ruptureNote: null, events: [] },
      expectedRevision: 0,
    })
    await shellPage(page).toToday()
    await expect(page.getByText('Due at the beginning: PHQ-9.')).toBeVisible()
    await scan(running, 'form-plans-today')
    await keepLightAndDark(page, 'form-plans-10-today')
    await tabTo(page, page.getByRole('link', { name: 'Log session 99 of Harbour' }))
  })
})

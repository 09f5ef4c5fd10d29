import type { Page } from '@playwright/test'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { chooseOption, chooseRadio, press, typeInto } from '../keyboard.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { scan } from '../scan.ts'
import { keepAtDouble, keepLightAndDark } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.ownWords
const goal = 'Sleep through the night'
const reworded = 'Sleep five hours, and not lie awake over it'
const problem = 'I freeze when she raises her voice'

/** The client’s sessions that were held, the oldest first. */
async function heldSessions(page: Page) {
  const { value: listed } = (await call(page, 'clients.list')) as {
    value: { client: { id: string; code: string } }[]
  }
  const clientId = listed.find(({ client }) => client.code === 'Harbour')?.client.id ?? ''
  const { value } = (await call(page, 'clients.overview', { id: clientId })) as {
    value: { sessions: { id: string[]; number: number[]; status: string[] } }
  }
  const { id, number, status } = value.sessions
  const sessions = id.map((each, place) => ({ id: each, number: number[place] ?? 0, status: status[place] }))
  return { clientId, sessions: sessions.filter((each) => each.status === 'held') }
}

const goTo = (page: Page, address: string) =>
  page.evaluate((hash) => {
    window.location.hash = hash
  }, address)

test('a goal and a problem are added, rated by the client, reworded, drawn and read, by keyboard alone', async ({
  openVault,
}) => {
  // Three hand-overs, and a long page to go through with Tab.
  test.slow()
  const running = await openVault({ withSample: true })
  const { page } = running
  const { clientId, sessions } = await heldSessions(page)
  await call(page, 'clients.setForms', { id: clientId, instrumentIds: ['attune-alliance-client'] })
  const [first, second, third] = sessions.slice(-3)
  if (!first || !second || !third) throw new Error('Harbour has sessions')
  const card = page.getByRole('region', { name: words.title, exact: true })

  await test.step('the therapist adds them in the client’s words', async () => {
    await goTo(page, `/clients/${clientId}`)
    await expect(card).toContainText(words.lead)
    await press(page, card.getByRole('button', { name: words.add }))
    await page.keyboard.type(goal)
    await page.keyboard.press('Enter')
    await expect(card.getByText(goal).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await chooseRadio(page, card.getByRole('radiogroup', { name: words.form.kind }), words.kind.problem)
    await typeInto(page, card.getByLabel(words.form.words), problem)
    await keepLightAndDark(page, 'own-words-1-adding')
    await page.keyboard.press('Enter')
    await expect(card.getByText(problem).first()).toBeVisible()
    const place = card.getByRole('button', { name: new RegExp(words.place.label) })
    await chooseOption(page, place, page.getByRole('option', { name: words.place.before }))
    await expect(place).toContainText(words.place.before)
  })

  /** The client rates the goal and the problem, and does nothing else. */
  const rate = async (session: { id: string }, values: readonly [string, string], name: string) => {
    await call(page, 'handOver.begin', { sessionId: session.id }).catch(() => undefined)
    const form = handOverPage(page)
    await expect(form.welcome).toBeVisible()
    await press(page, page.getByRole('button', { name: english.handOver.welcome.start }))
    await expect(
      page.getByRole('heading', { level: 1, name: english.handOver.own.goal.title_one }),
    ).toBeVisible()
    await page.keyboard.press(values[0])
    await scan(running, `own-words-${name}`)
    await keepLightAndDark(page, `own-words-2-goal-${name}`)
    await page.keyboard.press('Enter')
    await expect(
      page.getByRole('heading', { level: 1, name: english.handOver.own.problem.title_one }),
    ).toBeVisible()
    await page.keyboard.press(values[1])
    await keepLightAndDark(page, `own-words-2-problem-${name}`)
    await press(page, page.getByRole('button', { name: english.handOver.stop.open }))
    await press(page, page.getByRole('button', { name: english.handOver.stop.confirm, exact: true }))
    await expect(form.thanks).toBeVisible()
    await form.goBack(passphrase, 'thanks')
    await expect(
      page.getByRole('heading', { level: 1, name: english.logSession.returned.title }),
    ).toBeVisible()
  }

  await test.step('the client rates them at two sessions', async () => {
    await rate(first, ['3', '8'], 'first')
    await rate(second, ['5', '7'], 'second')
  })

  await test.step('the goal is put in other words, and rated again', async () => {
    await goTo(page, `/clients/${clientId}`)
    await press(page, card.getByRole('button', { name: `${words.reword} “${goal}”` }))
    const field = card.getByLabel(words.form.words)
    await expect(field).toBeFocused()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(reworded)
    await page.keyboard.press('Enter')
    await expect(card.getByText(reworded).first()).toBeVisible()
    await expect(card.getByText(goal)).toBeVisible()
    await rate(third, ['4', '0'], 'third')
  })

  await test.step('card, panel, table and timeline show them, each with its direction', async () => {
    await goTo(page, `/clients/${clientId}`)
    await expect(card.getByText(reworded).first()).toBeVisible()
    await card.scrollIntoViewIfNeeded()
    await scan(running, 'own-words-card')
    await keepLightAndDark(page, 'own-words-3-card')
    await keepAtDouble(page, card, 'own-words-3-card')
    const panel = page.getByRole('region', { name: words.panel.title, exact: true })
    await expect(panel).toContainText(`It was reworded at the thin line before session ${third.number}`)
    await expect(panel).toContainText('10 means as bad as can be: lower is better.')
    await expect(panel.locator('svg').first()).toBeVisible()
    await panel.scrollIntoViewIfNeeded()
    await keepLightAndDark(page, 'own-words-4-panel')
    await keepAtDouble(page, panel, 'own-words-4-panel')
    await panel.getByRole('button', { name: english.charts.showTable }).first().focus()
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('row', { name: new RegExp(words.panel.reworded) })).toBeVisible()
    await scan(running, 'own-words-panel')
    await keepLightAndDark(page, 'own-words-5-table')
    const row = page.getByText(`Goal “${reworded}” 4 · Problem “${problem}” 0`)
    await row.scrollIntoViewIfNeeded()
    await keepLightAndDark(page, 'own-words-6-timeline')
  })

  await test.step('the session to read has the words of that day', async () => {
    await goTo(page, `/clients/${clientId}/sessions/${second.id}`)
    await expect(card).toContainText(goal)
    await expect(card).not.toContainText(reworded)
    await card.scrollIntoViewIfNeeded()
    await keepLightAndDark(page, 'own-words-7-session')
  })

  await test.step('an ended one is not asked for any more, and can be taken up again', async () => {
    await goTo(page, `/clients/${clientId}`)
    await press(page, card.getByRole('button', { name: `${words.end} “${problem}”` }))
    await expect(card.getByRole('button', { name: words.undo })).toBeFocused()
    await keepLightAndDark(page, 'own-words-8-ended')
    await page.keyboard.press('Enter')
    await expect(card.getByRole('button', { name: `${words.end} “${problem}”` })).toBeVisible()
  })
})

import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { countKeys, expectQuestion } from '../count-keys.ts'
import { call, expect, test } from '../fixtures.ts'
import { press } from '../keyboard.ts'
import { logPage } from '../pages/log-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { reload } from '../reload.ts'
import { scan } from '../scan.ts'
import { keepAtDouble, keepLightAndDark } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.foresight

/** Calls an operation, which has to succeed. */
async function ask(page: Page, path: string, input?: unknown): Promise<void> {
  expect(await call(page, path, input), path).toMatchObject({ ok: true })
}

async function addClient(page: Page, code: string): Promise<string> {
  const id = randomUUID()
  const entry = { status: 'active', startedOn: '2026-01-05', therapyType: '', notes: '' }
  await ask(page, 'clients.create', { id, code, ...entry })
  return id
}

/** A session that took place, with the client's rating if one is given. */
async function addSession(page: Page, clientId: string, number: number, rating?: number): Promise<string> {
  const id = randomUUID()
  const session = {
    id,
    clientId,
    number,
    status: 'held',
    date: `2026-03-${String(number + 10)}`,
    zone: 'Europe/Oslo',
    modality: 'in-person',
    durationMinutes: 50,
    notes: '',
    guess: 'open',
    closedAt: null,
  }
  const log = { session, responses: [], ruptureNote: null, events: [] }
  await ask(page, 'sessions.save', { log, expectedRevision: 0 })
  if (rating !== undefined) await rate(page, id, rating)
  return id
}

async function rate(page: Page, sessionId: string, rating: number): Promise<void> {
  const answer = { value: rating, missingReason: null }
  const answers = { goals: answer, tasks: answer, bond: answer, overall: answer }
  const form = { instrumentId: 'attune-alliance-client', instrumentVersion: 1, answers }
  await ask(page, 'paper.save', { sessionId, forms: [form], comment: null, replaces: [] })
}

const goTo = (page: Page, address: string) =>
  page.evaluate((hash) => {
    window.location.hash = hash
  }, address)

test('what is foreseen is switched on, sealed with one key, opened by the next rating and counted, by keyboard alone', async ({
  openVault,
}) => {
  test.setTimeout(180_000)
  const running = await openVault()
  const { page } = running
  const shell = shellPage(page)
  const log = logPage(page)
  const step = page.getByRole('group', { name: words.ask.label })
  const sealed = page.getByText(words.ask.sealed)
  const toToday = page
    .getByRole('main')
    .getByRole('link', { name: english.logSession.save.toToday, exact: true })
  const clientId = await addClient(page, 'Cedar')
  const first = await addSession(page, clientId, 1)
  const second = await addSession(page, clientId, 2, 7)

  /** Opens a session that took place, changes its notes, and saves it. */
  const saveWith = async (sessionId: string, number: number, note: string) => {
    await goTo(page, `/log/${sessionId}#after`)
    await expect(shell.heading).toHaveText(`Session ${number} with Cedar`)
    await log.notes.focus()
    await page.keyboard.type(note)
    await page.keyboard.press('Control+s')
    await expect(log.saved).toBeVisible()
  }

  await test.step('while it is off, nothing is asked', async () => {
    await saveWith(second, 2, 'Quiet.')
    await expect(toToday).toBeVisible()
    await expect(step).toHaveCount(0)
  })

  await test.step('it is switched on in the settings', async () => {
    await goTo(page, '/settings')
    const box = page.getByRole('checkbox', { name: words.setting.label })
    await press(page, box, 'Space')
    await expect(box).toBeChecked()
    const card = page.getByRole('region', { name: words.setting.title })
    await card.scrollIntoViewIfNeeded()
    await scan(running, 'foresight-1-setting')
    await keepLightAndDark(page, 'foresight-1-setting')
    await keepAtDouble(page, card, 'foresight-1-setting')
  })

  await test.step('one letter seals it, and the focus stays on the next step', async () => {
    await saveWith(first, 1, 'An earlier one.')
    await expect(toToday).toBeVisible()
    await expect(step).toHaveCount(0)
    await saveWith(second, 2, ' And then not.')
    await expect(step).toBeVisible()
    const focused = page.locator('form > :last-child a:focus, form > :last-child button:focus')
    await expect(focused).toHaveCount(1)
    await expect(step.locator(':focus')).toHaveCount(0)
    await scan(running, 'foresight-2-asked')
    await keepLightAndDark(page, 'foresight-2-asked')
    await keepAtDouble(page, step, 'foresight-2-asked')
    await page.keyboard.press('h')
    await expect(sealed).toBeVisible()
    await expect(focused).toHaveCount(1)
    await keepLightAndDark(page, 'foresight-3-sealed')
    const { value } = (await call(page, 'foresight.ofSession', { sessionId: second })) as { value: unknown }
    expect(value).toEqual({ asked: null, isForeseen: true, opened: null })
  })

  await test.step('the next rating opens it, and one sentence says how it went', async () => {
    const third = await addSession(page, clientId, 3, 5)
    await goTo(page, `/log/${third}/returned`)
    const show = page.getByRole('button', { name: english.logSession.returned.show, exact: true })
    await expect(show).toBeVisible()
    await expect(page.getByText(words.opened.title)).toHaveCount(0)
    await press(page, show)
    const told = page.getByText(
      'After session 2 you foresaw that “Alliance” would be rated higher; it went down from 7 to 5.',
    )
    await expect(told).toBeVisible()
    await told.scrollIntoViewIfNeeded()
    await scan(running, 'foresight-4-opened')
    await keepLightAndDark(page, 'foresight-4-opened')
    await keepAtDouble(page, told, 'foresight-4-opened')
  })

  const region = page.getByRole('region', { name: words.sums.title, exact: true })
  await test.step('below twenty, the page is silent', async () => {
    await shell.toPractice()
    await expect(region).toContainText('1 answer has opened, 0 are still sealed.')
    await expect(region).toContainText(
      /Too few to say: 1 opened answer, 1 client\. Still needed: 19 opened answers/,
    )
    await region.scrollIntoViewIfNeeded()
    await keepLightAndDark(page, 'foresight-5-silent')
  })

  await test.step('after twenty, it counts what was foreseen and missed', async () => {
    const ratings = [6, 6, 4, 6, 6]
    for (const code of ['Alder', 'Birch', 'Elm', 'Hazel', 'Larch']) {
      const id = await addClient(page, code)
      for (const [index, rating] of ratings.entries()) {
        const sessionId = await addSession(page, id, index + 1, rating)
        await ask(page, 'foresight.seal', { sessionId, foreseen: index === 1 ? 'higher' : 'same' })
      }
    }
    // What was saved past the screens is not in their answers.
    await reload(running)
    await expect(region).toContainText('21 answers have opened, 5 are still sealed.')
    await expect(region).toContainText(/You foresaw \d+ of 21 \(\d+%, interval \d+% to \d+%, 6 clients\)/)
    await press(page, region.getByRole('button', { name: words.sums.how.title }))
    await expect(region).toContainText(/once 20 foresights about 5 clients have opened/)
    await region.scrollIntoViewIfNeeded()
    await scan(running, 'foresight-6-sums')
    await region.evaluate((element) => element.scrollIntoView())
    await keepLightAndDark(page, 'foresight-6-sums')
    await keepAtDouble(page, region, 'foresight-6-sums')
  })
})

test('switched on, the four alliance numbers take as many keys as before, and one more seals an answer', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  await ask(page, 'foresight.setOn', { isOn: true })
  const keys = countKeys(page)
  await keys.press('Control+n')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await keys.press('g', 'r')
  await expect(page.getByRole('link', { name: /^Granite.*Enter$/ })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Enter takes Granite, / })).toHaveCount(1)
  await keys.press('Enter')
  await expectQuestion(page, /^Supportive/)
  await keys.press('Alt+2')
  await expectQuestion(page, 'What my client wants to change')
  await keys.press('7', '8', '6', '7', 'Control+Enter')
  await expect(logPage(page).saved).toBeVisible()
  expect(keys.pressed()).toBeLessThanOrEqual(10)
  const next = page.getByRole('button', { name: english.logSession.save.handOver })
  await expect(next).toBeFocused()
  await expect(page.getByRole('group', { name: words.ask.label })).toBeVisible()
  await page.emulateMedia({ colorScheme: 'light' })
  await keepLightAndDark(page, 'foresight-7-keys')
  await keys.press('l')
  await expect(page.getByText(words.ask.sealed)).toBeVisible()
  expect(keys.pressed()).toBeLessThanOrEqual(11)
  await expect(next).toBeFocused()
})

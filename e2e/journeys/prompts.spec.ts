import type { Page } from '@playwright/test'
import { call, expect, test } from '../fixtures.ts'
import { expectFocusWithin, pressAt } from '../keyboard.ts'
import { shellPage } from '../pages/shell-page.ts'
import { keepScreenshot } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'
import { reload } from '../reload.ts'

const words = english.prompts

interface Clients {
  value: { client: { id: string; code: string } }[]
}
interface Overview {
  value: { prompts: { ruleId: string; title: string }[] }
}

async function idOf(page: Page, code: string): Promise<string> {
  const { value } = (await call(page, 'clients.list')) as Clients
  const id = value.find(({ client }) => client.code === code)?.client.id
  if (id === undefined) throw new Error(`no client ${code}`)
  return id
}

async function promptsOf(page: Page, id: string): Promise<string[]> {
  const { value } = (await call(page, 'clients.overview', { id })) as Overview
  return value.prompts.map(({ ruleId }) => ruleId)
}

async function holdNext(page: Page, clientId: string, kinds: string[]): Promise<void> {
  const { value } = (await call(page, 'sessions.nextNumber', { clientId })) as { value: { number: number } }
  const saved = await call(page, 'sessions.save', {
    expectedRevision: 0,
    log: {
      session: {
        id: crypto.randomUUID(),
        clientId,
        number: value.number,
        status: 'held',
        date: '2026-03-20',
        zone: 'Europe/Oslo',
        modality: 'in-person',
        durationMinutes: 50,
        notes: '',
        guess: 'open',
        closedAt: null,
      },
      responses: [],
      ruptureNote: null,
      events: kinds.map((kind) => ({ id: crypto.randomUUID(), kind, note: '' })),
    },
  })
  expect(saved).toMatchObject({ ok: true })
}

async function open(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, place)
}

const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
const answer = (page: Page, kind: keyof typeof words.answers, title: string) =>
  card(page, title).getByRole('button', { name: new RegExp(`^${words.answers[kind]} ?: ${title}$`) })

test('a prompt can be answered in each way, comes back only when it should, and its rule can be switched off', async ({
  openVault,
}) => {
  test.setTimeout(120_000)
  const running = await openVault({ withSample: true })
  const { page } = running
  const id = await idOf(page, 'Kite')
  await holdNext(page, id, ['concern-raised', 'cultural-concern', 'client-cried'])
  await open(page, `/clients/${id}`)
  await expect(card(page, 'Culture in the room')).toBeVisible()

  await test.step('the card gives the reason, a suggestion, its evidence and its limits', async () => {
    const concern = card(page, 'A concern to come back to')
    await concern.scrollIntoViewIfNeeded()
    await expect(concern.getByText('The client raised a concern in session 8.')).toBeVisible()
    for (const term of [words.because, words.idea, words.evidence, words.cantTell])
      await expect(concern.getByText(term, { exact: true })).toBeVisible()
    await keepScreenshot(page, 'prompts-01-cards')
  })

  await test.step('helpful, with one key, and undone', async () => {
    await pressAt(answer(page, 'helpful', 'A concern to come back to'), 'h')
    await expect(page.getByText('“A concern to come back to” was helpful.')).toBeVisible()
    await expect(card(page, 'A concern to come back to')).toHaveCount(0)
    await keepScreenshot(page, 'prompts-02-answered')
    await expect(page.getByRole('button', { name: words.undo })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(card(page, 'A concern to come back to')).toBeVisible()
    await answer(page, 'helpful', 'A concern to come back to').click()
    await expect(card(page, 'A concern to come back to')).toHaveCount(0)
  })

  await test.step('dismissed with a reason and a comment', async () => {
    await pressAt(answer(page, 'dismissed', 'After tears'), 'd')
    await expect(page.getByRole('textbox', { name: words.dismiss.note })).toBeFocused()
    await page.keyboard.type('We laughed until we cried.')
    await keepScreenshot(page, 'prompts-03-dismiss')
    await page.getByRole('button', { name: words.reasons['doesnt-fit'], exact: true }).click()
    await expect(page.getByText('“After tears” dismissed.')).toBeVisible()
  })

  await test.step('a prompt that was put off comes back next session; one that was helpful or did not fit stays silent', async () => {
    await answer(page, 'later', 'Culture in the room').click()
    await expect(page.getByText('“Culture in the room” comes back next session.')).toBeVisible()
    expect(await promptsOf(page, id)).toEqual([])
    await holdNext(page, id, ['cultural-concern', 'client-cried'])
    expect(await promptsOf(page, id)).toEqual(['cultural-concern'])
  })

  await test.step('a prompt taken to supervision is on the list, and Today points to it', async () => {
    // The session was saved without the screens, so the page has to ask again.
    await reload(running)
    await expect(card(page, 'Culture in the room')).toBeVisible()
    await answer(page, 'supervision', 'Culture in the room').click()
    await expect(page.getByText('“Culture in the room” is on your agenda for supervision.')).toBeVisible()
    await shellPage(page).toToday()
    await expect(page.getByText('One item waits for supervision, 0 with a question.')).toBeVisible()
    await keepScreenshot(page, 'prompts-04-today')
    await page.getByRole('link', { name: english.supervision.pointer.see }).click()
    await expect(shellPage(page).heading).toHaveText(english.supervision.title)
    const list = page.getByRole('region', { name: english.supervision.mine.title })
    await expect(list.getByRole('link', { name: 'Kite: Culture in the room' })).toBeVisible()
    await list.scrollIntoViewIfNeeded()
    await keepScreenshot(page, 'prompts-05-for-supervision')
    const item = list.getByRole('listitem').filter({ hasText: 'Culture in the room' })
    await item.getByRole('button', { name: english.supervision.mine.remove }).click()
    await expect(list.getByText('“Kite: Culture in the room” is off the agenda.')).toBeVisible()
  })

  await test.step('the history shows the answers with the numbers at that time', async () => {
    await open(page, `/clients/${id}`)
    await page.getByRole('button', { name: words.history.title }).click()
    const entries = page.getByRole('region', { name: words.title }).getByRole('listitem')
    await expect(entries).toHaveCount(4)
    await expect(entries.nth(0)).toContainText('Culture in the room · taken to supervision')
    await expect(entries.nth(2)).toContainText('We laughed until we cried.')
    await entries.nth(0).scrollIntoViewIfNeeded()
    await keepScreenshot(page, 'prompts-06-history')
  })

  await test.step('a rule is switched off from its prompt, seen in the settings and switched on again', async () => {
    const lantern = await idOf(page, 'Lantern')
    await open(page, `/clients/${lantern}`)
    const missed = card(page, 'Missed after a lower rating')
    await missed.getByRole('button', { name: words.showRule }).click()
    await missed.scrollIntoViewIfNeeded()
    await keepScreenshot(page, 'prompts-07-rule')
    await missed.getByRole('button', { name: words.switchOff }).click()
    await expect(
      page.getByText('“Missed after a lower rating” is switched off for every client.'),
    ).toBeVisible()
    await expect(page.getByText('One rule is switched off: Missed after a lower rating.')).toBeVisible()
    await page.getByText('One rule is switched off').scrollIntoViewIfNeeded()
    await keepScreenshot(page, 'prompts-08-rule-off')
    expect(await promptsOf(page, lantern)).not.toContain('missed-after-fall')
    await page.getByRole('link', { name: words.toSettings }).click()
    await expect(shellPage(page).heading).toHaveText(words.rules.title)
    await keepScreenshot(page, 'prompts-09-settings')
    await page.getByRole('searchbox', { name: words.rules.search }).fill('missed after a lower')
    const more = page.getByRole('button', { name: words.rules.more })
    await expect(more).toHaveCount(1)
    await more.click()
    await keepScreenshot(page, 'prompts-10-settings-found')
    await page.getByRole('button', { name: /^Switch on ?: Missed after a lower rating/ }).click()
    await expect(page.getByText('“Missed after a lower rating” is on again.')).toBeVisible()
    expect(await promptsOf(page, lantern)).toContain('missed-after-fall')
  })
})

test('a therapist enters a private check with the keyboard and sees its suggestion beside it', async ({
  openVault,
}) => {
  const running = await openVault()
  const { page } = running
  const check = async (key: string) => {
    const questions = page.getByRole('radiogroup')
    await pressAt(questions.nth(0).getByRole('radio').first(), key)
    for (const [index, digit] of ['8', '2'].entries()) {
      await expectFocusWithin(questions.nth(index + 1))
      await page.keyboard.press(digit)
    }
    // What the check before was saved with is gone since.
    await expect(page.getByText(english.wellbeing.form.saved)).toHaveCount(0)
    await page.getByRole('button', { name: english.wellbeing.form.save }).click()
    await expect(page.getByText(english.wellbeing.form.saved)).toBeVisible()
  }
  await page.keyboard.press('ControlOrMeta+4')
  await expect(shellPage(page).heading).toHaveText(english.wellbeing.title)
  await keepScreenshot(page, 'wellbeing-01-empty')
  await check('4')
  await expect(page.getByText(english.wellbeing.none)).toBeVisible()
  await check('5')
  const prompt = card(page, 'Some distance from the work')
  await expect(prompt).toBeVisible()
  await expect(prompt.getByText(/You put distance from your clients at 8 in your newest check/)).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(3)
  await keepScreenshot(page, 'wellbeing-02-prompt')
  await answer(page, 'supervision', 'Some distance from the work').click()
  await expect(
    page.getByText('“Some distance from the work” is on your agenda for supervision.'),
  ).toBeVisible()
  await page.keyboard.press('ControlOrMeta+6')
  await expect(shellPage(page).heading).toHaveText(english.supervision.title)
  await expect(page.getByRole('region', { name: english.supervision.mine.title })).toContainText(
    'Some distance from the work',
  )
  await page.setViewportSize({ width: 1280, height: 1600 })
  await keepScreenshot(page, 'wellbeing-03-supervision')
})

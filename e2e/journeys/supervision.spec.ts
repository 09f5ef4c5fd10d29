import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { call, expect, test } from '../fixtures.ts'
import { holdNext } from '../hold-session.ts'
import { press, tabTo } from '../keyboard.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'
import { keepLightAndDark, keepScreenshot } from '../screenshots.ts'

const words = english.supervision

async function open(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, place)
}

async function idOf(page: Page, code: string): Promise<string> {
  const { value } = (await call(page, 'clients.list')) as {
    value: { client: { id: string; code: string } }[]
  }
  const id = value.find(({ client }) => client.code === code)?.client.id
  if (id === undefined) throw new Error(`no client ${code}`)
  return id
}

/** The name of a button with the part that only screen readers hear. */
const about = (button: string, name: string) => new RegExp(`^${button} ?: ${name}$`)

test('a client is brought to supervision by keyboard, and what was agreed is asked about after the next session', async ({
  openVault,
}) => {
  test.setTimeout(180_000)
  const running = await openVault({ withSample: true })
  const { page } = running
  const id = await idOf(page, 'Lantern')
  const shelf = (name: string) => page.getByRole('region', { name, exact: true })
  const mine = shelf(words.mine.title)
  const putOff = shelf(words.putOff.title)

  await test.step('the shortcut picks the client, and the agenda asks for a question', async () => {
    await open(page, `/clients/${id}`)
    await expect(shellPage(page).heading).toHaveText('Lantern')
    await page.keyboard.press('Control+Shift+S')
    await expect(page.getByText(words.picked.client)).toBeVisible()
    await open(page, '/supervision')
    await expect(mine.getByText('Still without a question: Lantern.')).toBeVisible()
    await keepScreenshot(page, 'supervision-picked')
    const question = mine.getByRole('textbox', { name: 'My question: Lantern' })
    await tabTo(page, question)
    await page.keyboard.type('How do I ask about the missed sessions?')
    await press(page, mine.getByRole('button', { name: words.question.save }))
    await expect(mine.getByText('The item has a question: you are prepared.')).toBeVisible()
  })

  await test.step('put off twice it says how often and since when, and comes back', async () => {
    for (const times of ['Put off once, on', 'Put off 2 times, since']) {
      await press(page, mine.getByRole('button', { name: about(words.mine.putOff, 'Lantern') }))
      await expect(putOff.getByText(times)).toBeVisible()
      await press(page, putOff.getByRole('button', { name: about(words.ratings.takeUp, 'Lantern') }))
      await expect(mine.getByRole('textbox', { name: 'My question: Lantern' })).toBeVisible()
    }
  })

  await test.step('one page to bring has the sentence, the course, the feelings and the question', async () => {
    await press(page, mine.getByRole('link', { name: 'One page to bring on Lantern' }))
    const paper = page.getByRole('article', { name: english.reports.preview })
    for (const part of ['summary', 'course', 'falls', 'feelings', 'ruptures', 'question'])
      await expect(paper.locator(`[data-part="${part}"]`)).toBeVisible()
    await expect(paper.locator('[data-part="question"]')).toContainText('How do I ask about the missed')
    await keepLightAndDark(page, 'supervision-one-page')
    const feelings = paper.locator('[data-part="feelings"]')
    await feelings.scrollIntoViewIfNeeded()
    await keepLightAndDark(page, 'supervision-one-page-feelings', feelings)
  })

  await test.step('full shelves are accessible in every size, light and dark', async () => {
    await open(page, '/supervision')
    const line = page.getByRole('textbox', { name: words.line.label })
    await tabTo(page, line)
    await page.keyboard.type('Am I too careful with silence?')
    await page.keyboard.press('Enter')
    await expect(mine.getByText('Am I too careful with silence?').first()).toBeVisible()
    const ratings = shelf(words.ratings.title)
    await press(page, ratings.getByRole('button', { name: new RegExp(`^${words.mine.putOff} ?: `) }).first())
    await expect(putOff.getByRole('listitem')).toHaveCount(1)
    await expect(ratings.getByRole('listitem').first()).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [width, height] of [
        [1280, 800],
        [1024, 700],
        [640, 400],
      ] as const) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height })
        await keepScreenshot(page, `supervision-${colorScheme}-${width}`)
      }
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.emulateMedia({ colorScheme: 'light' })
    await scan(running, 'supervision')
  })

  await test.step('the minute afterwards keeps what was agreed', async () => {
    const after = shelf(words.meeting.title)
    await press(page, after.getByRole('button', { name: words.meeting.begin }))
    // The meeting was yesterday: a session of the same day might have been before it.
    await tabTo(page, after.getByRole('spinbutton', { name: /^month/u }))
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000)
    const [year = '', month = '', day = ''] = new Intl.DateTimeFormat('sv-SE').format(yesterday).split('-')
    // A part that is full hands on to the next one.
    await page.keyboard.type(`${month}${day}${year}`)
    await tabTo(page, after.getByRole('textbox', { name: 'What was agreed about Lantern' }))
    await page.keyboard.type('Name the missed sessions')
    await tabTo(page, after.getByRole('textbox', { name: words.meeting.takenAlong }))
    await page.keyboard.type('Patience')
    // What is not ticked is put off.
    await tabTo(page, after.getByRole('checkbox', { name: 'Discussed: Am I too careful with silence?' }))
    await page.keyboard.press('Space')
    await keepLightAndDark(page, 'supervision-minute')
    await press(page, after.getByRole('button', { name: words.meeting.save }))
    await expect(after.getByText(words.meeting.saved)).toBeVisible()
    await expect(shelf(words.past.title).getByText('Patience')).toBeVisible()
    await expect(putOff.getByText('Am I too careful with silence?').first()).toBeVisible()
  })

  await test.step('after the next session it is asked about, with the ratings since, and is a mark on the course', async () => {
    await holdNext(page, id)
    await open(page, `/clients/${id}`)
    await expect(shellPage(page).heading).toHaveText('Lantern')
    const agreed = page.getByRole('region', { name: words.agreements.title })
    await expect(agreed.getByText(/: Name the missed sessions\. Tried\?$/)).toBeVisible()
    await expect(agreed.getByText(words.agreements.since_one)).toBeVisible()
    await expect(agreed.getByText(/Yours: .* before, 8 now/)).toBeVisible()
    await agreed.scrollIntoViewIfNeeded()
    await scan(running, 'supervision-asked')
    const answer = (state: 'yes' | 'not-yet') =>
      press(
        page,
        agreed.getByRole('button', { name: about(words.agreements[state], 'Name the missed sessions') }),
      )
    await answer('not-yet')
    await expect(agreed.getByText(words.agreements.state['not-yet'])).toBeVisible()
    await keepLightAndDark(page, 'supervision-not-yet', agreed)
    await press(
      page,
      agreed.getByRole('button', { name: about(words.agreements.undo, 'Name the missed sessions') }),
    )
    await expect(agreed.getByText(/: Name the missed sessions\. Tried\?$/)).toBeVisible()
    await answer('yes')
    await expect(agreed.getByText(/^Tried, as answered on/)).toBeVisible()
    const moments = page.getByRole('region', { name: english.panels.name.moments, exact: true })
    await moments.getByRole('button', { name: english.charts.showTable }).click()
    await expect(moments.getByText(/Name the missed sessions/).first()).toBeVisible()
    await agreed.scrollIntoViewIfNeeded()
    await keepLightAndDark(page, 'supervision-agreed', agreed)
  })
})

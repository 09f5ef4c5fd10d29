import type { Page } from '@playwright/test'
import { countKeys, expectQuestion } from '../count-keys.ts'
import { call, expect, test } from '../fixtures.ts'
import { expectFocusWithin } from '../keyboard.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { logPage } from '../pages/log-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { alliance, emotions } from '../questions.ts'
import { scan } from '../scan.ts'
import { keepLightAndDark, keepScreenshot } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.logSession

async function chooseByTwoLetters(page: Page, keys: ReturnType<typeof countKeys>, code: string) {
  await keys.press('Control+n')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await keys.press(code.charAt(0).toLowerCase(), code.charAt(1))
  await expect(page.getByRole('link', { name: new RegExp(`^${code}.*Enter$`) })).toBeVisible()
  await keepScreenshot(page, `log-keys-choose-${page.viewportSize()?.width}`)
  await keys.press('Enter')
}

/** The status of a client's session as it is stored. */
async function statusOf(page: Page): Promise<unknown> {
  const [, id] = /\/log\/([^/#]+)/.exec(new URL(page.url()).hash) ?? []
  const { value } = (await call(page, 'sessions.get', { id })) as { value: { session: { status: string } } }
  return value.session.status
}

for (const { name, width, height } of [
  { name: '1280 × 800', width: 1280, height: 800 },
  { name: '200 % zoom', width: 640, height: 400 },
])
  test(`a full entry takes at most 40 keys, from Today to saved, and handing over two more (${name})`, async ({
    openVault,
  }) => {
    test.setTimeout(240_000)
    const { page } = await openVault({ withSample: true })
    await page.setViewportSize({ width, height })
    const keys = countKeys(page)
    const log = logPage(page)
    /** The next question, which has chips in place of numbers. */
    const expectFocusIn = (question: string) =>
      expectFocusWithin(
        page
          .getByRole('radiogroup', { name: question })
          .or(page.getByRole('toolbar', { name: question }))
          .or(page.getByRole('group', { name: question })),
      )
    const rate = async (questions: readonly (string | RegExp)[], digits: readonly string[]) => {
      for (const [index, digit] of digits.entries()) {
        await expectQuestion(page, questions[index] ?? '')
        await keys.press(digit)
      }
    }

    await chooseByTwoLetters(page, keys, 'Harbour')
    await expect(shellPage(page).heading).toHaveText('Session 19 with Harbour')
    await keepScreenshot(page, `log-keys-before-${width}`)
    await rate([/^Supportive/, /^Inadequate/], ['6', '3'])
    await keys.press('Control+Enter')

    await rate(alliance, ['5', '5', '4', '4', '6', '5', '2'])
    await expect(log.saved).toHaveCount(0)
    await keys.press('Enter')
    await rate(emotions, ['3', '2', '2', '0', '4', '5', '6'])
    await keepScreenshot(page, `log-keys-guess-${width}`)
    await expect(page.getByRole('button', { name: words.guess.seal })).toBeFocused()
    await keys.press('Enter')
    await expect(page.getByText(words.guess.willSeal)).toBeVisible()

    await expectFocusIn(words.rupture.seenBy)
    await keys.press('Space', 'Enter')
    await expectFocusIn(words.rupture.kind)
    await keys.press('Space', 'Enter')
    await expectQuestion(page, words.rupture.intensity)
    await keys.press('4')
    await expectFocusIn(words.rupture.resolution)
    await keys.press('Space', 'Enter')
    await expectFocusIn(words.rupture.tried)
    await keys.press('Space', 'Enter')
    await expect(page.getByLabel(words.rupture.note)).toBeFocused()
    await keys.press('Enter')
    await expect(page.getByRole('button', { name: words.events.names['client-cried'] })).toBeFocused()
    await keys.press('Space')
    await keepScreenshot(page, `log-keys-after-${width}`)
    await keys.press('Control+s')
    await expect(log.saved).toBeVisible()
    await keepScreenshot(page, `log-keys-saved-${width}`)
    expect(keys.pressed()).toBeLessThanOrEqual(40)
    expect(await statusOf(page)).toBe('held')

    const saved = keys.pressed()
    await expect(page.getByRole('button', { name: words.save.handOver })).toBeFocused()
    await keys.press('Enter')
    await expect(page.getByRole('button', { name: words.client.start })).toBeFocused()
    await keepScreenshot(page, `log-keys-hand-over-${width}`)
    await keys.press('Enter')
    await expect(handOverPage(page).welcome).toBeVisible()
    expect(keys.pressed() - saved).toBe(2)
  })

for (const { name, width, height } of [
  { name: '1280 × 800', width: 1280, height: 800 },
  { name: '200 % zoom', width: 640, height: 400 },
])
  test(`the four alliance numbers take at most 10 keys, from Today to saved (${name})`, async ({
    openVault,
  }) => {
    const { page } = await openVault({ withSample: true })
    await page.setViewportSize({ width, height })
    const keys = countKeys(page)
    await chooseByTwoLetters(page, keys, 'Granite')
    await expectQuestion(page, /^Supportive/)
    await keys.press('Alt+2')
    for (const [index, digit] of ['7', '8', '6', '7'].entries()) {
      await expectQuestion(page, alliance[index] ?? '')
      await keys.press(digit)
    }
    await keys.press('Control+Enter')
    await expect(logPage(page).saved).toBeVisible()
    expect(keys.pressed()).toBeLessThanOrEqual(10)
    expect(await statusOf(page)).toBe('held')
  })

test('Log on a client’s page means that client, and nothing is kept before the first entry', async ({
  openVault,
}) => {
  const { page } = await openVault({ withSample: true })
  const shell = shellPage(page)
  await shell.toClient('Driftwood')
  await page.keyboard.press('Control+n')
  await expect(shell.heading).toHaveText('Session 22 with Driftwood')
  await expectQuestion(page, /^Supportive/)
  await shell.toToday()
  await expect(page.getByText(/^Session 22/)).toHaveCount(0)

  await page.goBack()
  await expectQuestion(page, /^Supportive/)
  await page.keyboard.press('7')
  await expect(logPage(page).draftKept).toBeVisible()
  await shell.toToday()
  const unfinished = page.getByRole('region', { name: english.today.unfinished.title })
  await expect(unfinished).toContainText('Session 22')
  await keepScreenshot(page, 'log-keys-today-draft')
  await unfinished.getByRole('button', { name: /^Discard.*session 22 of Driftwood/ }).press('Enter')
  await expect(unfinished).toContainText('The draft of session 22 with Driftwood was discarded.')
  const undo = unfinished.getByRole('button', { name: english.today.unfinished.undo })
  await expect(undo).toBeFocused()
  await keepScreenshot(page, 'log-keys-today-discarded')
  await page.keyboard.press('Enter')
  await expect(unfinished.getByRole('link', { name: /session 22 of Driftwood/i })).toBeVisible()
})

test('on the page of a client with a session planned today, Log and Enter lead to its first question', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const shell = shellPage(page)
  await shell.toClient('Harbour')
  await page.keyboard.press('Control+n')
  await expect(shell.heading).toHaveText('Log a session with Harbour')
  await expect(page.getByRole('link', { name: 'Log session 19', exact: true })).toBeFocused()
  await scan(running, 'log-start')
  await keepLightAndDark(page, 'log-keys-start')
  await expect(page.getByRole('link', { name: 'Log session 19', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(shell.heading).toHaveText('Session 19 with Harbour')
  await expectQuestion(page, /^Supportive/)
})

test('choosing a client, a saved session and a final one are accessible, light and dark, up to 200 % zoom', async ({
  openVault,
}) => {
  test.setTimeout(240_000)
  const running = await openVault({ withSample: true })
  const { page } = running
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('la')
  await expect(page.getByRole('link', { name: /^La.*Enter$/ })).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: /^Lantern.*Enter$/ })).toBeVisible()
  await scan(running, 'log-choose')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Enter')
  await expectQuestion(page, /^Supportive/)
  await page.keyboard.press('Alt+2')
  for (const [index, digit] of ['7', '8', '6', '7'].entries()) {
    await expectQuestion(page, alliance[index] ?? '')
    await page.keyboard.press(digit)
  }
  await page.keyboard.press('Control+s')
  await expect(logPage(page).saved).toBeVisible()
  await expect(page.getByRole('button', { name: words.save.handOver })).toBeFocused()
  await scan(running, 'log-saved')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: words.final.mark }).press('Enter')
  await expect(page.getByText(words.correction.title)).toBeVisible()
  await expect(page.getByRole('button', { name: words.final.mark })).toHaveCount(0)
  await scan(running, 'log-final')
})

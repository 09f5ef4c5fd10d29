import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { sampleStories } from '#shared/sample/stories/sample-stories.ts'
import { call, expect, test } from '../fixtures.ts'
import { pressAt } from '../keyboard.ts'
import { openClient } from '../open-client.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'
import { setWindowSize } from '../window-size.ts'

const words = english.panels

/** Opens the page of a client, and gives its panels. */
async function openPanels(page: Page, code: string) {
  await openClient(page, code)
  const card = page.getByRole('region', { name: words.title })
  return {
    course: page.getByRole('region', { name: english.client.course.title }),
    card,
    panel: (name: string) => card.getByRole('region', { name, exact: true }),
  }
}

test('everything rated is drawn on the sessions of the course, and the arrow keys name all of it', async ({
  openVault,
}) => {
  const { page } = await openVault({ withSample: true })
  const { course, panel } = await openPanels(page, 'Driftwood')
  const outcome = panel('PHQ-9')
  await expect(outcome.getByText('cut-off 10')).toBeVisible()
  await expect(outcome.getByText('worse: 15 or more')).toBeVisible()
  for (const name of [words.name.moments, words.name.empathy, words.name.feelings, words.name.emotions])
    await expect(panel(name).getByRole('application').first()).toBeVisible()

  const readout = page.getByRole('status').filter({ hasText: 'Session 21' })
  // Panels below it are still being drawn, one after the other.
  await expect(async () => {
    await panel(words.name.guesses).getByRole('application').focus()
    await page.keyboard.press('End')
    await expect(readout).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  for (const part of [
    'Alliance: client 6',
    'PHQ-9 total: 17',
    'Felt empathy: client',
    'Your feelings: Supportive',
  ])
    await expect(readout).toContainText(part)

  // The same session lies at the same place in every chart.
  const numberAt = async (chart: typeof course) =>
    Math.round(
      (await chart.locator('svg text').getByText('21', { exact: true }).first().boundingBox())?.x ?? 0,
    )
  const awayFromCourse = async (chart: typeof course) =>
    Math.abs((await numberAt(chart)) - (await numberAt(course)))
  await expect.poll(() => awayFromCourse(panel(words.name.emotions))).toBe(0)
  await expect.poll(() => awayFromCourse(outcome)).toBeLessThanOrEqual(1)
})

test('a folded panel stays folded on every client’s page, and the settings keep it', async ({
  openVault,
}) => {
  const { page } = await openVault({ withSample: true })
  const { panel } = await openPanels(page, 'Driftwood')
  const fold = panel(words.name.emotions).getByRole('button', { name: words.name.emotions })
  await pressAt(fold, 'Enter')
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await expect(panel(words.name.emotions).getByRole('application')).toHaveCount(0)
  await expect.poll(() => call(page, 'settings.get')).toMatchObject({ value: { foldedPanels: ['emotions'] } })
  const other = await openPanels(page, 'Lantern')
  await expect(other.panel(words.name.guesses).getByRole('application')).toBeVisible()
  await expect(other.panel(words.name.emotions).getByRole('application')).toHaveCount(0)
})

test('the course folds too, and its parts and the session’s other scales have rows', async ({
  openVault,
}) => {
  const { page } = await openVault({ withSample: true })
  const { course, panel } = await openPanels(page, 'Driftwood')
  const rest = panel(words.name.ratings)
  for (const name of ['Goals', 'Tasks', 'Bond', 'Helpfulness'])
    await expect(rest.locator('svg').getByText(name, { exact: true })).toBeVisible()
  await rest.scrollIntoViewIfNeeded()
  await keepScreenshot(page, 'client-what-else-was-rated')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepScreenshot(page, 'client-what-else-was-rated-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  const fold = course.getByRole('button', { name: english.client.course.title })
  await pressAt(fold, 'Enter')
  await expect(course.getByRole('application')).toHaveCount(0)
  await keepScreenshot(page, 'client-course-folded')
  await expect.poll(() => call(page, 'settings.get')).toMatchObject({ value: { foldedPanels: ['course'] } })
  await pressAt(fold, 'Enter')
  await expect(course.getByRole('application')).toBeVisible()
})

test('the range of the course is that of every panel', async ({ openVault }) => {
  const { page } = await openVault({ withSample: true })
  const { course, panel } = await openPanels(page, 'Orchard')
  const emotions = panel(words.name.emotions)
  await emotions.getByRole('button', { name: english.charts.showTable }).click()
  await expect(emotions.getByRole('row')).toHaveCount(41)
  const range = course.getByRole('button', { name: /Sessions$/ })
  await range.click()
  await page.getByRole('option', { name: english.client.course.range.last20 }).click()
  await expect(emotions.getByRole('row')).toHaveCount(21)
  // The list gives the focus back when it has closed.
  await expect(range).toBeFocused()
  await pressAt(emotions.getByRole('application'), 'Home')
  await expect(page.getByRole('status').filter({ hasText: 'Session 21,' })).toHaveCount(1)
})

test('the panels and their tables are accessible, light and dark, up to 200 % zoom', async ({
  openVault,
}) => {
  // Axe looks at every cell of eleven tables, in two looks and three sizes.
  test.setTimeout(240_000)
  const running = await openVault({ withSample: true })
  const { card, panel } = await openPanels(running.page, 'Lantern')
  await expect(panel(words.name.guesses).getByRole('application')).toBeVisible()
  await expect(panel(words.name.experience).getByRole('application')).toBeVisible()
  // Each press gives its button another name.
  const closedTables = card.getByRole('button', { name: english.charts.showTable })
  while ((await closedTables.count()) > 0) await closedTables.first().click()
  await scan(running, 'client-panels')
})

test('on paper each panel has its title once', async ({ openVault }) => {
  const { page } = await openVault({ withSample: true })
  const { panel } = await openPanels(page, 'Driftwood')
  await page.emulateMedia({ media: 'print' })
  for (const name of [words.name.moments, words.name.feelings, words.name.emotions, words.name.guesses]) {
    const titles = panel(name).getByText(name, { exact: true })
    await expect(titles.first()).toBeVisible()
    const seen = () =>
      titles.evaluateAll(
        (found) =>
          found.filter((each) => each.getBoundingClientRect().width > 1 && !each.closest('svg')).length,
      )
    await expect.poll(seen, name).toBe(1)
  }
})

test('the sentence, the course and the first prompt are read at 1280 × 800 without scrolling', async ({
  openVault,
}) => {
  test.slow()
  const { page } = await openVault({ withSample: true })
  await setWindowSize(page, { width: 1280, height: 800 })
  let withPrompt = 0
  for (const { code } of sampleStories) {
    const { course } = await openPanels(page, code)
    await expect(course.getByRole('paragraph').first(), code).toBeInViewport({ ratio: 1 })
    await expect(course.getByRole('application'), code).toBeInViewport({ ratio: 1 })
    const prompts = page.getByRole('region', { name: english.prompts.title })
    const terms = prompts.getByRole('definition')
    const none = prompts.getByText(english.prompts[code === 'Orchard' ? 'ended' : 'none'])
    await expect(none.or(terms.first()), code).toBeVisible()
    if (await none.isVisible()) {
      await expect(none, code).toBeInViewport({ ratio: 1 })
    } else {
      withPrompt += 1
      // The reason and the suggestion, side by side.
      for (const index of [0, 1]) await expect(terms.nth(index), code).toBeInViewport({ ratio: 1 })
    }
    await keepScreenshot(page, `client-first-screen-${code}`)
  }
  expect(withPrompt).toBeGreaterThan(6)
})

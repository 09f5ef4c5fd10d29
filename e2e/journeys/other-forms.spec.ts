import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.client

const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

async function openClient(page: Page, code: string): Promise<void> {
  await shellPage(page).toClient(code)
  await expect(shellPage(page).heading).toHaveText(code)
}

/** The numbers along the vertical axis of the course, from the bottom up. */
async function scaleOf(page: Page): Promise<string[]> {
  const texts = card(page, words.course.title).locator('svg[focusable=false] g text[text-anchor=end]')
  return (await texts.allTextContents()).filter((text) => /^\d+$/.test(text))
}

test('an imported form of the alliance has its course, its drops and its comparison on its own range', async ({
  openVault,
}) => {
  test.setTimeout(180_000)
  const running = await openVault({ withOtherForms: true })
  const { page } = running

  await test.step('a sum of four lines is drawn from 0 to 40, with its drop', async () => {
    await openClient(page, 'Quay')
    const course = card(page, words.course.title)
    await expect(
      course.getByText(/“Alliance” in “Four lines” dropped from about 36 to 22 in session 11/),
    ).toBeVisible()
    expect(await scaleOf(page)).toEqual(['0', '8', '16', '24', '32', '40'])
    await expect(
      card(page, words.episodes.title).getByText('client’s rating · at rupture level'),
    ).toBeVisible()
    // There is no form for the therapist, so nothing can be compared.
    await expect(card(page, words.congruence.title)).toHaveCount(0)
    await keepScreenshot(page, 'other-forms-01-sum')
  })

  await test.step('a mean of twelve items is drawn from 1 to 5, and compared point by point', async () => {
    await openClient(page, 'Slate')
    const course = card(page, words.course.title)
    await expect(
      course.getByText(/in “Twelve items \(client\)” dropped from about 4\.?\d? to 2\.\d in session 11/),
    ).toBeVisible()
    expect(await scaleOf(page)).toEqual(['1', '2', '3', '4', '5'])
    const compared = card(page, words.congruence.title)
    await expect(
      compared.getByText(/When the client’s rating moved by 1, yours moved by 0\.\d/),
    ).toBeVisible()
    await expect(
      card(page, words.level.title).getByText('Twelve items (client): Alliance, 1 to 5'),
    ).toBeVisible()
    await keepScreenshot(page, 'other-forms-02-mean')
    await compared.getByRole('button', { name: words.congruence.howFound }).click()
    await expect(compared.getByText('Alliance, session by session')).toBeVisible()
    await compared.scrollIntoViewIfNeeded()
    await keepScreenshot(page, 'other-forms-03-compared')
  })

  await test.step('of two forms the user chooses which leads, and the drops follow the choice', async () => {
    await openClient(page, 'Tern')
    const course = card(page, words.course.title)
    await expect(course.getByText(/“Alliance” in “Four lines” dropped from about 36 to 22/)).toBeVisible()
    await course.getByRole('button', { name: words.lead.label }).click()
    await page.getByRole('option', { name: 'Twelve items (client): Alliance' }).click()
    await expect(course.getByText(/in “Twelve items \(client\)” is usually about 4/)).toBeVisible()
    await expect(card(page, words.episodes.title)).toHaveCount(0)
    await course.getByRole('button', { name: words.lead.label }).scrollIntoViewIfNeeded()
    await scan(running, 'other-forms-04-lead')
    await page.emulateMedia({ colorScheme: 'light' })
    await course.getByRole('button', { name: words.lead.label }).click()
    await page.getByRole('option', { name: words.lead.ratedLast }).click()
    await expect(course.getByText(/“Alliance” in “Four lines” dropped from about 36 to 22/)).toBeVisible()
  })

  await test.step('a form of the therapist alone has its chart, its drops and its usual level', async () => {
    await openClient(page, 'Heron')
    const course = card(page, words.course.title)
    await expect(course.getByText(/The client’s alliance has not been rated yet/)).toBeVisible()
    await course.getByRole('button', { name: words.course.choice }).click()
    await page.getByRole('option', { name: 'Yours: Own lines: Alliance' }).click()
    await expect(
      course.getByText(/Your own rating of “Alliance” in “Own lines” is usually about/),
    ).toBeVisible()
    expect(await scaleOf(page)).toEqual(['0', '8', '16', '24', '32', '40'])
    const falls = card(page, words.episodes.title)
    await expect(falls.getByText('your rating · at rupture level')).toBeVisible()
    await expect(card(page, words.level.title).getByText('You (Own lines, 0 to 40)')).toBeVisible()
    await scan(running, 'other-forms-05-therapist')
    await page.emulateMedia({ colorScheme: 'light' })
    await card(page, words.level.title).scrollIntoViewIfNeeded()
    await keepScreenshot(page, 'other-forms-06-therapist-level')
    await openClient(page, 'Tern')
  })

  await test.step('a rating that nobody gave is not offered', async () => {
    await card(page, words.course.title).getByRole('button', { name: words.course.choice }).click()
    await expect(page.getByRole('option', { name: 'Four lines: Alliance' })).toBeVisible()
    await expect(page.getByRole('option', { name: words.course.measure.helpfulness })).toHaveCount(0)
  })
})

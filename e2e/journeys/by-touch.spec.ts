import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { logPage } from '../pages/log-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { alliance } from '../questions.ts'
import { keepScreenshot } from '../screenshots.ts'
import { fingerOn } from '../touch.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.logSession
const handOver = english.handOver

/** The least width and height of what a finger takes, in CSS px. */
const least = { therapist: 32, client: 44 }

async function expectLargeEnough(parts: Locator, size: number): Promise<void> {
  await expect(parts.first()).toBeVisible()
  const sizes = await parts.evaluateAll((all) =>
    all.map((part) => {
      const { width, height } = part.getBoundingClientRect()
      return { width, height }
    }),
  )
  for (const { width, height } of sizes) {
    expect(width).toBeGreaterThanOrEqual(size)
    expect(height).toBeGreaterThanOrEqual(size)
  }
}

/** What is touched of an answer: the number, not the hidden radio in it. */
const answer = (page: Page, question: string | RegExp, index: number) =>
  page.getByRole('radiogroup', { name: question }).locator('label').nth(index)

test('four numbers, the hand-over and the client’s form go by touch alone', async ({ openVault }) => {
  const { page } = await openVault({ withSample: true })
  const finger = await fingerOn(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const log = logPage(page)

  await test.step('the therapist rates and saves with seven taps', async () => {
    await finger.tap(page.getByRole('link', { name: /session 19 of Harbour/i }))
    await expect(shellPage(page).heading).toHaveText('Session 19 with Harbour')
    await finger.tap(page.getByRole('tab', { name: words.parts.after, exact: true }))
    for (const question of alliance.slice(0, 4)) {
      await finger.tap(answer(page, question, 7))
      await expect(page.getByRole('radiogroup', { name: question }).getByRole('radio').nth(7)).toBeChecked()
    }
    await expectLargeEnough(
      page.getByRole('radiogroup', { name: alliance[0] ?? '' }).locator('label'),
      least.therapist,
    )
    await finger.tap(button(words.save.save))
    await expect(log.saved).toBeVisible()
    expect(finger.tapped()).toBe(7)
  })

  await test.step('the client answers each question with one tap', async () => {
    const form = handOverPage(page)
    await finger.tap(button(words.save.handOver))
    await finger.tap(button(words.client.start))
    await expect(form.welcome).toBeVisible()
    await finger.tap(button(handOver.welcome.start))
    const place = page.getByText(/^\d+ of \d+$/)
    await expect(place).toBeVisible()
    await keepScreenshot(page, 'by-touch-form')
    while (!(await form.comment.isVisible())) {
      const before = await place.innerText()
      const groups = page.getByRole('radiogroup')
      await expect(groups.first()).toBeVisible()
      for (const group of await groups.all()) {
        await expectLargeEnough(group.locator('label'), least.client)
        await finger.tap(group.locator('label').nth(1))
        await expect(group.getByRole('radio').nth(1)).toBeChecked()
      }
      await finger.tap(button(handOver.next))
      await expect(place).not.toHaveText(before)
    }
    await finger.tap(button(handOver.comment.finish))
    await expect(form.thanks).toBeVisible()
    await keepScreenshot(page, 'by-touch-thanks')
  })
})

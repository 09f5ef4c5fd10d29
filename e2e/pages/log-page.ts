import { expect, type Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

const words = english.logSession

/** Logging a session: choosing the client, the three parts, saving, handing over and returning. */
export function logPage(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return {
    part: (part: 'before' | 'after' | 'client') =>
      page.getByRole('tab', { name: words.parts[part], exact: true }).click(),
    /** Focuses a question, so that keys can answer it. */
    focusRating: async (question: string | RegExp) => {
      const answer = page.getByRole('radiogroup', { name: question }).getByRole('radio').first()
      await answer.focus()
      await expect(answer).toBeFocused()
    },
    rating: (question: string | RegExp) => page.getByRole('radiogroup', { name: question }),
    notes: page.getByLabel(words.events.notes, { exact: true }),
    draftHere: page.getByText(/^Your draft from/),
    draftKept: page.getByText(/^Draft kept/),
    saved: page.getByText(/^Saved \d/),
    alert: page.getByRole('alert'),
    save: async (name: string = words.save.save) => {
      await button(name).click()
      await expect(page.getByText(/^Saved \d/)).toBeVisible()
    },
    saveButton: (name: string = words.save.save) => button(name),
    handOver: async () => {
      await page.getByRole('tab', { name: words.parts.client, exact: true }).click()
      await button(words.client.open).first().click()
      await button(words.client.start).click()
    },
    returnedHeading: page.getByRole('heading', { level: 1, name: words.returned.title }),
    showSideBySide: () => button(words.returned.show).click(),
    sideBySide: page.getByRole('heading', { level: 1, name: /side by side$/ }),
    toClient: (code: string) =>
      page.getByRole('link', { name: words.save.toClient.replace('{{code}}', code) }).click(),
  }
}

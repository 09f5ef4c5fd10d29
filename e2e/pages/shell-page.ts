import { expect, type Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

const words = english.app

/** The frame of the unlocked app. */
export function shellPage(page: Page) {
  const navigation = page.getByRole('navigation', { name: words.screens })
  const heading = page.getByRole('heading', { level: 1 })
  const to = (name: string) => navigation.getByRole('link', { name, exact: true }).click()
  /** Waits for the list's own heading, because Today names clients too. */
  const toClients = async () => {
    await to(words.clients)
    await expect(heading).toHaveText(english.clients.title)
  }
  return {
    navigation,
    today: page.getByRole('heading', { level: 1, name: english.today.title }),
    heading,
    toToday: () => to(words.today),
    toClients,
    /**
     * Opens the page of a client from the list. The list hears of scrolling with the next frame; a press before that puts it
     * back to where it was, and the pointer comes up over another row.
     */
    toClient: async (code: string) => {
      await toClients()
      const link = page.getByRole('link', { name: code, exact: true })
      await link.scrollIntoViewIfNeeded()
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
      await link.click()
      await expect(heading).not.toHaveText(english.clients.title)
    },
    toEvidence: () => to(words.evidence),
    toPractice: () => to(words.practice),
    toSettings: () => to(words.settings),
    toAbout: () => to(words.about),
    lock: () => page.getByRole('button', { name: words.lock, exact: true }).click(),
  }
}

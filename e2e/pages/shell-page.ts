import { expect, type Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

const words = english.app

/** The frame of the unlocked app. */
export function shellPage(page: Page) {
  const navigation = page.getByRole('navigation', { name: words.screens })
  const heading = page.getByRole('heading', { level: 1 })
  /** Opens a screen, and waits for its own heading: the screen before has links and fields of the same names. */
  const to = async (name: string, title: string) => {
    await navigation.getByRole('link', { name, exact: true }).click()
    await expect(heading).toHaveText(title)
  }
  const toClients = () => to(words.clients, english.clients.title)
  return {
    navigation,
    today: page.getByRole('heading', { level: 1, name: english.today.title }),
    heading,
    toToday: () => to(words.today, english.today.title),
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
      await expect(heading).toHaveText(code)
    },
    toEvidence: () => to(words.evidence, english.evidence.title),
    toPractice: () => to(words.practice, english.practice.title),
    toSettings: () => to(words.settings, english.settings.title),
    toAbout: () => to(words.about, english.about.title),
    lock: () => page.getByRole('button', { name: words.lock, exact: true }).click(),
  }
}

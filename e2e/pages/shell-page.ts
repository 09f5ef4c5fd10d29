import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

const words = english.app

/** The frame of the unlocked app. */
export function shellPage(page: Page) {
  const navigation = page.getByRole('navigation', { name: words.screens })
  const to = (name: string) => navigation.getByRole('link', { name, exact: true }).click()
  return {
    navigation,
    today: page.getByRole('heading', { level: 1, name: english.today.title }),
    heading: page.getByRole('heading', { level: 1 }),
    toToday: () => to(words.today),
    toClients: () => to(words.clients),
    toEvidence: () => to(words.evidence),
    toSettings: () => to(words.settings),
    toAbout: () => to(words.about),
    lock: () => page.getByRole('button', { name: words.lock, exact: true }).click(),
  }
}

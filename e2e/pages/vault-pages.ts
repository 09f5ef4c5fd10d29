import type { Locator, Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

const words = english.unlock

/** The first run and the unlock screen. */
export function vaultPages(page: Page) {
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
  return {
    welcome: page.getByRole('heading', { level: 1, name: words.welcome.title }),
    chooseHeading: page.getByRole('heading', { level: 1, name: words.choose.title }),
    beginHeading: page.getByRole('heading', { level: 1, name: words.begin.title }),
    unlockHeading: page.getByRole('heading', { level: 1, name: words.unlock.title }),
    passphrase: page.getByLabel(words.unlock.passphrase, { exact: true }),
    alert: page.getByRole('alert'),
    toPassphrase: () => button(words.welcome.next).click(),
    choosePassphrase: async (passphrase: string) => {
      await page.getByLabel(words.choose.passphrase, { exact: true }).fill(passphrase)
      await page.getByLabel(words.choose.repeated, { exact: true }).fill(passphrase)
      await page.getByText(words.choose.writtenDown).click()
      await button(words.choose.create).click()
    },
    loadSample: () => button(words.begin.load).click(),
    startEmpty: () => button(words.begin.start).click(),
    unlock: async (passphrase: string) => {
      await page.getByLabel(words.unlock.passphrase, { exact: true }).fill(passphrase)
      await button(words.unlock.submit).click()
    },
  }
}

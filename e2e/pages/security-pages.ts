import { expect, type Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

const words = english.security

/** Settings, Security, and the flows that start there. */
export function securityPages(page: Page) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
  return {
    visit: async (place: string, heading: string) => {
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, `/settings/security${place}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    },
    /** Types the passphrase that a flow asks for first, and starts it with the button of this name. */
    confirmWithPassphrase: async (passphrase: string, begin: string) => {
      await fill(words.ask.passphrase, passphrase)
      await press(begin)
    },
    changePassphrase: async (current: string, next: string) => {
      await fill(words.passphrase.current, current)
      await fill(english.keys.passphrase.new, next)
      await fill(english.keys.passphrase.repeated, next)
      await press(words.passphrase.submit)
    },
    setPin: async (pin: string, passphrase: string) => {
      await fill(words.pin.pin, pin)
      await fill(words.pin.repeated, pin)
      await fill(words.ask.passphrase, passphrase)
      await press(words.pin.submit)
    },
  }
}

import { expect, type Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

const words = english.keys.proof

/** The dialog that asks for the passphrase before something is taken out of the vault or brought back. */
export function proofDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: words.title })
  return {
    dialog,
    /** Types the passphrase and goes on, with the keyboard alone. */
    prove: async (passphrase: string) => {
      const field = dialog.getByLabel(english.security.ask.passphrase, { exact: true })
      await expect(field).toBeFocused()
      await field.fill(passphrase)
      await field.press('Enter')
    },
  }
}

import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

const words = english.keys.recovery

/** Showing a new recovery key and typing it back, on any screen that makes one. */
export function recoveryKeyParts(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const list = page.getByRole('list', { name: /^Recovery key, 13 groups/ })
  return {
    recoveryGroups: list.getByRole('listitem'),
    /** The groups on the screen, without their numbers. */
    readRecoveryGroups: async (): Promise<string[]> => {
      await list.waitFor()
      const shown = await list.getByRole('listitem').allInnerTexts()
      return shown.map((text) => text.replace(/^\d+\s*/u, '').trim())
    },
    toRecoveryCheck: () => button(words.next).click(),
    /** Types the two requested groups, and confirms with the button of this name. */
    readBack: async (groups: readonly string[], submit: string = words.checkSubmit) => {
      const fields = page.getByRole('textbox', { name: /^Group \d+$/ })
      await fields.first().waitFor()
      for (const field of await fields.all()) {
        const label = await page.locator(`label[for="${await field.getAttribute('id')}"]`).innerText()
        await field.fill(groups[Number(label.replace(/\D/gu, '')) - 1] ?? '')
      }
      await button(submit).click()
    },
  }
}

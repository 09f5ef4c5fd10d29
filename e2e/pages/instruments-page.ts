import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

const words = english.packs

/** The instruments' screen, opened from Settings. */
export function instrumentsPage(page: Page) {
  return {
    open: () => page.getByRole('link', { name: words.title, exact: true }).click(),
    choose: (name: string, content: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) }),
    import: page.getByRole('button', { name: words.import.confirm }),
    show: page.getByRole('button', { name: words.choices.show }),
    /** Reads a file again as decided. */
    readSo: page.getByRole('button', { name: words.asks.read }),
    write: page.getByRole('link', { name: words.own.title }),
    save: page.getByRole('button', { name: words.own.save }),
    refusal: page.getByRole('alert'),
    offered: page.getByRole('region', { name: words.list.offered }),
  }
}

import { expect, type Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { shellPage } from './shell-page.ts'

const words = english.contacts

/** The people of supervision, and the screen of one of them. */
export function peoplePage(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const spoken = page.getByRole('region', { name: words.compare.mine }).getByRole('listitem')
  return {
    /** Goes there with the keyboard, from any screen. */
    open: async () => {
      await shellPage(page).navigation.getByRole('link', { name: english.app.supervision }).press('Enter')
      await expect(shellPage(page).heading).toHaveText(english.supervision.title)
      await link(english.supervision.links.people).press('Enter')
      await expect(shellPage(page).heading).toHaveText(words.title)
    },
    ownName: page.getByRole('textbox', { name: words.own.name }),
    copy: button(words.own.copy),
    save: button(words.own.save),
    theirCard: page.getByRole('textbox', { name: words.add.label }),
    add: button(words.add.submit),
    openFile: button(words.add.file),
    person: link,
    typedWords: page.getByRole('textbox', { name: /^The twelve words that/ }),
    compare: button(words.compare.submit),
    /** The words that the user reads aloud on a person's screen. */
    spokenWords: async () => {
      await expect(spoken).toHaveCount(12)
      return (await spoken.allTextContents()).map((text) => text.replace(/^\d+ /, ''))
    },
  }
}

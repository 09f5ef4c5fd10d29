import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

const words = english.evidence

/** The library, a study in it, and the screens for the user's own summaries. */
export function evidencePage(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const list = page.getByRole('list', { name: words.results })
  return {
    search: page.getByRole('searchbox', { name: words.filter.words }),
    list,
    /** The title of a result. While the list scrolls, its rows may be in another order in the page. */
    result: (index: number) => list.locator(`[data-index="${index}"]`).getByRole('heading').getByRole('link'),
    count: page.getByRole('status').first(),
    mark: (mark: keyof typeof words.filter.mark) => button(words.filter.mark[mark]),
    moreFilters: page.getByRole('button', { name: new RegExp(`^${words.filter.more_zero}`) }),
    write: link(words.own.add),
    import: link(words.own.import),
    backToResults: button(words.toResults),
    bookmark: button(words.bookmark.add),
    bookmarked: button(words.bookmark.remove),
    note: field(words.note.label),
    noteKept: page.getByText(words.note.kept, { exact: true }),
    copyAsText: button(words.copy.apa),
    copied: page.getByText(/^Copied as/),
    unfinished: page.getByText(words.draft.title),
    form: {
      title: page.getByRole('textbox', { name: words.form.title }).first(),
      authors: field(words.form.authors),
      more: button(words.form.more),
      link: field(words.form.link),
      inBrief: field(words.inBrief),
      addFinding: button(words.form.addFinding),
      claim: field(words.form.finding.claim),
      figure: page.getByRole('button', { name: new RegExp(words.form.finding.statistic) }),
      value: field(words.form.finding.value),
      save: button(words.form.save),
      leave: page.getByRole('dialog', { name: words.form.leave.title }),
      stay: button(words.form.leave.stay),
    },
    chooseImport: (name: string, content: string, encoding: BufferEncoding = 'utf8') =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content, encoding) }),
    confirmImport: page.getByRole('button', { name: /^Import \d/ }),
    seeOwn: button(words.import.seeOwn),
  }
}

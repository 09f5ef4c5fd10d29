import type { Page } from '@playwright/test'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { pressAt } from '../keyboard.ts'
import { evidencePage } from '../pages/evidence-page.ts'
import { letLockWait } from '../patient-lock.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepLightAndDark, keepScreenshot } from '../screenshots.ts'

test('a therapist finds, reads, cites and leaves a study with the keyboard alone', async ({ openVault }) => {
  const running = await openVault()
  const { page } = running
  const library = evidencePage(page)
  await page.keyboard.press('ControlOrMeta+Shift+F')
  await expect(library.search).toBeFocused()
  await page.keyboard.type('trust in the ther')
  await expect(library.count).toContainText('closest match first')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('empath')
  // Until the new answer is there, the list of the former word stays.
  await expect(library.count).toContainText('9 of 25')
  await expect(library.list.getByRole('heading').first()).toBeVisible()
  await keepScreenshot(page, 'evidence-found')
  await page.keyboard.press('Enter')
  const focused = page.locator(':focus')
  await expect(library.result(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(library.result(1)).toBeFocused()
  const title = (await focused.textContent()) ?? ''
  await page.keyboard.press('Enter')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(title)
  await expect(heading).toBeFocused()

  await pressAt(library.copyAsText, 'Enter')
  await expect(library.copied).toBeVisible()

  await pressAt(library.backToResults, 'Enter')
  await expect(focused).toHaveText(title)
  await expect(library.search).toHaveValue('empath')
})

test('a link to a finding focuses it, and a study prints on one to three sheets', async ({ openVault }) => {
  const running = await openVault()
  const { page } = running
  await page.evaluate(() => {
    window.location.hash = '/evidence/abargil-2025#effect-pre-inadequate-helpfulness'
  })
  const finding = page.locator('#effect-pre-inadequate-helpfulness')
  await expect(finding).toBeFocused()
  await expect(finding).toBeInViewport()
  await expect(finding).toContainText('The sources differ here')
  await keepScreenshot(page, 'evidence-finding')

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation').first()).toBeHidden()
  await expect(evidencePage(page).note).toBeHidden()
  await expect(page.getByText('Abargil, M., Schenkolewski, A.')).toBeVisible()
})

test('a bookmark and a note are still there after a lock, even a note typed just before', async ({
  openVault,
}) => {
  const running = await openVault()
  await letLockWait(running)
  const { page } = running
  const library = evidencePage(page)
  const shell = shellPage(page)
  await shell.toEvidence()
  await library.list.getByRole('link').first().click()
  await library.bookmark.click()
  await expect(library.bookmarked).toBeVisible()
  await library.note.fill('Ask about the last session, hypocotyl')
  await shell.lock()
  const vault = vaultPages(page)
  await expect(vault.unlockHeading).toBeVisible()
  await vault.unlock(passphrase)
  await expect(shell.navigation).toBeVisible()
  await shell.toEvidence()
  await library.moreFilters.click()
  await library.mark('bookmarked').click()
  await expect(library.count).toContainText('1 of 25')
  await library.search.fill('hypocot')
  await expect(library.list.getByText('Your note').first()).toBeVisible()
  await library.list.getByRole('link', { name: /hypocotyl/ }).click()
  await expect(library.note).toHaveValue('Ask about the last session, hypocotyl')
})

test('a therapist writes their own summary in two sittings, and leaving asks first', async ({
  openVault,
}) => {
  const running = await openVault()
  const { page } = running
  const library = evidencePage(page)
  const shell = shellPage(page)
  await shell.toEvidence()
  await library.write.click()
  await library.form.title.fill('Warmth in the first hour')
  await shell.navigation.getByRole('link', { name: 'Today' }).click()
  await expect(library.form.leave).toBeVisible()
  await library.form.stay.click()
  await library.form.more.click()
  await library.form.addFinding.click()
  await library.form.claim.fill('Warmth goes with staying.')
  await library.form.figure.click()
  await page.getByRole('option', { name: 'Correlation (r)' }).click()
  await library.form.value.fill('about .3')
  await library.form.save.click()
  await expect(page.getByText('Write a number such as 0.28')).toBeVisible()
  await keepScreenshot(page, 'own-summary-errors')
  await library.form.value.fill('.3')
  await library.form.save.click()
  await expect(shell.heading).toHaveText('Warmth in the first hour')
  await expect(library.unfinished).toBeVisible()
  await keepScreenshot(page, 'own-summary-draft')
  await shell.toEvidence()
  await library.moreFilters.click()
  await library.mark('drafts').click()
  await expect(library.list.getByRole('link', { name: 'Warmth in the first hour' })).toBeVisible()
})

const references = `TY  - JOUR
AU  - Elder, Ann
TI  - Hope in brief therapy
JO  - Journal of Hope
PY  - 2019
ER  -

TY  - JOUR
AU  - Nobody, N.
PY  - 2020
ER  -

TY  - JOUR
AU  - Möller, Zoé
TI  - Repair, step by step
PY  - in press
DO  - n/a
ER  -
`

test('references are previewed before the import, and errors are named with their line', async ({
  openVault,
}) => {
  const running = await openVault()
  const { page } = running
  const library = evidencePage(page)
  await shellPage(page).toEvidence()
  await library.import.click()
  await library.chooseImport('library.ris', references, 'latin1')
  await expect(page.getByText('Hope in brief therapy')).toBeVisible()
  await expect(page.getByText('This reference has no title.')).toBeVisible()
  await expect(page.getByText('Möller, Z.')).toBeVisible()
  await expect(page.getByText('Left out: the date “in press”.')).toBeVisible()
  await keepLightAndDark(page, 'import-preview')
  const before = (await call(page, 'evidence.list')) as { value: unknown[] }
  expect(before.value).toHaveLength(25)
  await library.confirmImport.click()
  await library.seeOwn.click()
  await expect(library.list.getByRole('link', { name: 'Hope in brief therapy' })).toBeVisible()
  await keepScreenshot(page, 'imported-drafts')
})

test('a library of 800 studies draws few of them, goes to its ends, and comes back to the study that was read', async ({
  openVault,
}) => {
  const { page } = await openVault()
  const library = evidencePage(page)
  await shellPage(page).toEvidence()
  await library.import.click()
  const many = Array.from({ length: 800 }, (_, index) => {
    const title = `TI  - Study ${String(index).padStart(3, '0')} ${'of a long course '.repeat(index % 12)}`
    return `TY  - JOUR\nAU  - Zz, ${String(index).padStart(3, '0')}\n${title}\nJO  - Journal\nPY  - 2001\nER  -\n`
  })
  await library.chooseImport('many.ris', many.join('\n'))
  await library.confirmImport.click()
  await library.seeOwn.click()
  await expect(library.count).toContainText('800 of 825')
  const rows = library.list.locator('[data-index]')
  await expect(rows.first()).toBeVisible()
  await expect.poll(() => rows.count()).toBeLessThan(40)
  const title = library.result
  await pressAt(title(0), 'End')
  await expect(title(799)).toBeFocused()
  await expect(title(799)).toBeInViewport()
  // Rows that are drawn above the visible ones for the first time move none of these.
  await library.list.hover()
  for (let step = 0; step < 8; step += 1) {
    const [before, after] = await visibleRowAround(page, () => page.mouse.wheel(0, -160))
    expect(Math.abs(after - before - 160)).toBeLessThanOrEqual(2)
  }
  const focused = page.locator(':focus')
  /** Which row has the focus, once it is there. */
  const focusedIndex = () =>
    focused.evaluateAll(([link]) => Number(link?.closest('[data-index]')?.getAttribute('data-index')))
  await page.keyboard.press('PageUp')
  await expect.poll(focusedIndex).toBeLessThan(799)
  const above = (await focusedIndex()) - 1
  await page.keyboard.press('ArrowUp')
  await expect.poll(focusedIndex).toBe(above)
  await expect(focused).toBeInViewport()
  await expect.poll(() => rows.count()).toBeLessThan(40)
  const name = (await focused.textContent()) ?? ''
  const index = await focusedIndex()
  expect(index).toBeGreaterThan(780)
  expect(index).toBeLessThan(798)
  // No row lies on another, however high each is. While the list scrolls, rows may be in another order in the page.
  const overlapping = () =>
    rows.evaluateAll((all) => {
      const places = all.map((row) => row.getBoundingClientRect())
      return places.filter(({ top }, at) => top < (places[at - 1]?.bottom ?? top) - 1).length
    })
  await expect.poll(overlapping).toBe(0)
  await page.keyboard.press('Enter')
  await expect(shellPage(page).heading).toHaveText(name)
  await library.backToResults.click()
  await expect(focused).toHaveText(name)
  await expect(focused).toBeInViewport()
  await page.keyboard.press('Home')
  await expect(title(0)).toBeFocused()
})

/** How far down a visible row is, in px, before and after something scrolls the page up. */
async function visibleRowAround(page: Page, scroll: () => Promise<void>): Promise<[number, number]> {
  const name = await page.evaluate(() => {
    const [first] = [...document.querySelectorAll('[data-index]')]
      .map((row) => ({ index: row.getAttribute('data-index'), top: row.getBoundingClientRect().top }))
      .filter(({ top }) => top > 100)
      .toSorted((one, other) => one.top - other.top)
    return first?.index
  })
  const top = () => page.locator(`[data-index="${name}"]`).evaluate((row) => row.getBoundingClientRect().top)
  const scrolled = () => page.evaluate(() => window.scrollY)
  const [before, from] = [await top(), await scrolled()]
  await scroll()
  await expect.poll(scrolled).toBeLessThan(from - 100)
  // Until the page has come to rest.
  let last = Number.NaN
  await expect
    .poll(async () => {
      const [earlier, now] = [last, await top()]
      last = now
      return earlier === now
    })
    .toBe(true)
  return [before, last]
}

import { english } from '#shared/i18n/en/index.ts'
import { call, expect, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { readPrinted } from '../print-page.ts'
import { scan } from '../scan.ts'

const words = english.paperForms
const code = 'Harbour'

const closed = (text: string) => text.replaceAll(/\s+/g, '')

test('a client’s forms are printed in large type on both sizes of paper, with the code and nothing else', async ({
  openVault,
}) => {
  test.slow()
  const running = await openVault({ withSample: true })
  const { page } = running
  const { value } = (await call(page, 'clients.list')) as {
    value: { client: { id: string; code: string } }[]
  }
  const clientId = value.find(({ client }) => client.code === code)?.client.id
  await call(page, 'clients.setForms', { id: clientId, instrumentIds: ['attune-alliance-client', 'phq-9'] })
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `/clients/${clientId}/edit`)
  await page.getByRole('link', { name: words.action }).click()
  await expect(shellPage(page).heading).toHaveText(words.title.replace('{{code}}', code))
  await scan(running, 'paper-forms')

  const { value: forms } = (await call(page, 'clients.forms', { id: clientId })) as {
    value: { available: { id: string; items: { text: string }[]; attribution: string }[] }
  }
  const asked = forms.available.filter(({ id }) => ['attune-alliance-client', 'phq-9'].includes(id))
  for (const [size, points] of [
    ['A4', [595, 842]],
    ['Letter', [612, 792]],
  ] as const) {
    await page.getByRole('radio', { name: english.reports.paperSize[size] }).check({ force: true })
    const pdf = await readPrinted(running)
    expect(pdf.size, size).toEqual(points)
    const text = closed(pdf.pages.join(' '))
    for (const { items, attribution } of asked) {
      for (const item of items) expect(text, size).toContain(closed(item.text))
      expect(text, size).toContain(closed(attribution))
    }
    // Each form begins on a sheet of its own, and every sheet has the code at its foot.
    const begins = pdf.pages.filter((each) => each.includes(words.paper.code.replace('{{code}}', code)))
    expect(begins, size).toHaveLength(asked.length)
    for (const [at, each] of pdf.pages.entries())
      expect(each.trim(), size).toMatch(new RegExp(`^${at + 1} / ${pdf.pages.length} ${code}\\b`))
    // The screen's own words, and what the vault knows of the client, are on no sheet.
    for (const other of [words.title.split(':')[0]!, words.choice, words.about.slice(0, 30), 'Today'])
      expect(text, size).not.toContain(closed(other))
    // One sheet for the first form, and two for the PHQ-9.
    expect(pdf.pages.length, size).toBe(3)
  }
})

test('the words on the paper are 14 points or larger, except the source', async ({ openVault }) => {
  const { page } = await openVault({ withSample: true })
  const { value } = (await call(page, 'clients.list')) as { value: { client: { id: string } }[] }
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `/clients/${value[0]?.client.id}/paper`)
  await expect(page.getByRole('article')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  const sizes = await page
    .getByRole('article')
    .locator('p, li, span')
    .evaluateAll((elements) =>
      elements
        .filter(({ textContent }) => !/version \d/.test(textContent ?? ''))
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize) * 0.75),
    )
  expect(sizes.length).toBeGreaterThan(20)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13.99)
})

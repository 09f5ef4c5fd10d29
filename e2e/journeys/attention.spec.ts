import { expect, test } from '../fixtures.ts'
import { expectFocusWithin } from '../keyboard.ts'
import { shellPage } from '../pages/shell-page.ts'
import { keepScreenshot } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.attention

test('Today names the clients worth attention, and lets one be looked at until later', async ({
  openVault,
}) => {
  const { page } = await openVault({ withSample: true })
  const card = page.getByRole('region', { name: words.title })
  const worse = card.getByRole('listitem').filter({ hasText: 'Reliably worse: 8 points' })
  await expect(worse).toContainText('Driftwood')
  await keepScreenshot(page, 'today-attention')
  await page.getByRole('button', { name: 'Looked at Driftwood: show again later' }).click()
  await page.getByRole('menuitem', { name: words.lookedAt.week }).click()
  await expect(worse).toHaveCount(0)
  await card.getByRole('button', { name: 'Looked at: 1 client' }).click()
  await card.getByRole('button', { name: 'Show Driftwood now' }).click()
  await expect(worse).toHaveCount(1)
})

test('Clients begins with those worth attention, and opens one by a click and by the keyboard', async ({
  openVault,
}) => {
  const { page } = await openVault({ withSample: true })
  const shell = shellPage(page)
  await shell.toClients()
  const first = page.getByRole('row').nth(1)
  await expect(first).toContainText('Driftwood')
  await expect(first).toContainText(english.clients.standing['reliably-worse'])
  await first.getByText(english.clients.standing['reliably-worse'], { exact: true }).click()
  await expect(shell.heading).toContainText('Driftwood')
  await shell.toClients()
  await page.getByRole('columnheader', { name: english.clients.column.code }).click()
  await expect(first).toContainText('Compass')
  await page.getByRole('columnheader', { name: english.clients.column.code }).press('ArrowDown')
  await expectFocusWithin(first)
  await page.keyboard.press('Enter')
  await expect(shell.heading).toContainText('Compass')
})

test('Today and Clients have the same order, the same reason first and the same next session', async ({
  openVault,
}) => {
  const { page } = await openVault({ withSample: true })
  const lines = page.getByRole('region', { name: words.title }).getByRole('listitem')
  await expect(lines.first()).toContainText('Driftwood')
  const onToday = await lines.evaluateAll((found) =>
    found.map((line) => ({
      code: line.querySelector('a')?.textContent ?? undefined,
      text: line.textContent,
    })),
  )
  expect(onToday.length).toBeGreaterThan(3)
  await shellPage(page).toClients()
  const all = page.getByRole('radio', { name: english.clients.filter.all })
  await all.press('Space')
  await expect(all).toBeChecked()
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') })
  const codes = () =>
    rows.evaluateAll((found) => found.map((row) => row.querySelector('a')?.textContent ?? undefined))
  // The list follows a new filter with its next drawing.
  await expect
    .poll(async () => (await codes()).slice(0, onToday.length))
    .toEqual(onToday.map(({ code }) => code))
  const inClients = await rows.evaluateAll((found) =>
    found.map((row) => ({
      cells: [...row.querySelectorAll('[role=gridcell]')].map((cell) =>
        cell instanceof HTMLElement ? cell.innerText.split('\n') : [],
      ),
    })),
  )
  for (const [index, { text }] of onToday.entries()) {
    const [, , , , next = []] = inClients[index]?.cells ?? []
    const isPlanned = next[0] !== english.clients.notPlanned
    for (const part of isPlanned ? next : [words.noNext]) expect(text).toContain(part)
  }
  const [reason] = inClients[0]?.cells[0] ?? []
  expect(reason).toBe(words.short.worse)
  expect(onToday[0]?.text).toContain('PHQ-9: 9, now 17.')
  expect(inClients[0]?.cells[2]).toEqual(['PHQ-9 17', english.clients.standing['reliably-worse']])
})

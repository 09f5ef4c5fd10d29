import { randomUUID } from 'node:crypto'
import type { Locator } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepScreenshot } from '../screenshots.ts'

test('a client is added with a code, and a second client can’t have the same code', async ({ openVault }) => {
  const running = await openVault()
  const { page } = running
  const shell = shellPage(page)
  for (const code of ['Fern', 'fern ']) {
    await page.keyboard.press('ControlOrMeta+Shift+N')
    await expect(shell.heading).toHaveText('New client')
    const field = page.getByLabel('Code', { exact: true })
    await expect(field).toBeFocused()
    await field.fill(code)
    await page
      .getByRole('button', { name: /add|create|save/i })
      .last()
      .click()
    if (code === 'Fern') await expect(shell.heading).toHaveText('Fern')
  }
  await expect(page.getByText(/another client/i).first()).toBeVisible()
  await keepScreenshot(page, 'fault-code-taken')
})

test('the fictional caseload is marked on every screen, and one command removes it', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const shell = shellPage(page)
  await shell.toClients()
  await expect(page.getByRole('link', { name: 'Harbour' })).toBeVisible()
  await keepScreenshot(page, 'clients')
  await shell.toSettings()
  await keepScreenshot(page, 'settings')
  await page.getByRole('button', { name: /^Remove the fictional caseload/ }).click()
  const question = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await question.getByRole('button', { name: /^Remove/ }).click()
  await expect(question).toHaveCount(0)
  await shell.toClients()
  await expect(page.getByRole('link', { name: 'Harbour' })).toHaveCount(0)
})

test('a short list of clients is there as a whole, however many lines a code takes', async ({
  openVault,
}) => {
  const { page } = await openVault()
  const shell = shellPage(page)
  const entry = {
    status: 'active',
    startedOn: '2026-01-05',
    therapyType: '',
    usualDurationMinutes: null,
    notes: '',
  }
  for (const code of ['Otter', `${'W'.repeat(38)} 1`, `${'W'.repeat(38)} 2`])
    await call(page, 'clients.create', { id: randomUUID(), code, ...entry })
  // The page has asked for the clients ahead, and doesn't know of these.
  await shell.lock()
  await vaultPages(page).unlock(passphrase)
  await expect(shell.today).toBeVisible()
  for (const [width, height] of [
    [1280, 800],
    [1024, 700],
  ] as const) {
    await page.setViewportSize({ width, height })
    await shell.toClients()
    await expect(page.getByRole('row')).toHaveCount(4)
    const table = page.getByRole('grid', { name: english.clients.title })
    await expect
      .poll(() => table.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight))
      .toBe(0)
    await keepScreenshot(page, `clients-long-codes-${width}`)
  }
})

test('a click on a client or a study counts while the list is still scrolling', async ({ openVault }) => {
  const { page } = await openVault({ withSample: true })
  const shell = shellPage(page)
  await page.setViewportSize({ width: 1024, height: 700 })
  /** Clicks where a link is right after a scroll, as a hand does: without waiting until the link can be reached. */
  const clickWhileScrolling = async (link: Locator, scroll: () => Promise<void>): Promise<void> => {
    await expect(link).toBeInViewport()
    await expectAtRest(link)
    await scroll()
    const box = await link.boundingBox()
    await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  }
  await shell.toClients()
  const table = page.getByRole('grid', { name: english.clients.title })
  const client = table.getByRole('link').nth(2)
  const code = (await client.textContent()) ?? ''
  await clickWhileScrolling(client, () => table.evaluate((element) => element.scrollBy({ top: 30 })))
  await expect(shell.heading).toHaveText(code)

  await shell.toEvidence()
  const study = page
    .getByRole('list', { name: english.evidence.results })
    .getByRole('heading')
    .nth(2)
    .getByRole('link')
  const title = (await study.textContent()) ?? ''
  await clickWhileScrolling(study, () =>
    page.evaluate(() => window.scrollBy({ top: 60, behavior: 'instant' })),
  )
  await expect(shell.heading).toHaveText(title)
})

/** Waits until an element stays where it is: rows move when those above them have been measured. */
async function expectAtRest(element: Locator): Promise<void> {
  const movesWithin = () =>
    element.evaluate(async (row) => {
      const before = row.getBoundingClientRect().top
      for (let frame = 0; frame < 5; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn))
      return row.getBoundingClientRect().top - before
    })
  await expect.poll(movesWithin).toBe(0)
}

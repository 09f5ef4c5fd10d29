import type { ElectronApplication, Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { logPage } from '../pages/log-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepScreenshot } from '../screenshots.ts'

/** As much as a file may hold of what the parser of front matter is slowest at: many seconds on any computer. */
const slow = `---\n${']'.repeat(390_000)}\n---\n`.repeat(10)
const quick = 'TY  - JOUR\nAU  - Doe, J.\nPY  - 2000\nTI  - Pauses\nER  - \n'
const words = english.evidence.import

const choose = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

const readers = (app: ElectronApplication) =>
  app.evaluate(({ app: main }) => main.getAppMetrics().filter(({ name }) => name === 'Attune reader').length)

async function toImport(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '/evidence/own/import'
  })
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
}

/** Saves a new client, and says how long it took. */
async function savedAfterMilliseconds(page: Page, code: string): Promise<number> {
  const start = performance.now()
  const client = {
    id: crypto.randomUUID(),
    code,
    status: 'active',
    startedOn: '2026-01-05',
    therapyType: '',
    notes: '',
  }
  expect(await call(page, 'clients.create', client)).toMatchObject({ ok: true })
  return performance.now() - start
}

/** Locks, and says how long it took until the unlock screen was there. */
async function lockedAfterMilliseconds(page: Page): Promise<number> {
  const start = performance.now()
  await call(page, 'lock.now')
  await expect(vaultPages(page).unlockHeading).toBeVisible()
  return performance.now() - start
}

test('fault 84: while a file is being read, saving and locking take no longer, and what is typed is safe', async ({
  openVault,
}) => {
  const { app, page } = await openVault({ withSample: true })
  const vault = vaultPages(page)
  const log = logPage(page)
  const usualSave = await savedAfterMilliseconds(page, 'Willow')
  const usualLock = await lockedAfterMilliseconds(page)
  await vault.unlock(passphrase)
  await expect(shellPage(page).navigation).toBeVisible()

  await toImport(page)
  await choose(page, 'slow.md', slow)
  await expect(page.getByRole('button', { name: english.app.readingFile.cancel })).toBeVisible()
  await expect.poll(() => readers(app)).toBe(1)
  await keepScreenshot(page, 'reading-file')

  await shellPage(page).toToday()
  await expect.poll(() => readers(app), 'leaving the screen gives the file up').toBe(0)

  // Read by no screen, so that another one can be used meanwhile.
  void call(page, 'evidence.previewImport', { name: 'slow.md', text: slow }).catch(() => undefined)
  await expect.poll(() => readers(app)).toBe(1)
  await page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  await log.part('after')
  await log.notes.fill('Typed while a file was being read')
  const save = await savedAfterMilliseconds(page, 'Cedar')
  expect(await readers(app)).toBe(1)
  const lock = await lockedAfterMilliseconds(page)
  // The bounds leave room for a busy computer; what waited for the file would take many seconds longer.
  expect(save).toBeLessThan(2 * usualSave + 1_000)
  expect(lock).toBeLessThan(2 * usualLock + 1_000)
  expect(await readers(app)).toBe(0)

  await vault.unlock(passphrase)
  await expect(log.draftHere).toBeVisible()
  await log.part('after')
  await expect(log.notes).toHaveValue('Typed while a file was being read')
})

test('fault 86: a file can be given up, and the next one is read', async ({ openVault }) => {
  const { app, page } = await openVault()
  await toImport(page)
  await choose(page, 'slow.md', slow)
  await page.getByRole('button', { name: english.app.readingFile.cancel }).click()
  await expect(page.getByRole('button', { name: words.choose })).toBeFocused()
  await expect.poll(() => readers(app)).toBe(0)

  await choose(page, 'quick.ris', quick)
  await expect(page.getByText('1 reference, read as RIS')).toBeVisible()
  await expect.poll(() => readers(app)).toBe(0)
})

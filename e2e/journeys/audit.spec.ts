import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { proofDialog } from '../pages/proof-dialog.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepScreenshot } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.audit

test('the audit log shows what was done and looked at, and can be checked, filtered and saved', async ({
  openVault,
  dataFolder,
}) => {
  const running = await openVault({ withSample: true })
  const { app, page } = running
  const shell = shellPage(page)
  const entry = (what: string) => page.getByRole('rowheader', { name: what }).first()

  await test.step('a client is looked at, and the vault is locked and unlocked', async () => {
    await shell.toClient('Harbour')
    await expect(shell.heading).toHaveText('Harbour')
    await shell.lock()
    const vault = vaultPages(page)
    await expect(vault.unlockHeading).toBeVisible()
    await vault.unlock(passphrase)
    await expect(shell.heading).toHaveText('Harbour')
  })

  await test.step('all of it is there, newest first', async () => {
    await shell.toSettings()
    await page.getByRole('link', { name: english.settings.records.audit }).click()
    await expect(shell.heading).toHaveText(words.title)
    await expect(entry(words.kinds.unlocked)).toBeVisible()
    await expect(entry(words.kinds.locked)).toBeVisible()
    await expect(entry(words.kinds['client-viewed'])).toBeVisible()
    await expect(page.getByRole('table').getByRole('link', { name: 'Harbour' }).first()).toBeVisible()
    await keepScreenshot(page, 'audit-log')
  })

  await test.step('the user filters it to looking at clients', async () => {
    await page.getByRole('button', { name: new RegExp(words.filters.area) }).click()
    await page.getByRole('option', { name: words.areas.views }).click()
    await expect(entry(words.kinds.unlocked)).toHaveCount(0)
    await expect(entry(words.kinds['client-viewed'])).toBeVisible()
    await keepScreenshot(page, 'audit-log-narrowed')
    await page.getByRole('button', { name: words.filters.clear }).click()
  })

  await test.step('it is checked', async () => {
    await page.getByRole('button', { name: words.check.now }).click()
    await expect(page.getByText(/are unchanged/)).toBeVisible()
  })

  await test.step('it is saved where the user chooses, and that adds an entry', async () => {
    const file = join(dataFolder, 'log.jsonl')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await page.getByRole('button', { name: words.save.lines }).click()
    await proofDialog(page).prove(passphrase)
    await expect(page.getByText(/were saved to “log.jsonl”/)).toBeVisible()
    await keepScreenshot(page, 'audit-log-saved')
    const kinds = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind)
    expect(kinds.slice(0, 2)).toEqual(['vault-created', 'sample-loaded'])
    await expect(entry(words.kinds['log-exported'])).toBeVisible()
    expect(await call(page, 'audit.check')).toMatchObject({ value: { found: 0 } })
  })
})

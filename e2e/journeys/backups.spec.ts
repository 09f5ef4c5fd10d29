import { mkdirSync, readFileSync, readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test, type Running } from '../fixtures.ts'
import { proofDialog } from '../pages/proof-dialog.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'

const words = english.backups

const backupsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.attunebackup'))

/** Answers the next dialogs with a path, as if the user had chosen it. */
async function choose({ app }: Running, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
}

async function toBackups({ page }: Running): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '/settings/backups'
  })
  await expect(shellPage(page).heading).toHaveText(words.title)
}

test('a lock backs up a change, and the trouble screen restores it when the database is damaged', async ({
  launch,
  openVault,
  dataFolder,
}) => {
  const first = await openVault({ withSample: true })
  await first.page.keyboard.press('ControlOrMeta+Shift+L')
  await expect(vaultPages(first.page).unlockHeading).toBeVisible()
  expect(backupsIn(join(dataFolder, 'backups'))).toHaveLength(1)
  await first.app.close()
  const vaultFolder = join(dataFolder, 'vault')
  truncateSync(join(vaultFolder, 'vault-1.db'), 9_000)

  const second = await launch()
  const { page } = second
  const vault = vaultPages(page)
  await vault.unlock(passphrase)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    english.trouble.screens['vault-damaged'].title,
  )
  await page.getByRole('button', { name: english.trouble.restore }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.restore.title)
  await expect(page.getByRole('table')).toBeVisible()
  await scan(second, 'restore-choose')
  await page.getByRole('button', { name: /open the backup of/i }).click()
  await page.getByLabel(words.restore.secret.passphrase, { exact: true }).fill('not what it was made with')
  await page.getByRole('button', { name: words.restore.secret.submit }).click()
  await expect(page.getByText(english.errors['wrong-passphrase'].title)).toBeVisible()
  await scan(second, 'restore-secret')
  await page.getByLabel(words.restore.secret.passphrase, { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: words.restore.secret.submit }).click()
  await expect(page.getByText(words.restore.preview.lossUnknown)).toBeVisible()
  await scan(second, 'restore-preview')
  const restore = page.getByRole('button', { name: words.restore.preview.submit, exact: true })
  await expect(restore).toBeDisabled()
  await page.getByText(words.restore.preview.confirm).click()
  await restore.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.restore.done.title)
  await scan(second, 'restore-done')
  await page.getByRole('button', { name: words.restore.done.unlock }).click()
  await vault.unlock(passphrase)
  await expect(shellPage(page).today).toBeVisible()
  await shellPage(page).toClients()
  await expect(page.getByRole('link', { name: 'Lantern' })).toBeVisible()
  expect(readdirSync(vaultFolder).some((name) => name.includes('set-aside'))).toBe(true)
})

test('backups go to a second folder too, can be checked, and are restored from Settings', async ({
  openVault,
  dataFolder,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  await toBackups(running)
  await expect(page.getByText(words.state.none)).toBeVisible()
  await keepScreenshot(page, 'backups-none')
  const drive = join(dataFolder, 'drive')
  mkdirSync(drive)
  await choose(running, drive)
  await page.getByRole('button', { name: words.places.choose }).click()
  await proofDialog(page).prove(passphrase)
  await expect(page.getByText(drive)).toBeVisible()
  await page.getByRole('button', { name: words.state.make }).click()
  await expect(page.getByText(words.state.made)).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(3)
  expect(backupsIn(drive)).toEqual(backupsIn(join(dataFolder, 'backups')))
  await page
    .getByRole('button', { name: /check the backup of/i })
    .first()
    .click()
  await expect(page.getByText(words.list.sound)).toBeVisible()
  await scan(running, 'backups-made')

  expect(await call(page, 'sample.remove')).toMatchObject({ ok: true })
  await page.getByRole('link', { name: words.list.restore }).click()
  await page
    .getByRole('button', { name: /open the backup of/i })
    .first()
    .click()
  await expect(page.getByRole('row', { name: /Clients/ })).toHaveText(/12\s*0$/)
  await keepScreenshot(page, 'restore-preview-inside')
  await page.getByText(words.restore.preview.confirm).click()
  await page.getByRole('button', { name: words.restore.preview.submit, exact: true }).click()
  await proofDialog(page).prove(passphrase)
  await expect(page.getByText(words.restore.done.isBackedUp)).toBeVisible()
  // The vault is locked: no part of the app may be visible any more.
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await page.getByRole('button', { name: words.restore.done.unlock }).click()
  await vaultPages(page).unlock(passphrase)
  await expect(shellPage(page).today).toBeVisible()
  expect(await call(page, 'clients.list')).toMatchObject({ value: { length: 12 } })
})

test('an archive is an age file with its own passphrase, and leaving half-way writes nothing', async ({
  openVault,
  dataFolder,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  await toBackups(running)
  await page.getByRole('button', { name: words.archive.begin }).click()
  await page.getByLabel(english.keys.passphrase.new, { exact: true }).fill('five quiet words for this')
  await page.getByLabel(english.keys.passphrase.repeated, { exact: true }).fill('five quiet words for this')
  await scan(running, 'backups-archive')
  const file = join(dataFolder, 'everything.age')
  await choose(running, file)
  await page.getByRole('button', { name: words.archive.submit }).click()
  await proofDialog(page).prove(passphrase)
  await expect(page.getByText('everything.age')).toBeVisible()
  expect(readFileSync(file).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
})

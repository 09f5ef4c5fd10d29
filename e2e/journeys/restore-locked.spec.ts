import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { english } from '#shared/i18n/en/index.ts'
import { endApp, expect, passphrase, startApp, test, type Running } from '../fixtures.ts'
import { logPage } from '../pages/log-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'

const { restore, setAside } = english.backups
const heading = ({ page }: Running) => page.getByRole('heading', { level: 1 })
const button = ({ page }: Running, name: string) => page.getByRole('button', { name, exact: true })

async function lock({ page }: Running): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+L')
  await expect(vaultPages(page).unlockHeading).toBeVisible()
}

async function unlock({ page }: Running): Promise<void> {
  await vaultPages(page).unlock(passphrase)
  await expect(shellPage(page).today).toBeVisible()
}

/** Adds a client and logs a session with a note. */
async function addHeron(running: Running): Promise<void> {
  const { page } = running
  await page.keyboard.press('ControlOrMeta+Shift+N')
  await expect(heading(running)).toHaveText(english.clients.form.newTitle)
  await page.getByLabel(english.clients.form.code, { exact: true }).fill('Heron')
  await button(running, english.clients.form.create).click()
  await page.getByRole('link', { name: english.client.logFirst }).click()
  const log = logPage(page)
  await log.part('after')
  await log.notes.fill('Said it for the first time.')
  await log.save()
}

/** Puts what a restore set aside in the place of a vault in another data folder. */
function putSetAsideInPlace(vaultFolder: string, dataFolder: string): void {
  mkdirSync(join(dataFolder, 'vault'), { recursive: true })
  for (const name of readdirSync(vaultFolder)) {
    const before = name.replace(/\.set-aside-.*$/, '')
    if (before !== name) copyFileSync(join(vaultFolder, name), join(dataFolder, 'vault', before))
  }
}

test('fault 134: a backup restored at the locked screen of a sound vault sets it aside, and both open', async ({
  openVault,
  dataFolder,
}) => {
  test.setTimeout(240_000)
  const running = await openVault({ withSample: true })
  const { page, app } = running
  await lock(running)
  const stick = join(dataFolder, 'stick.attunebackup')
  const backups = join(dataFolder, 'backups')
  const [backup = ''] = readdirSync(backups).filter((name) => name.endsWith('.attunebackup'))
  copyFileSync(join(backups, backup), stick)
  await unlock(running)
  await addHeron(running)
  await lock(running)

  await vaultPages(page).useRecoveryKey()
  await expect(heading(running)).toHaveText(english.unlock.recover.noneTitle)
  await button(running, english.trouble.restore).click()
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, stick)
  await button(running, restore.choose.file).click()
  await page.getByLabel(restore.secret.passphrase, { exact: true }).fill(passphrase)
  await button(running, restore.secret.submit).click()
  // The passphrase opens the present vault as well, so the two can be compared.
  await expect(page.getByRole('row', { name: /^Clients/ })).toHaveText(/12\s*13$/)
  await expect(page.getByText(restore.preview.kept)).toBeVisible()
  await scan(running, 'restore-locked-preview')
  await page.getByText(restore.preview.confirm).click()
  await button(running, restore.preview.submit).click()
  await expect(heading(running)).toHaveText(restore.done.title, { timeout: 60_000 })
  await expect(page.getByText(restore.done.replaced['set-aside'])).toBeVisible()
  await scan(running, 'restore-locked-done')
  await button(running, restore.done.unlock).click()
  await unlock(running)
  await shellPage(page).toClients()
  await expect(page.getByRole('link', { name: 'Lantern' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Heron' })).toHaveCount(0)
  await page.evaluate(() => {
    window.location.hash = '/settings/backups'
  })
  await expect(page.getByRole('heading', { name: setAside.title })).toBeVisible()
  await expect(page.getByText(/^Replaced by a restored backup/)).toBeVisible()
  await keepScreenshot(page, 'restore-locked-set-aside')
  await lock(running)

  const other = join(dataFolder, 'other')
  putSetAsideInPlace(join(dataFolder, 'vault'), other)
  const before = await startApp(other)
  try {
    await unlock(before)
    await shellPage(before.page).toClient('Heron')
    await expect(heading(before)).toHaveText('Heron')
    await expect(before.page.getByText(/1 session/).first()).toBeVisible()
    await keepScreenshot(before.page, 'restore-locked-state-before')
  } finally {
    await endApp(before)
  }
})

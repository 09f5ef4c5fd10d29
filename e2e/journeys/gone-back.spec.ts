import { cpSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test, type Running } from '../fixtures.ts'
import { proofDialog } from '../pages/proof-dialog.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'

const words = english.trouble
const { restore } = english.backups

const heading = ({ page }: Running) => page.getByRole('heading', { level: 1 })
const button = ({ page }: Running, name: string) => page.getByRole('button', { name, exact: true })

/** Adds a client with the given code, and returns the answer. */
const addClient = ({ page }: Running, code: string) =>
  call(page, 'clients.create', {
    id: crypto.randomUUID(),
    code,
    status: 'active',
    startedOn: '2026-01-12',
    therapyType: '',
    notes: '',
  })

async function codes({ page }: Running): Promise<string[]> {
  const { value } = (await call(page, 'clients.list')) as { value: { client: { code: string } }[] }
  return value.map(({ client }) => client.code)
}

async function lock({ page }: Running): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+L')
  await expect(vaultPages(page).unlockHeading).toBeVisible()
}

test.beforeEach(async ({ openVault, launch, dataFolder }) => {
  test.setTimeout(240_000)
  const vault = join(dataFolder, 'vault')
  const earlier = join(dataFolder, 'earlier')
  const first = await openVault({ withSample: true })
  await lock(first)
  await first.app.close()
  cpSync(vault, earlier, { recursive: true })

  const second = await launch()
  await vaultPages(second.page).unlock(passphrase)
  await expect(shellPage(second.page).today).toBeVisible()
  expect(await addClient(second, 'Heron')).toMatchObject({ ok: true })
  // A lock makes a backup.
  await lock(second)
  await second.app.close()
  rmSync(vault, { recursive: true })
  renameSync(earlier, vault)
})

test('fault 131: an earlier folder is shown at the unlock, can be read, and takes no change before a restore', async ({
  launch,
}) => {
  const running = await launch()
  const { page } = running
  await vaultPages(page).unlock(passphrase)
  await expect(heading(running)).toHaveText(words.goneBack['newer-backup'].title)
  await expect(
    page.getByText(/^It holds changes that this vault doesn’t have.* Your newest backup is of /),
  ).toBeVisible()
  await scan(running, 'gone-back')

  await button(running, words.lookFirst).click()
  await expect(shellPage(page).today).toBeVisible()
  await expect(page.getByText(english.app.readOnly['gone-back'].title)).toBeVisible()
  await scan(running, 'gone-back-look')
  expect(await addClient(running, 'Finch')).toMatchObject({ ok: false, code: 'read-only' })
  await expect(page.getByRole('link', { name: english.today.logSession })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+N')
  await expect(heading(running)).toHaveText(english.logSession.choose.title)
  await expect(page.getByText(english.app.nothingCanBeSaved.text)).toBeVisible()
  await keepScreenshot(page, 'gone-back-nothing-can-be-saved')
  await shellPage(page).toClients()
  await expect(page.getByRole('link', { name: 'Lantern' })).toBeVisible()
  expect(await codes(running)).not.toContain('Heron')

  await lock(running)
  await vaultPages(page).unlock(passphrase)
  await expect(heading(running)).toHaveText(words.goneBack['newer-backup'].title)
  await button(running, words.restore).click()
  await expect(heading(running)).toHaveText(restore.title)
  await scan(running, 'gone-back-restore')
  await page
    .getByRole('button', { name: /open the backup of/i })
    .first()
    .click()
  await expect(page.getByRole('row', { name: /Clients/ })).toHaveText(/13\s*12$/)
  await scan(running, 'gone-back-preview')
  await page.getByText(restore.preview.confirm).click()
  await button(running, restore.preview.submit).click()
  await proofDialog(page).prove(passphrase)
  // A restore reads all of a backup, which takes a while on a busy computer.
  await expect(heading(running)).toHaveText(restore.done.title, { timeout: 60_000 })
  await scan(running, 'gone-back-restored')
  await button(running, restore.done.unlock).click()
  await vaultPages(page).unlock(passphrase)
  await expect(shellPage(page).today).toBeVisible()
  expect(await codes(running)).toContain('Heron')
  expect(await addClient(running, 'Finch')).toMatchObject({ ok: true })
})

test('fault 131: an earlier folder that the user accepts takes changes, and the next unlock is as usual', async ({
  launch,
}) => {
  const running = await launch()
  const { page } = running
  await vaultPages(page).unlock(passphrase)
  await button(running, words.goOn).click()
  await expect(shellPage(page).today).toBeVisible()
  await expect(page.getByText(english.app.readOnly['gone-back'].title)).toHaveCount(0)
  expect(await addClient(running, 'Finch')).toMatchObject({ ok: true })
  await lock(running)
  await vaultPages(page).unlock(passphrase)
  await expect(shellPage(page).today).toBeVisible()
  const found = await codes(running)
  expect(found).toContain('Finch')
  expect(found).not.toContain('Heron')
})

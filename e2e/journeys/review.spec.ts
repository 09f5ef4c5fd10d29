import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { english } from '#shared/i18n/en/index.ts'
import { expect, passphrase, test, type Running } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'

const words = english.review

/** Answers the next dialog with a file, as if the user had chosen it. */
async function choose({ app }: Running, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
}

test('a supervisor looks at what changed and at a client, opens the next bundle, and sees a withdrawal, by keyboard', async ({
  launch,
  placeVault,
  dataFolder,
}) => {
  test.slow()
  placeVault()
  const script = join(import.meta.dirname, '../vaults/make-supervisor.ts')
  const made = spawnSync(process.execPath, [script, join(dataFolder, 'vault'), passphrase, dataFolder], {
    encoding: 'utf8',
  })
  expect(made.stderr).not.toContain('Error')
  const running = await launch()
  const { page } = running
  await vaultPages(page).unlock(passphrase)
  await expect(shellPage(page).today).toBeVisible()

  await test.step('what changed comes first, then what there is to talk about', async () => {
    await page.evaluate(() => {
      window.location.hash = '/supervision'
    })
    await page.getByRole('link', { name: words.title }).press('Enter')
    await expect(shellPage(page).heading).toHaveText(words.title)
    await expect(page.getByRole('heading', { name: words.changes.title })).toBeVisible()
    await expect(page.getByText('No bundle from Cy Holm for a year')).toBeVisible()
    await expect(page.getByText(words.unknown.what)).toBeVisible()
    await scan(running, 'review-01-overview')
    await page.getByRole('button', { name: words.unknown.done }).press('Enter')
    await expect(page.getByText(words.unknown.what)).toHaveCount(0)
    await page.getByRole('button', { name: /what changed with Ada Berg/ }).press('Enter')
    await expect(page.getByText(/you have looked at what changed with Ada Berg/)).toBeVisible()
  })

  await test.step('one client has the course, the drops and the question', async () => {
    await page.getByRole('link', { name: 'FERN-7QF3' }).first().press('Enter')
    await expect(shellPage(page).heading).toHaveText('FERN-7QF3')
    await expect(page.getByRole('heading', { name: words.episodes.title })).toBeVisible()
    await scan(running, 'review-02-client')
    await page.getByRole('link', { name: 'Ada Berg' }).press('Enter')
    await expect(shellPage(page).heading).toHaveText('Ada Berg')
    await scan(running, 'review-03-supervisee')
    await page.getByRole('link', { name: words.back }).first().press('Enter')
    await expect(shellPage(page).heading).toHaveText(words.title)
  })

  await test.step('a file that is no bundle is refused with its reason', async () => {
    await page.getByRole('link', { name: words.open }).press('Enter')
    await choose(running, join(dataFolder, 'no-bundle.age'))
    await page.getByRole('button', { name: words.import.choose }).press('Enter')
    await expect(page.getByText(words.import.reason['not-encrypted'])).toBeVisible()
    await scan(running, 'review-04-refused')
  })

  await test.step('the next bundle is previewed, imported, and removes the withdrawn client', async () => {
    await choose(running, join(dataFolder, 'second.age'))
    await page.getByRole('button', { name: words.import.chooseAnother }).press('Enter')
    await expect(page.getByRole('heading', { name: 'From Ada Berg' })).toBeVisible()
    await scan(running, 'review-05-preview')
    await page.getByRole('button', { name: words.import.submit }).press('Enter')
    await expect(page.getByText('Imported: 2 clients of Ada Berg.')).toBeVisible()
    await scan(running, 'review-06-imported')
    await page.getByRole('link', { name: words.import.look }).press('Enter')
    await expect(page.getByText(/One client was withdrawn: M0SS-K9MW/)).toBeVisible()
    await expect(page.getByRole('link', { name: 'M0SS-K9MW' })).toHaveCount(0)
    await scan(running, 'review-07-withdrawn')
  })

  await test.step('the same bundle again changes nothing', async () => {
    await page.getByRole('link', { name: words.back }).first().press('Enter')
    await page.getByRole('link', { name: words.open }).press('Enter')
    await page.getByRole('button', { name: words.import.choose }).press('Enter')
    await expect(page.getByText(words.import.repeated)).toBeVisible()
    await expect(page.getByRole('button', { name: words.import.submit })).toHaveCount(0)
  })

  await test.step('what was sent may be missing after a restore, and the Share screen says so', async () => {
    await page.evaluate(() => {
      window.location.hash = '/supervision/share'
    })
    await expect(page.getByText(english.sharing.unknown.what)).toBeVisible()
    await scan(running, 'review-08-share-after-restore')
  })
})

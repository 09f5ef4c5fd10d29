import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test, type Running } from '../fixtures.ts'
import { pressAt } from '../keyboard.ts'
import { proofDialog } from '../pages/proof-dialog.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'

const words = english.exports

/** Answers the next dialogs for a folder, as if the user had chosen it. */
async function chooseFolder({ app }: Running, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, folder)
}

test('the ratings of all clients, and then of one, are saved into folders of their own', async ({
  openVault,
  dataFolder,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const place = join(dataFolder, 'research')
  mkdirSync(place)
  await chooseFolder(running, place)
  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.vault.ratings }).click()
  await expect(shellPage(page).heading).toHaveText(words.title)
  await expect(page.getByRole('rowheader', { name: 'ratings-long.csv' })).toBeVisible()
  await keepScreenshot(page, 'export-ratings')
  await scan(running, 'export ratings')

  // With the keyboard alone: past the way back, the client and the tables.
  await shellPage(page).heading.focus()
  await expect(shellPage(page).heading).toBeFocused()
  for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: words.choice.fhir })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByRole('rowheader', { name: 'ratings.fhir.json' })).toBeVisible()
  for (let stop = 0; stop < 2; stop += 1) await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: words.save.submit })).toBeFocused()
  await page.keyboard.press('Enter')
  await proofDialog(page).prove(passphrase)
  await expect(page.getByText(/^Saved 7 files in the folder “Attune ratings /)).toBeVisible()
  await keepScreenshot(page, 'export-ratings-saved')
  const [folder] = readdirSync(place)
  expect(statSync(join(place, folder!)).mode & 0o777).toBe(0o700)
  const names = readdirSync(join(place, folder!))
  expect(names).toHaveLength(7)
  for (const name of names) expect(statSync(join(place, folder!, name)).mode & 0o777).toBe(0o600)
  const long = readFileSync(join(place, folder!, 'ratings-long.csv'), 'utf8')
  expect(long).toContain('"Harbour"')
  expect(long).toContain('"Driftwood"')

  await shellPage(page).toClient('Harbour')
  await page.getByRole('link', { name: english.client.edit }).click()
  await expect(shellPage(page).heading).not.toHaveText('Harbour')
  const ratings = page.getByRole('link', { name: words.link.replace('{{code}}', 'Harbour') })
  await ratings.scrollIntoViewIfNeeded()
  await keepScreenshot(page, 'export-ratings-link')
  await ratings.click()
  await expect(page.getByRole('rowheader', { name: 'ratings-wide.csv' })).toBeVisible()
  await pressAt(page.getByRole('checkbox', { name: words.choice.words }), 'Space')
  await expect(page.getByRole('rowheader', { name: 'ratings-words.csv' })).toBeVisible()
  await page.getByRole('button', { name: words.save.submit }).click()
  await proofDialog(page).prove(passphrase)
  await expect(page.getByText(/^Saved 7 files in the folder “Attune ratings .* 2”/)).toBeVisible()
  const second = readFileSync(join(place, `${folder} 2`, 'ratings-long.csv'), 'utf8')
  expect(second).toContain('"Harbour"')
  expect(second).not.toContain('"Driftwood"')

  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.records.audit }).click()
  await expect(page.getByText(english.audit.kinds['ratings-exported'].slice(0, -1)).first()).toBeVisible()
})

test('without the passphrase no rating leaves', async ({ openVault }) => {
  const { page } = await openVault({ withSample: true })
  const choice = { clientId: null, formats: ['tables'], withWords: true, withPrivate: true }
  expect(await call(page, 'exports.save', { ...choice, token: 'A'.repeat(43) })).toMatchObject({
    code: 'proof-needed',
  })
})

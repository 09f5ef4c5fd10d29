import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { call, expect, passphrase, test, type Running } from '../fixtures.ts'
import { proofDialog } from '../pages/proof-dialog.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.rights

/** Answers the next save dialogs with a path, as if the user had chosen it. */
async function saveTo({ app }: Running, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, filePath)
}

async function openEditScreen({ page }: Running, code: string): Promise<void> {
  await shellPage(page).toClient(code)
  await expect(shellPage(page).heading).toHaveText(code)
  await page.getByRole('link', { name: english.client.edit }).click()
}

test('a client’s record is saved to files, encrypted and not', async ({ openVault, dataFolder }) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  await openEditScreen(running, 'Harbour')
  await page.getByRole('link', { name: words.card.export.replace('{{code}}', 'Harbour') }).click()
  await expect(shellPage(page).heading).toHaveText('Export Harbour')
  await keepScreenshot(page, 'export-client')

  await saveTo(running, join(dataFolder, 'harbour.json'))
  await page.getByRole('button', { name: words.export.open.json }).click()
  await proofDialog(page).prove(passphrase)
  await expect(page.getByText('“harbour.json”')).toBeVisible()
  const saved = JSON.parse(readFileSync(join(dataFolder, 'harbour.json'), 'utf8')) as {
    clients: { code: string }[]
    sessions: unknown[]
  }
  expect(saved.clients.map(({ code }) => code)).toEqual(['Harbour'])
  expect(saved.sessions.length).toBeGreaterThan(5)

  await saveTo(running, join(dataFolder, 'harbour.age'))
  await page.getByLabel(words.export.sealed.passphrase).fill('short')
  await page.getByRole('button', { name: words.export.sealed.save }).click()
  await expect(page.getByText(words.export.sealed.tooShort)).toBeVisible()
  await page.getByLabel(words.export.sealed.passphrase).fill('seven quiet harbour lamps')
  await page.getByRole('button', { name: words.export.sealed.save }).click()
  await proofDialog(page).prove(passphrase)
  await expect(page.getByText('“harbour.age”')).toBeVisible()
  expect(readFileSync(join(dataFolder, 'harbour.age'), 'utf8')).toMatch(/^age-encryption\.org\/v1\n/)
  await keepScreenshot(page, 'export-client-saved')
})

test('fault 107: typing the code and the passphrase erases a client from every screen', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const shell = shellPage(page)
  await openEditScreen(running, 'Harbour')
  await page.getByRole('link', { name: words.card.erase.replace('{{code}}', 'Harbour') }).click()
  await expect(shell.heading).toHaveText('Erase Harbour')
  await expect(page.getByText(words.erase.goes.client)).toBeVisible()
  await keepScreenshot(page, 'erase-client')

  const submit = page.getByRole('button', { name: words.erase.confirm.submit })
  await page.getByLabel(words.erase.confirm.label).fill('Lantern')
  await submit.click()
  await expect(page.getByText(words.erase.confirm.wrong)).toBeVisible()
  await page.getByLabel(words.erase.confirm.label).fill('Harbour')
  await submit.click()
  const proof = proofDialog(page)
  await proof.prove('not the passphrase')
  await expect(proof.dialog.getByText(english.errors['wrong-passphrase'].title)).toBeVisible()
  await scan(running, 'proof')
  const typedCode = { clientId: page.url().split('/').at(-2), typedCode: 'Harbour' }
  expect(await call(page, 'rights.erase', typedCode)).toMatchObject({ code: 'proof-needed' })
  await proof.prove(passphrase)
  await expect(shell.heading).toHaveText(words.erase.done.title)
  await expect(page.getByText(words.erase.done.search.gone)).toBeVisible()
  await keepScreenshot(page, 'erase-client-done')

  await page.getByRole('link', { name: words.erase.done.toClients }).click()
  await expect(shell.heading).toHaveText('Clients')
  await expect(page.getByRole('link', { name: 'Lantern' })).toBeVisible()
  await expect(page.getByText('Harbour')).toHaveCount(0)
  await shell.toToday()
  await expect(shell.today).toBeVisible()
  await expect(page.getByText('Harbour')).toHaveCount(0)
  await shell.toSettings()
  await page.getByRole('link', { name: english.settings.records.audit }).click()
  await expect(page.getByRole('rowheader', { name: english.audit.kinds['client-erased'] })).toBeVisible()
  await expect(page.getByText(english.audit.list.erased).first()).toBeVisible()
  await expect(page.getByText('Harbour')).toHaveCount(0)
})

test('ended therapies are listed for review, and one is kept with a reason', async ({ openVault }) => {
  const running = await openVault()
  const { page } = running
  const id = '5b8f6f5e-0a43-4a5f-9a3c-2f2b7e1f0c11'
  const client = { id, code: 'Willow', status: 'ended', startedOn: '2009-05-01', therapyType: '', notes: '' }
  expect(await call(page, 'clients.create', client)).toMatchObject({ ok: true })
  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.records.retention }).click()
  await expect(page.getByText(words.retention.due.off)).toBeVisible()
  await page.getByText(words.retention.rule.isOn, { exact: true }).click()
  await page.getByRole('button', { name: words.retention.rule.save }).click()
  await expect(page.getByRole('link', { name: 'Willow', exact: true })).toBeVisible()
  await keepScreenshot(page, 'retention-due')
  await page.getByRole('button', { name: words.retention.due.keepOf.replace('{{code}}', 'Willow') }).click()
  await page.getByLabel(words.retention.keep.reason, { exact: true }).fill('A complaint is open.')
  await keepScreenshot(page, 'retention-keep')
  await page.getByRole('button', { name: words.retention.keep.submit }).click()
  await expect(page.getByText(/Kept until .*: A complaint is open\./)).toBeVisible()
  await keepScreenshot(page, 'retention-kept')
})

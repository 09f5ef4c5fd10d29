import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientRecord } from '#shared/reports/client-record.ts'
import type { ReportKind } from '#shared/reports/report-kinds.ts'
import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, type Running } from './fixtures.ts'
import { proofDialog } from './pages/proof-dialog.ts'
import { shellPage } from './pages/shell-page.ts'
import { readPdf, type ReadPdf } from './read-pdf.ts'

type Page = Running['page']

const words = english.reports
/** The client of the sample that the reports are on. */
export const code = 'Harbour'

/** Answers the next dialogs for a new file, as if the user had chosen it. */
export async function choosePlace({ app }: Running, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, path)
}

/** Opens the report on that client, from the list of clients. */
export async function openReport(page: Page): Promise<void> {
  await shellPage(page).toClient(code)
  await page.getByRole('link', { name: words.action }).click()
  await expect(shellPage(page).heading).toHaveText(titleOf('file'))
}

/** The title of that client’s report of one kind. */
export const titleOf = (kind: ReportKind) => words.paper.title[kind].replace('{{code}}', code)

/** Chooses another kind of report on the screen of that client. */
export async function chooseKind(page: Page, kind: ReportKind): Promise<void> {
  await page.getByRole('button', { name: words.kind.label }).click()
  const option = page.getByRole('option', { name: words.kind[kind], exact: true })
  await option.click()
  await expect(option).toHaveCount(0)
  await expect(shellPage(page).heading).toHaveText(titleOf(kind))
}

/** Saves the report that is on the screen, and reads the file back. */
export async function saved(running: Running, path: string, name: string): Promise<ReadPdf> {
  const { page } = running
  await choosePlace(running, join(path, name))
  await page.getByRole('button', { name: words.save.submit }).click()
  await proofDialog(page).prove(passphrase)
  await expect(page.getByText(words.save.saved.replace('{{name}}', name))).toBeVisible({ timeout: 60_000 })
  expect(statSync(join(path, name)).mode & 0o777).toBe(0o600)
  return readPdf(readFileSync(join(path, name)))
}

/** Everything that a report on that client may show. */
export async function readRecord(page: Page): Promise<ClientRecord> {
  const listed = (await call(page, 'clients.list')) as { value: { client: ClientRecord['client'] }[] }
  const { client } = listed.value.find((each) => each.client.code === code)!
  return ((await call(page, 'reports.read', { clientId: client.id })) as { value: ClientRecord }).value
}

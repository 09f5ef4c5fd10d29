import type { Page } from '@playwright/test'
import { call, expect } from './fixtures.ts'
import { shellPage } from './pages/shell-page.ts'

/** Opens the page of a client by its address: in a long list their row may not be drawn. */
export async function openClient(page: Page, code: string): Promise<void> {
  const { value } = (await call(page, 'clients.list')) as {
    value: { client: { id: string; code: string } }[]
  }
  const id = value.find(({ client }) => client.code === code)?.client.id
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `/clients/${id}`)
  await expect(shellPage(page).heading).toHaveText(code)
}

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { repository } from './fixtures.ts'

const folder = join(repository, 'test-results', 'screens')
const isKept = process.env['ATTUNE_SCREENSHOTS'] === '1'

/** Saves a screenshot under a name that says what it shows, if `ATTUNE_SCREENSHOTS=1` asks for them. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (!isKept) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

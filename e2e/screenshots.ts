import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { repository } from './fixtures.ts'

const folder = join(repository, 'test-results', 'screens')
/** Whether `ATTUNE_SCREENSHOTS=1` asks for screenshots. */
export const areScreenshotsKept = process.env['ATTUNE_SCREENSHOTS'] === '1'

/** Saves a screenshot under a name that says what it shows, if they are kept. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (!areScreenshotsKept) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

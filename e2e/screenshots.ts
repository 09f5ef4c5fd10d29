import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
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

/** Saves what was printed beside the screenshots, if they are kept. */
export function keepPrinted(pdf: Buffer, name: string): void {
  if (!areScreenshotsKept) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.pdf`), pdf)
}

/** A small window, and a usual one at 200 %, where half as many points fit. */
const otherSizes = [
  { name: '1024', width: 1024, height: 700 },
  { name: '200-percent', width: 640, height: 400 },
] as const

/**
 * Saves the same in light and dark and in other sizes, if asked for, and goes back to light and the size before. `part` is
 * scrolled into view in each size.
 */
export async function keepLightAndDark(page: Page, name: string, part?: Locator): Promise<void> {
  if (!areScreenshotsKept) return
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await keepScreenshot(page, `${name}-${colorScheme}`)
  }
  const before = page.viewportSize()
  for (const { name: size, ...viewport } of otherSizes) {
    await page.setViewportSize(viewport)
    await part?.scrollIntoViewIfNeeded()
    await keepScreenshot(page, `${name}-${size}`)
  }
  if (before !== null) await page.setViewportSize(before)
}

/** A screenshot of one part at 200 %, where a part that was in view before is not any more. */
export async function keepAtDouble(page: Page, part: Locator, name: string): Promise<void> {
  if (!areScreenshotsKept) return
  const before = page.viewportSize()
  await page.setViewportSize({ width: 640, height: 400 })
  await part.evaluate((element) => element.scrollIntoView())
  await keepScreenshot(page, `${name}-in-view-200-percent`)
  if (before !== null) await page.setViewportSize(before)
}

import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

/** Gives the window a size as Electron's windows have it, which have no line about the stand-in. */
export async function setWindowSize(page: Page, { width, height }: { width: number; height: number }) {
  const line = page.getByText(english.app.shellBanner)
  const above = (await line.isVisible()) ? ((await line.boundingBox())?.height ?? 0) : 0
  await page.setViewportSize({ width, height: Math.round(height + above) })
}

import { expect, type Page } from '@playwright/test'

/**
 * Moves the pointer until the whole locked page is there, not only its first field. The page does not see a pointer that
 * moves before it listens.
 */
export async function wakePage(page: Page): Promise<void> {
  await expect(async () => {
    await page.mouse.move(5, 5)
    await page.mouse.move(9, 9)
    await expect(page.locator('#start')).toHaveCount(0, { timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
}

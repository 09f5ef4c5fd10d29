import AxeBuilder from '@axe-core/playwright'
import { expect, type Running } from './fixtures.ts'
import { keepScreenshot } from './screenshots.ts'

/** Scans the screen in light and dark and saves a screenshot of each. */
export async function scan({ page }: Running, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    // A part that fades in has too little contrast until it is there.
    await page.evaluate(async () => {
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      await Promise.allSettled(ending.map(({ finished }) => finished))
    })
    // React Aria's announcer keeps words of removed buttons; it is read out but never gets the focus.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .exclude('[data-live-announcer]')
      .analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
    expect(found, `${name}, ${colorScheme}`).toEqual([])
    for (const [width, height] of [
      [1280, 800],
      [1024, 700],
      // The room that a window of 1280 by 800 leaves at 200 % zoom.
      [640, 400],
    ] as const) {
      await page.setViewportSize({ width, height })
      await keepScreenshot(page, `${name}-${colorScheme}-${width}`)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  }
}

import AxeBuilder from '@axe-core/playwright'
import { expect, type Running } from './fixtures.ts'
import { keepScreenshot } from './screenshots.ts'

type Page = Running['page']
type Scheme = 'light' | 'dark'

/** The rules that look at colours. Only colours differ in dark (`tokens.test.ts`), so there no other rule can fail. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Scans the screen in light and dark, at three widths, and saves a screenshot of each. */
export async function scan({ page }: Running, name: string): Promise<void> {
  await show(page, 'light')
  await expectAccessible(page, `${name}, light`, {})
  await expectNoOverflow(page, name, 'light', 1280)
  await show(page, 'dark')
  await expectAccessible(page, `${name}, dark`, { runOnly: colourRules })
  await expectNoOverflow(page, name, 'dark', 1280)
  for (const [width, height] of [
    [1024, 700],
    // The room that a window of 1280 by 800 leaves at 200 % zoom.
    [640, 400],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await expectNoOverflow(page, name, scheme, width)
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

/** Waits until the screen is there in one colour scheme. */
async function show(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // A part that fades in has too little contrast until it is there.
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}

async function expectAccessible(page: Page, what: string, options: { runOnly?: string[] }): Promise<void> {
  // The builder sends its half a megabyte of source for each scan. A document that has it needs no second copy.
  const isLoaded = await page.evaluate(() => 'axe' in window)
  const { violations } = await new AxeBuilder({ page, ...(isLoaded ? { axeSource: 'void 0' } : {}) })
    .setLegacyMode()
    .options({ ...options, resultTypes: ['violations'] })
    // React Aria's announcer keeps words of removed buttons; it is read out but never gets the focus.
    .exclude('[data-live-announcer]')
    .analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
  expect(found, what).toEqual([])
}

async function expectNoOverflow(page: Page, name: string, scheme: Scheme, width: number): Promise<void> {
  await keepScreenshot(page, `${name}-${scheme}-${width}`)
  const overflow = await page.evaluate(async () => {
    // Parts that measure themselves, such as charts, follow a new width one frame later.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
    return document.documentElement.scrollWidth - document.documentElement.clientWidth
  })
  expect(overflow, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0)
}

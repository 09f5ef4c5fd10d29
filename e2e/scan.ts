import AxeBuilder from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import { expect, type Running } from './fixtures.ts'
import { areScreenshotsKept, keepScreenshot } from './screenshots.ts'

type Page = Running['page']
type Scheme = 'light' | 'dark'

/** The rules that look at colours. Only colours differ in dark (`tokens.test.ts`), so there no other rule can fail. */
const colourRules = ['color-contrast', 'link-in-text-block']

const usual = { width: 1280, height: 800 }
// The last is the room that the usual window leaves at 200 % zoom.
const sizes = [usual, { width: 1024, height: 700 }, { width: 640, height: 400 }]

/**
 * Scans the screen in light and dark once `part` is there, its heading unless a dialog hides it, and saves screenshots of both at three sizes. Whether anything is wider than the
 * window is measured in light only: only colours differ in dark.
 */
export async function scan(
  { page }: Running,
  name: string,
  part = page.getByRole('heading', { level: 1 }),
): Promise<void> {
  await show(page, part, 'light')
  await expectAccessible(page, `${name}, light`, {})
  // Before any other size, which closes an open menu.
  await show(page, part, 'dark')
  await expectAccessible(page, `${name}, dark`, { runOnly: colourRules })
  await page.emulateMedia({ colorScheme: 'light' })
  for (const size of sizes) {
    await resize(page, size)
    await keepScreenshot(page, `${name}-light-${size.width}`)
    await expectNoOverflow(page, name, size.width)
  }
  if (areScreenshotsKept) {
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const size of sizes) {
      await resize(page, size)
      await keepScreenshot(page, `${name}-dark-${size.width}`)
    }
  }
  await resize(page, usual)
}

/** Waits until the page has followed its new size. A later resize event would close a menu that is opened meanwhile. */
async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate(async ({ width, height }) => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn))
    do await frame()
    while (innerWidth !== width || innerHeight !== height)
    await frame()
  }, size)
}

/** Waits until the screen is there in one colour scheme. */
async function show(page: Page, part: Locator, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await expect(part).toBeVisible()
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

/** Parts that measure themselves, such as charts, follow a new width some frames later. */
async function expectNoOverflow(page: Page, name: string, width: number): Promise<void> {
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(overflow, { message: `${name} is wider than ${width} px` }).toBeLessThanOrEqual(0)
}

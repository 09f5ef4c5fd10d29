import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { quickFolder } from '#vault/testing/quick-folder.ts'
import { endApp, startApp, test as base, type Running } from './fixtures.ts'
import { reload } from './reload.ts'

/**
 * Returns a `test` whose `running` and `page` are one start of the app for the whole file, on an empty data folder. The
 * tests run in order, and each begins with the page loaded again. After a failure the next test starts the app again.
 *
 * For tests that change nothing in the app that outlives its page, or that replace its answers at their beginning.
 */
export function testOnOneStart(): typeof base {
  let running: Running | undefined
  let dataFolder = ''
  const test = base.extend({
    // Playwright requires a destructured first argument even if no fixture is needed.
    // oxlint-disable-next-line no-empty-pattern
    running: async ({}, use) => {
      if (!running) throw new Error('the app has not been started')
      await loadAgain(running)
      await use(running)
    },
  })
  test.describe.configure({ mode: 'default' })
  test.beforeAll(async () => {
    dataFolder = mkdtempSync(join(quickFolder(), 'attune-e2e-'))
    running = await startApp(dataFolder)
  })
  test.afterAll(async () => {
    if (running) await endApp(running)
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  })
  return test
}

/** Loads the first screen again, as a new window shows it. */
async function loadAgain({ app, page }: Running): Promise<void> {
  await page.emulateMedia({ media: null, colorScheme: null })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.waitForLoadState()
  await page.evaluate(() => {
    window.location.hash = ''
  })
  await reload({ app, page })
  await page.waitForFunction(() => 'attune' in window)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'

export const repository = join(import.meta.dirname, '..')
export const passphrase = 'quiet harbour seven lamps'

/** The running app with its first window. */
export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
}

export interface Fixtures {
  /** A data folder of the test's own; nothing of it outlives the test. */
  dataFolder: string
  /** Starts the app on that folder; may be called again after closing, to start anew. */
  launch: () => Promise<Running>
  /** The app's first window, started. */
  page: Page
}

export const test = base.extend<Fixtures & { running: Running }>({
  // Playwright asks for a destructured first argument even where no fixture is needed.
  // eslint-disable-next-line no-empty-pattern
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'attune-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  launch: async ({ dataFolder }, use) => {
    const started: ElectronApplication[] = []
    await use(async () => {
      const app = await _electron.launch({
        args: [repository, `--user-data-dir=${dataFolder}`],
        env: { ...withoutUndefined(process.env), ATTUNE_HEADLESS: '1' },
      })
      started.push(app)
      const page = await app.firstWindow()
      await page.setViewportSize({ width: 1280, height: 800 })
      return { app, page }
    })
    for (const app of started) await app.close().catch(() => undefined)
  },
  running: async ({ launch }, use) => {
    await use(await launch())
  },
  page: async ({ running }, use) => {
    await use(running.page)
  },
})

export { expect } from '@playwright/test'

function withoutUndefined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

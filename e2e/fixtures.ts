import { subscribe } from 'node:diagnostics_channel'
import { ClientRequest } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { z } from 'zod'
import { quickFolder } from '#vault/testing/quick-folder.ts'
import { shellPage } from './pages/shell-page.ts'
import { vaultPages } from './pages/vault-pages.ts'
import { copyPreparedVault, type VaultOptions } from './vaults/prepared-vaults.ts'

export const repository = join(import.meta.dirname, '..')
export const passphrase = 'quiet harbour seven lamps'

/** The running app with its first window. */
export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
}

export interface LaunchOptions {
  /** A program to start in place of the app, with its arguments, such as one that watches it. */
  readonly executablePath?: string
  /** Changes to the app's environment. */
  readonly env?: Readonly<Record<string, string>>
  /**
   * Lets a lock end the page's process, as in the app that is shipped. Playwright gives a page up for good when its
   * process ends, so other tests keep the process: a lock only loads the page again.
   */
  readonly replacesPage?: boolean
}

export interface Fixtures {
  /** The test's own data folder, removed after the test. */
  dataFolder: string
  /** Starts the app on that folder; can be called again after closing. */
  launch: (options?: LaunchOptions) => Promise<Running>
  /** Copies a vault that `passphrase` opens into that folder; call it before the start. */
  placeVault: (options?: VaultOptions) => void
  /** Starts the app on such a vault, unlocks it and shows Today. */
  openVault: (options?: VaultOptions) => Promise<Running>
  /** Starts another app on a vault of its own, as on another person's computer, and unlocks it. */
  openOtherVault: () => Promise<Running>
  running: Running
  /** The first window of the started app. */
  page: Page
}

// Playwright offers to compress each message to and from Chromium. On one computer that takes a tenth of all processor
// time and saves nothing, so the offer is removed before it is sent.
subscribe('http.client.request.created', (message) => {
  const { request } = z.object({ request: z.instanceof(ClientRequest) }).parse(message)
  request.removeHeader('Sec-WebSocket-Extensions')
})

export const test = base.extend<Fixtures>({
  // Playwright requires a destructured first argument even if no fixture is needed.
  // oxlint-disable-next-line no-empty-pattern
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(quickFolder(), 'attune-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  launch: async ({ dataFolder }, use) => {
    const started: Running[] = []
    await use(async (options) => {
      const running = await startApp(dataFolder, options)
      started.push(running)
      return running
    })
    for (const running of started) await endApp(running)
  },
  placeVault: async ({ dataFolder }, use, { project }) => {
    // Playwright empties this folder at the start of each run.
    const folder = join(project.outputDir, 'vaults')
    await use((options = {}) => copyPreparedVault({ folder, passphrase }, dataFolder, options))
  },
  openVault: async ({ launch, placeVault }, use) => {
    await use(async (options) => {
      placeVault(options)
      const running = await launch()
      await vaultPages(running.page).unlock(passphrase)
      await expectToday(running)
      return running
    })
  },
  // Playwright requires a destructured first argument even if no fixture is needed.
  // oxlint-disable-next-line no-empty-pattern
  openOtherVault: async ({}, use, { project }) => {
    const folder = mkdtempSync(join(quickFolder(), 'attune-e2e-other-'))
    const started: Running[] = []
    await use(async () => {
      copyPreparedVault({ folder: join(project.outputDir, 'vaults'), passphrase }, folder, {})
      const running = await startApp(folder)
      started.push(running)
      await vaultPages(running.page).unlock(passphrase)
      await expectToday(running)
      return running
    })
    for (const running of started) await endApp(running)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  running: async ({ launch }, use) => {
    await use(await launch())
  },
  page: async ({ running }, use) => {
    await use(running.page)
  },
})

export { expect }

/** Starts the app on a data folder and waits until its first window answers. */
export async function startApp(
  dataFolder: string,
  { env = {}, replacesPage = false, ...options }: LaunchOptions = {},
): Promise<Running> {
  const app = await _electron.launch({
    args: [process.env['ATTUNE_E2E_APP'] ?? repository, `--user-data-dir=${dataFolder}`],
    // Otherwise Playwright starts Electron on Linux without a sandbox, unlike the shipped app.
    chromiumSandbox: true,
    // The stand-in then opens no window; Electron ignores the variable and always opens one.
    // Journeys read dates, which follow the computer's locale.
    env: { ...environment(), ATTUNE_HEADLESS: '1', TMPDIR: quickFolder(), LC_ALL: 'C.UTF-8', ...env },
    ...options,
  })
  try {
    const page = await app.firstWindow()
    await page.waitForFunction(() => 'attune' in window)
    await page.setViewportSize({ width: 1280, height: 800 })
    if (!replacesPage) await keepPageProcess(app)
    return { app, page }
  } catch (cause) {
    await endApp({ app })
    throw cause
  }
}

function keepPageProcess(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.forcefullyCrashRenderer = () => undefined
  })
}

/**
 * Ends the app at once: its lock, a last backup and its answer to unsaved input take time that no test looks at. A test
 * about quitting quits by itself.
 */
export async function endApp({ app }: Pick<Running, 'app'>): Promise<void> {
  try {
    const main = app.process()
    const closed = app.waitForEvent('close')
    main.kill('SIGKILL')
    await closed
  } catch {
    // It has ended already, as some tests intend.
  }
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

/** Waits for Today. The focus is on its heading once the frame around it hears keys. */
async function expectToday({ page }: Running): Promise<void> {
  await expect(shellPage(page).today).toBeFocused()
}

/** Calls an operation as the app's own page would: a passphrase or PIN crosses as bytes. */
export async function call(page: Page, path: string, input?: unknown): Promise<unknown> {
  const asBytes = ([name, given, secretNames]: readonly [string, unknown, readonly string[]]) => {
    const crossing = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string' && secretNames.includes(key)) return new TextEncoder().encode(value)
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
      return Object.fromEntries(Object.entries(value).map(([part, inner]) => [part, crossing(inner, part)]))
    }
    return window.attune.call(name, crossing(given))
  }
  const secretNames = ['passphrase', 'current', 'next', 'pin']
  return JSON.parse(await page.evaluate(asBytes, [path, input, secretNames] as const))
}

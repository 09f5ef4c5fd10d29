import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { clientsAnsweredAfter, clientsDrawnAfter } from './in-page.ts'
import { makeBenchVault } from './large-client.ts'
import { startApp } from './start-app.ts'
import { benchUnlock, unlock } from './start-bench.ts'
import { median, type Figure } from './statistics.ts'

const repository = join(import.meta.dirname, '../..')
const rounds = 5

/** The caseloads whose first screens are timed. Half of the clients of each have one session. */
const caseloads = [
  { clients: 300, sessionsOfEach: 100 },
  { clients: 2_000, sessionsOfEach: 1 },
] as const

/** Times the first screens of large caseloads, from the key or a click to the frame with rows. */
export async function benchCaseloadInApp(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { clients, sessionsOfEach } of caseloads) {
    const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'))
    try {
      const dataFolder = join(folder, 'data')
      const clientsOfEach = sessionsOfEach === 1 ? clients / 2 : clients
      await makeBenchVault(dataFolder, sessionsOfEach, { clientsOfEach, withSymptoms: true })
      const name = `${clients} clients with ${sessionsOfEach} sessions: `
      figures.push(...(await benchUnlock([{ name, folder: repository, dataFolder }], folder, rounds)))
      figures.push(...(await benchClients(name, dataFolder)))
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  return figures
}

/** A new document has neither the screen's code nor an answer; after that the page has both. */
async function benchClients(name: string, dataFolder: string): Promise<Figure[]> {
  const { app, page } = await startApp({ folder: repository, dataFolder })
  await unlock(page)
  const [firsts, agains, answers]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round <= rounds; round += 1) {
    await page.evaluate(() => {
      window.location.hash = '/about'
    })
    await reload(app, page)
    firsts.push(await clientsDrawnAfter(page))
    agains.push(await clientsDrawnAfter(page))
    answers.push(await clientsAnsweredAfter(page))
  }
  await app.close()
  // The first round warms the vault process up.
  const [first, again, answered] = [firsts, agains, answers].map((times) => median(times.slice(1)))
  return [
    {
      name: `${name}Clients, from the click to its rows, without its code and answer`,
      value: first ?? Number.NaN,
      unit: 'ms',
      beside: { name: 'the vault’s answers alone', value: answered ?? Number.NaN },
      goal: { words: 'at most 150 ms', isMet: (first ?? Number.NaN) <= 150 },
    },
    { name: `${name}the same with the answer in the page`, value: again ?? Number.NaN, unit: 'ms' },
  ]
}

/** Loads the page again, with the vault left open, and returns once the new page has loaded. */
async function reload(app: ElectronApplication, page: Page): Promise<void> {
  const loaded = page.waitForEvent('load')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await loaded
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

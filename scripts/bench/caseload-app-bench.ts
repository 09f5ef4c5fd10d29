import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import {
  clientsAnsweredAfter,
  clientsDrawnAfter,
  clientsDrawnFromHere,
  clientsDrawnOnceTodayIs,
  momentOfToday,
  watchForToday,
} from './in-page.ts'
import { makeBenchVault } from './large-client.ts'
import { startApp } from './start-app.ts'
import { benchUnlock, enterPassphrase, unlock } from './start-bench.ts'
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

/** Times somebody who unlocks and goes from Today to Clients in the frame in which Today appears. */
async function clientsAtOnce(dataFolder: string): Promise<number> {
  const { app, page } = await startApp({ folder: repository, dataFolder })
  const drawn = clientsDrawnOnceTodayIs(page)
  await enterPassphrase(page)
  const time = await drawn
  await app.close()
  return time
}

/**
 * A new document has neither the screen's code nor its answer; after that the page has both. A person comes to Clients by
 * way of Today.
 */
async function benchClients(name: string, dataFolder: string): Promise<Figure[]> {
  const { app, page } = await startApp({ folder: repository, dataFolder })
  await unlock(page)
  const fromStart: number[] = []
  const agains: number[] = []
  const answers: number[] = []
  const people: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    await loadAt(app, page, '/about')
    fromStart.push(await clientsDrawnFromHere(page))
    agains.push(await clientsDrawnAfter(page))
    answers.push(await clientsAnsweredAfter(page))
    await loadAt(app, page, '/')
    await watchForToday(page)
    await momentOfToday(page)
    await wait(1_000)
    people.push(await clientsDrawnFromHere(page))
  }
  await app.close()
  const atOnce: number[] = []
  for (let round = 0; round <= rounds; round += 1) atOnce.push(await clientsAtOnce(dataFolder))
  // The first round warms the vault process up.
  const of = (times: number[]): number => median(times.slice(1))
  const goal = (value: number) => ({ words: 'at most 150 ms', isMet: value <= 150 })
  return [
    {
      name: `${name}Clients, from the click to its rows, a second after Today is drawn`,
      value: of(people),
      unit: 'ms',
      goal: goal(of(people)),
    },
    {
      name: `${name}the same at once, in the frame in which Today appears after an unlock`,
      value: of(atOnce),
      unit: 'ms',
      beside: { name: 'the vault’s answer alone', value: of(answers) },
      goal: goal(of(atOnce)),
    },
    {
      name: `${name}the same from a new document, with the whole page to load`,
      value: of(fromStart),
      unit: 'ms',
    },
    { name: `${name}the same with the answer in the page`, value: of(agains), unit: 'ms' },
  ]
}

/** Loads the page again at an address, with the vault left open, and returns once the document has loaded. */
async function loadAt(app: ElectronApplication, page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, address)
  const loaded = page.waitForEvent('load')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await loaded
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clientsDrawnAfter } from './in-page.ts'
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
      figures.push(await benchClients(name, dataFolder))
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  return figures
}

async function benchClients(name: string, dataFolder: string): Promise<Figure> {
  const { app, page } = await startApp({ folder: repository, dataFolder })
  await unlock(page)
  // The first time also loads the screen's code.
  await clientsDrawnAfter(page)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await clientsDrawnAfter(page))
  await app.close()
  const value = median(times)
  return {
    name: `${name}Clients, from the click to its rows`,
    value,
    unit: 'ms',
    goal: { words: 'at most 150 ms', isMet: value <= 150 },
  }
}

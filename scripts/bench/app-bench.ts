import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { makeEmptyApp } from './empty-app.ts'
import { benchPassphrase, makeBenchVault, type BenchClients } from './large-client.ts'
import { memoryOfTree } from './memory.ts'
import { median, percentile, type Figure } from './statistics.ts'
import { callApp, drawnAfter, saveTimes } from './in-page.ts'

const repository = join(import.meta.dirname, '../..')
const rounds = 5

interface Started {
  readonly app: ElectronApplication
  readonly page: Page
  readonly milliseconds: number
  readonly memory: number | null
}

async function start(folder: string, dataFolder: string): Promise<Started> {
  const started = performance.now()
  const environment = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  const app = await _electron.launch({
    chromiumSandbox: true,
    args: [folder, `--user-data-dir=${dataFolder}`],
    env: { ...Object.fromEntries(environment), ATTUNE_HEADLESS: '1' },
  })
  const page = await app.firstWindow()
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  const milliseconds = performance.now() - started
  return { app, page, milliseconds, memory: memoryOfTree(app.process().pid ?? 0) }
}

async function benchStart(dataFolder: string, emptyApp: string): Promise<Figure[]> {
  const times: { own: number[]; empty: number[] } = { own: [], empty: [] }
  const memory: { own: number[]; empty: number[] } = { own: [], empty: [] }
  for (let round = 0; round < rounds; round += 1)
    for (const [kind, folder] of [
      ['own', repository],
      ['empty', emptyApp],
    ] as const) {
      const running = await start(
        folder,
        kind === 'own' ? dataFolder : join(dataFolder, '..', `empty-${round}`),
      )
      times[kind].push(running.milliseconds)
      if (running.memory !== null) memory[kind].push(running.memory)
      await running.app.close()
    }
  const [own, empty] = [median(times.own), median(times.empty)]
  return [
    {
      name: 'start to a usable unlock screen',
      value: own,
      unit: 'ms',
      beside: { name: 'an empty window', value: empty },
      goal: { words: 'at most 1.3 times', isMet: own <= 1.3 * empty },
    },
    {
      name: 'memory at the unlock screen',
      value: median(memory.own),
      unit: 'MB',
      beside: { name: 'an empty window', value: median(memory.empty) },
    },
  ]
}

/**
 * What a right passphrase takes beyond what a wrong one does: everything after the key derivation.
 *
 * After a wrong one the next is put off by a second, so each app gets one wrong passphrase and a pause.
 */
async function benchUnlock(dataFolder: string): Promise<Figure[]> {
  const derivations: number[] = []
  const totals: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const { app, page } = await start(repository, dataFolder)
    const asked = performance.now()
    await callApp(page, 'vault.unlock', { passphrase: 'a wrong one, of the same kind' })
    derivations.push(performance.now() - asked)
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    const entered = performance.now()
    await unlock(page)
    totals.push(performance.now() - entered)
    await app.close()
  }
  const derivation = median(derivations)
  const after = Math.max(0, median(totals) - derivation)
  return [
    { name: 'key derivation', value: derivation, unit: 'ms' },
    {
      name: 'from the key to Today',
      value: after,
      unit: 'ms',
      goal: { words: 'at most 300 ms', isMet: after <= 300 },
    },
  ]
}

/** Unlocks the bench's vault and shows Today. */
async function unlock(page: Page): Promise<void> {
  await page.getByLabel(english.unlock.unlock.passphrase, { exact: true }).fill(benchPassphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: english.app.today }).waitFor()
}

async function benchClient(
  page: Page,
  { large: largeIds, small: smallIds }: BenchClients,
): Promise<Figure[]> {
  const large: number[] = []
  const small: number[] = []
  for (const [index, id] of largeIds.entries()) {
    large.push(await drawnAfter(page, id, `Large ${index + 1}`))
    small.push(await drawnAfter(page, smallIds[index] ?? '', `Small ${index + 1}`))
  }
  const [first = Number.NaN] = large.splice(0, 1)
  const [warm, empty] = [median(large), median(small)]
  return [
    { name: 'opening a client with 500 sessions, first time', value: first, unit: 'ms' },
    {
      name: 'the same, once warm',
      value: warm,
      unit: 'ms',
      beside: { name: 'a chart of one session', value: empty },
      goal: { words: 'at most 150 ms and twice the other', isMet: warm <= 150 && warm <= 2 * empty },
    },
  ]
}

async function benchSave(page: Page, clientId: string): Promise<Figure[]> {
  const times = await saveTimes(page, clientId, 200)
  const value = percentile(times, 0.95)
  return [
    { name: 'saving a session, median', value: median(times), unit: 'ms' },
    {
      name: 'saving a session, 95th percentile',
      value,
      unit: 'ms',
      goal: { words: 'at most 10 ms', isMet: value <= 10 },
    },
  ]
}

/** Measures the running app, each figure beside what it is to be held against. */
export async function benchApp(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'))
  try {
    const dataFolder = join(folder, 'data')
    const clients = await makeBenchVault(dataFolder, 500)
    const figures = await benchStart(dataFolder, makeEmptyApp(folder))
    figures.push(...(await benchUnlock(dataFolder)))
    const { app, page } = await start(repository, dataFolder)
    await unlock(page)
    figures.push(...(await benchClient(page, clients)))
    figures.push(...(await benchSave(page, clients.small[0] ?? '')))
    await app.close()
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { makeComparator } from './comparator-app.ts'
import { makeBenchVault, type BenchClients } from './large-client.ts'
import { drawnAfter, hoverTimes, saveTimes, stepTimes } from './in-page.ts'
import { startApp, type BenchApp } from './start-app.ts'
import { benchStart, benchUnlock, unlock } from './start-bench.ts'
import { median, percentile, type Figure } from './statistics.ts'

const repository = join(import.meta.dirname, '../..')

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
  await drawnAfter(page, smallIds[0] ?? '', 'Small 1')
  const shortStep = percentile(await stepTimes(page, 60), 0.95)
  await drawnAfter(page, largeIds[0] ?? '', 'Large 1')
  await page
    .getByRole('button', { name: `${english.client.course.range.year} ${english.client.course.range.label}` })
    .click()
  await page.getByRole('option', { name: english.client.course.range.all, exact: true }).click()
  const step = percentile(await stepTimes(page, 60), 0.95)
  const hover = percentile(await hoverTimes(page, 60), 0.95)
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
    {
      name: 'a step by arrow key through all of them, 95th percentile',
      value: step,
      unit: 'ms',
      beside: { name: 'the key in a chart of one session', value: shortStep },
      goal: { words: 'at most 16.7 ms, a frame', isMet: step <= 1_000 / 60 },
    },
    {
      name: 'the pointer moved over all of them, 95th percentile',
      value: hover,
      unit: 'ms',
      beside: { name: 'the key in a chart of one session', value: shortStep },
      goal: { words: 'at most 16.7 ms, a frame', isMet: hover <= 1_000 / 60 },
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

/** What of the running app to measure, and how often. */
export interface AppBench {
  readonly rounds: number
  /** Folders of other built checkouts to measure in the same rounds. */
  readonly beside: readonly string[]
  /** Leaves out opening clients and saving. */
  readonly onlyStart: boolean
}

/** Measures the running app, each figure beside the one to compare it with. */
export async function benchApp({ rounds, beside, onlyStart }: AppBench): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'))
  try {
    const dataFolder = join(folder, 'data')
    const clients = await makeBenchVault(dataFolder, 500, { withSymptoms: true })
    const others = beside.map((other, index): BenchApp => {
      const copy = join(folder, `data-${index}`)
      cpSync(dataFolder, copy, { recursive: true })
      return { name: `${other}: `, folder: other, dataFolder: copy }
    })
    const apps: BenchApp[] = [{ name: '', folder: repository, dataFolder }, ...others]
    const comparator = makeComparator(folder)
    const figures = await benchStart(
      apps,
      (round) => ({ name: '', folder: comparator, dataFolder: join(folder, `comparator-${round}`) }),
      rounds,
    )
    figures.push(...(await benchUnlock(apps, folder, rounds)))
    if (onlyStart) return figures
    const { app, page } = await startApp({ folder: repository, dataFolder })
    await unlock(page)
    figures.push(...(await benchClient(page, clients)))
    figures.push(...(await benchSave(page, clients.small[0] ?? '')))
    await app.close()
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

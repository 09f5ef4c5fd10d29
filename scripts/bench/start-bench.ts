import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { momentOfToday, watchForToday } from './in-page.ts'
import { benchPassphrase } from './large-client.ts'
import { privateMegabytes, totalOf, type Use } from './processes.ts'
import { startApp, type BenchApp, type Started } from './start-app.ts'
import { comparedByRound, median, percentile, type Figure } from './statistics.ts'

/** Only Linux has /proc, which gives processor time and memory. */
const isLinux = process.platform === 'linux'

/**
 * Starts the apps and their comparator in turn, so that all meet the same load. Each difference and each ratio is of one
 * round; the figure is their median.
 */
export async function benchStart(
  apps: readonly BenchApp[],
  comparator: (round: number) => BenchApp,
  rounds: number,
): Promise<Figure[]> {
  const [theirs, ...ours] = await inTurn(
    rounds,
    [comparator, ...apps.map((app) => () => app)].map((appOf) => async (round) => {
      const started = await startApp(appOf(round))
      await started.app.close()
      return started
    }),
  )
  return apps.flatMap(({ name }, index) => startFigures(name, ours[index] ?? [], theirs ?? []))
}

function startFigures(name: string, ours: readonly Started[], theirs: readonly Started[]): Figure[] {
  const wall = comparedByRound(ours, theirs, ({ wall }) => wall)
  const processor = comparedByRound(ours, theirs, (run) => totalOf(run.processor))
  const memory = comparedByRound(ours, theirs, (run) => totalOf(run.memory))
  const clock: Figure[] = [
    {
      name: `${name}start to the focus in the passphrase field`,
      value: wall.value,
      unit: 'ms',
      beside: { name: 'comparator', value: wall.other },
    },
    {
      name: 'of it beyond the comparator',
      value: wall.difference,
      unit: 'ms',
      spread: wall.differences,
      goal: { words: 'at most 150 ms', isMet: wall.difference <= 150 },
    },
  ]
  if (!isLinux) return clock
  return [
    ...clock,
    {
      name: `${name}processor time until then`,
      value: processor.value,
      unit: 'ms',
      beside: { name: 'comparator', value: processor.other },
    },
    {
      name: 'of it beyond the comparator',
      value: processor.difference,
      unit: 'ms',
      spread: processor.differences,
      parts: partsBeyond(ours, theirs, (run) => run.processor),
      goal: { words: 'at most 250 ms', isMet: processor.difference <= 250 },
    },
    {
      name: `${name}private memory at the unlock screen`,
      value: memory.value,
      unit: 'MB',
      beside: { name: 'comparator', value: memory.other },
      parts: partsBeyond(ours, theirs, (run) => run.memory),
      goal: { words: 'at most 1.15 times', isMet: memory.ratio <= 1.15 },
    },
  ]
}

/** How much each kind of process uses beyond the comparator's. */
function partsBeyond(
  ours: readonly Started[],
  theirs: readonly Started[],
  useOf: (run: Started) => Use,
): NonNullable<Figure['parts']> {
  const kinds = ['main', 'vault', 'page', 'system'] as const
  return kinds.map((kind) => ({
    name: kind,
    value: comparedByRound(ours, theirs, (run) => useOf(run).get(kind) ?? 0).difference,
  }))
}

/** Times from the vault's mark that it has the key to the first frame of Today with a client, and reads the memory. */
export async function benchUnlock(
  apps: readonly BenchApp[],
  marksFolder: string,
  rounds: number,
): Promise<Figure[]> {
  const measured = await inTurn(
    rounds,
    apps.map((app, index) => async (round) => {
      const marksFile = `${marksFolder}/marks-${index}-${round}`
      const started = await startApp(app, marksFile)
      const before = totalOf(started.memory)
      await watchForToday(started.page)
      await unlock(started.page)
      const at = await momentOfToday(started.page)
      const [, unwrapped = 'NaN'] = readFileSync(marksFile, 'utf8').trim().split(' ')
      await wait(2_000)
      const memory = privateMegabytes(started.app.process().pid ?? 0)
      await started.app.close()
      return { time: at - Number(unwrapped), vault: memory.get('vault') ?? 0, all: totalOf(memory), before }
    }),
  )
  return apps.flatMap(({ name }, index) => {
    const runs = measured[index] ?? []
    const times = runs.map(({ time }) => time)
    const held = median(runs.map(({ vault }) => vault))
    const clock: Figure[] = [
      {
        name: `${name}from the key to Today`,
        value: median(times),
        unit: 'ms',
        spread: [percentile(times, 0.25), percentile(times, 0.75)],
        goal: { words: 'at most 150 ms', isMet: median(times) <= 150 },
      },
    ]
    if (!isLinux) return clock
    return [
      ...clock,
      {
        name: `${name}private memory of the vault process, unlocked`,
        value: held,
        unit: 'MB',
        goal: { words: 'at most 90 MB', isMet: held <= 90 },
      },
      {
        name: `${name}private memory of all processes, unlocked`,
        value: median(runs.map(({ all }) => all)),
        unit: 'MB',
        beside: { name: 'at the unlock screen', value: median(runs.map(({ before }) => before)) },
      },
    ]
  })
}

/** Enters the passphrase of the bench's vault. */
export async function enterPassphrase(page: Page): Promise<void> {
  await page.getByLabel(english.unlock.unlock.passphrase, { exact: true }).fill(benchPassphrase)
  await page.keyboard.press('Enter')
}

/** Unlocks the bench's vault and shows Today. */
export async function unlock(page: Page): Promise<void> {
  await enterPassphrase(page)
  await page.getByRole('heading', { level: 1, name: english.app.today }).waitFor()
}

/** Runs the measurements in turn, each first in some rounds. One round more warms the disk up and does not count. */
async function inTurn<T>(
  rounds: number,
  measurements: readonly ((round: number) => Promise<T>)[],
): Promise<T[][]> {
  const results = measurements.map((): T[] => [])
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < measurements.length; turn += 1) {
      const index = (round + turn) % measurements.length
      const result = await measurements[index]?.(round)
      if (result !== undefined && round > 0) results[index]?.push(result)
    }
  }
  return results
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { marks } from '#shared/marks/marks.ts'
import { makeComparator } from './comparator-app.ts'
import { benchPassphrase, makeBenchVault, type BenchClients } from './large-client.ts'
import {
  descendants,
  findProcess,
  privateMegabytes,
  processorMilliseconds,
  usedAt,
  watchProcessor,
} from './processes.ts'
import { median, percentile, type Figure } from './statistics.ts'
import { drawnAfter, momentOfToday, saveTimes, watchForToday } from './in-page.ts'

const repository = join(import.meta.dirname, '../..')
const rounds = 7
/** Only Linux has /proc, which gives processor time and memory. */
const isLinux = process.platform === 'linux'

interface Started {
  readonly app: ElectronApplication
  readonly page: Page
  /** From starting the process to the focus in the field. */
  readonly wall: number
  /** Processor time of all its processes until then. */
  readonly processor: number
  /** Private memory of all its processes, in MB. */
  readonly memory: number
}

const now = (): number => performance.timeOrigin + performance.now()

/** Starts an app and waits for its mark that the field has the focus. */
async function start(folder: string, dataFolder: string, marksFile?: string): Promise<Started> {
  const environment = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  const usedBefore = processorMilliseconds(process.pid)
  const watch = watchProcessor(process.pid)
  const started = now()
  const app = await _electron.launch({
    chromiumSandbox: true,
    args: [folder, `--user-data-dir=${dataFolder}`],
    env: {
      ...Object.fromEntries(environment),
      ATTUNE_HEADLESS: '1',
      ...(marksFile && { ATTUNE_MARKS: marksFile }),
    },
  })
  const page = await app.firstWindow()
  // Checks rarely, so that checking does not slow the app down.
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, marks.passphraseField, {
    polling: 100,
  })
  const at = await page.evaluate(
    (name) => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
    marks.passphraseField,
  )
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const root = app.process().pid ?? 0
  return {
    app,
    page,
    wall: at - started,
    processor: isLinux ? usedAt(watch.stop(), at) - usedBefore : Number.NaN,
    memory: descendants(root).reduce((sum, pid) => sum + privateMegabytes(pid), 0),
  }
}

/** Starts Attune and its comparator in turn, so that both meet the same load; each difference is of one round. */
async function benchStart(dataFolder: string, comparator: string): Promise<Figure[]> {
  const beyond: { wall: number; processor: number }[] = []
  const [own, other]: [Started[], Started[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const theirs = await start(comparator, join(dataFolder, '..', `comparator-${round}`))
    await theirs.app.close()
    const ours = await start(repository, dataFolder)
    await ours.app.close()
    own.push(ours)
    other.push(theirs)
    beyond.push({ wall: ours.wall - theirs.wall, processor: ours.processor - theirs.processor })
  }
  const of = (runs: readonly Started[], key: 'wall' | 'processor' | 'memory') =>
    median(runs.map((run) => run[key]))
  const wall = median(beyond.map((difference) => difference.wall))
  const processor = median(beyond.map((difference) => difference.processor))
  const [memory, comparatorMemory] = [of(own, 'memory'), of(other, 'memory')]
  const clock: Figure[] = [
    {
      name: 'start to the focus in the passphrase field',
      value: of(own, 'wall'),
      unit: 'ms',
      beside: { name: 'comparator', value: of(other, 'wall') },
    },
    {
      name: 'of it beyond the comparator',
      value: wall,
      unit: 'ms',
      goal: { words: 'at most 150 ms', isMet: wall <= 150 },
    },
  ]
  if (!isLinux) return clock
  return [
    ...clock,
    {
      name: 'processor time until then',
      value: of(own, 'processor'),
      unit: 'ms',
      beside: { name: 'comparator', value: of(other, 'processor') },
    },
    {
      name: 'of it beyond the comparator',
      value: processor,
      unit: 'ms',
      goal: { words: 'at most 250 ms', isMet: processor <= 250 },
    },
    {
      name: 'private memory at the unlock screen',
      value: memory,
      unit: 'MB',
      beside: { name: 'comparator', value: comparatorMemory },
      goal: { words: 'at most 1.15 times', isMet: memory <= 1.15 * comparatorMemory },
    },
  ]
}

/** Times from the vault's mark that it has the key to the first frame of Today with a client, and reads the memory. */
async function benchUnlock(dataFolder: string): Promise<Figure[]> {
  const [times, memory]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const marksFile = join(dataFolder, '..', `marks-${round}`)
    const { app, page } = await start(repository, dataFolder, marksFile)
    await watchForToday(page)
    await unlock(page)
    const at = await momentOfToday(page)
    const [, unwrapped = 'NaN'] = readFileSync(marksFile, 'utf8').trim().split(' ')
    times.push(at - Number(unwrapped))
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    // Finds the process by its file, because the runtimes start it differently.
    const vault = findProcess(app.process().pid ?? 0, 'vault-process')
    if (isLinux && vault === undefined) throw new Error('there is no vault process')
    if (vault !== undefined) memory.push(privateMegabytes(vault))
    await app.close()
  }
  const [time, held] = [median(times), median(memory)]
  const clock: Figure[] = [
    {
      name: 'from the key to Today',
      value: time,
      unit: 'ms',
      goal: { words: 'at most 150 ms', isMet: time <= 150 },
    },
  ]
  if (!isLinux) return clock
  return [
    ...clock,
    {
      name: 'private memory of the vault process, unlocked',
      value: held,
      unit: 'MB',
      goal: { words: 'at most 90 MB', isMet: held <= 90 },
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

/** Measures the running app, each figure beside the one to compare it with. */
export async function benchApp(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'))
  try {
    const dataFolder = join(folder, 'data')
    const clients = await makeBenchVault(dataFolder, 500)
    const figures = await benchStart(dataFolder, makeComparator(folder))
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

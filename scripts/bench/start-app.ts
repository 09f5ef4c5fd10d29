import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { marks } from '#shared/marks/marks.ts'
import { privateMegabytes, usedAt, watchProcessor, type Use } from './processes.ts'

/** An app to start: a folder with its package.json, and the folder of its data. */
export interface BenchApp {
  /** Begins the names of its figures; empty for this checkout. */
  readonly name: string
  readonly folder: string
  readonly dataFolder: string
}

/** A started app, and what it used until its field had the focus. */
export interface Started {
  readonly app: ElectronApplication
  readonly page: Page
  /** Milliseconds from starting the process to the focus in the field. */
  readonly wall: number
  /** Processor time until then by kind of process, in milliseconds. Empty where there is no /proc. */
  readonly processor: Use
  /** Private memory one second later by kind of process, in MB. Empty where there is no /proc. */
  readonly memory: Use
}

const now = (): number => performance.timeOrigin + performance.now()

/** Starts an app and waits for its mark that the field has the focus. */
export async function startApp(
  { folder, dataFolder }: Omit<BenchApp, 'name'>,
  marksFile?: string,
): Promise<Started> {
  const environment = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
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
  const samples = await watch.stopAfter(at)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  return {
    app,
    page,
    wall: at - started,
    processor: usedAt(samples, at),
    memory: privateMegabytes(app.process().pid ?? 0),
  }
}

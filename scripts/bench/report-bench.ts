import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import type { ReportKind } from '#shared/reports/report-kinds.ts'
import { processorMilliseconds, totalOf } from './processes.ts'
import { benchPassphrase, makeBenchVault } from './large-client.ts'
import { startApp } from './start-app.ts'
import { unlock } from './start-bench.ts'
import { median, type Figure } from './statistics.ts'

const repository = join(import.meta.dirname, '../..')
const words = english.reports
const sessionCount = 100
const rounds = 5

/**
 * Times a report on one client, from opening its screen to the file on the disk; without the typing of the passphrase.
 * The record stands beside the same words as bare paragraphs, which is what the runtime's printing alone costs.
 */
export async function benchReports(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'))
  try {
    const dataFolder = join(folder, 'data')
    const clients = await makeBenchVault(dataFolder, sessionCount, { clientsOfEach: 1, withSymptoms: true })
    const clientId = clients.large[0] ?? ''
    const { app, page } = await startApp({ folder: repository, dataFolder })
    await unlock(page)
    await page.getByRole('heading', { level: 1, name: english.today.title }).waitFor()
    const path = join(folder, 'report.pdf')
    await answerDialogs(app, path)
    const empty: number[] = []
    const bare: number[] = []
    const figures: Figure[] = []
    for (const kind of ['file', 'record'] as const) {
      const times: number[] = []
      const used: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        await showAbout(page)
        empty.push(await printed(page))
        const before = totalOf(processorMilliseconds(process.pid))
        times.push(await reported(page, clientId, kind))
        used.push(totalOf(processorMilliseconds(process.pid)) - before)
        if (kind === 'record') bare.push(await printedBare(page))
      }
      const value = median(times.slice(1))
      const kilobytes = Math.round(statSync(path).size / 1_000)
      figures.push({
        name: `a report ${kind === 'file' ? 'for the file' : 'of the whole record'}, ${sessionCount} sessions (${kilobytes} kB)`,
        value,
        unit: 'ms',
        beside:
          kind === 'file'
            ? { name: 'printing a screen with one card', value: median(empty) }
            : { name: 'printing the same words as bare paragraphs', value: median(bare.slice(1)) },
        parts: [{ name: 'processor time of all processes', value: median(used.slice(1)) }],
        goal: { words: 'at most 2 s', isMet: value <= 2_000 },
      })
    }
    await app.close()
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Answers every dialog for a new file, as if the user had chosen it at once. */
async function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, path)
}

async function showAbout(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '/about'
  })
  await page.getByRole('heading', { level: 1, name: english.about.title }).waitFor()
}

/** Milliseconds to print the screen as it is. */
async function printed(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const started = performance.now()
    await window.attune.call('files.printPage', undefined)
    return performance.now() - started
  })
}

/** Milliseconds to print the words of the report on the screen, each piece a bare paragraph with the same lines. */
async function printedBare(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const pieces = document.querySelectorAll('article :is(h2, h3, h4, p, li, dt, dd, th, td, caption)')
    const before = [...document.body.childNodes]
    document.body.replaceChildren(
      ...[...pieces].map((piece) => {
        const paragraph = document.createElement('p')
        paragraph.textContent = piece.textContent
        paragraph.style.whiteSpace = 'pre-line'
        return paragraph
      }),
    )
    const started = performance.now()
    await window.attune.call('files.printPage', undefined)
    const taken = performance.now() - started
    document.body.replaceChildren(...before)
    return taken
  })
}

/**
 * Milliseconds until the report is drawn, and those until it is printed and written. The choice of the kind between them
 * is the user's own time.
 */
async function reported(page: Page, clientId: string, kind: ReportKind): Promise<number> {
  const drawn = await page.evaluate(
    (id) =>
      new Promise<number>((resolve) => {
        const started = performance.now()
        const look = (): void => {
          if (document.querySelector('article h2'))
            requestAnimationFrame(() => resolve(performance.now() - started))
          else requestAnimationFrame(look)
        }
        window.location.hash = `/clients/${id}/report`
        look()
      }),
    clientId,
  )
  const chosen = kind === 'file' ? 0 : await choose(page, kind)
  const saved = await page.evaluate(
    async ([id, of, secret]) => {
      const call = async (path: string, input?: unknown): Promise<unknown> => {
        const answer: unknown = JSON.parse(await window.attune.call(path, input))
        if (typeof answer !== 'object' || answer === null || !('value' in answer))
          throw new Error(`${path} failed`)
        return answer.value
      }
      const passphrase = new TextEncoder().encode(secret)
      const given = { path: 'reports.save', secret: { kind: 'passphrase', passphrase } }
      const proven = await call('keys.prove', given)
      const started = performance.now()
      const file = await call('files.printPage')
      await call('reports.save', {
        clientId: id,
        kind: of,
        token: Reflect.get(Object(file), 'token'),
        proof: Reflect.get(Object(proven), 'proof'),
      })
      return performance.now() - started
    },
    [clientId, kind, benchPassphrase] as const,
  )
  return drawn + chosen + saved
}

/** Milliseconds from the choice of a kind until it is drawn. */
async function choose(page: Page, kind: ReportKind): Promise<number> {
  await page.getByRole('button', { name: words.kind.label }).click()
  const option = page.getByRole('option', { name: words.kind[kind], exact: true })
  const drawn = page.evaluate(
    (of) =>
      new Promise<number>((resolve) => {
        const look = (started: number): void => {
          if (document.querySelector(`article[data-report="${of}"]`))
            requestAnimationFrame(() => resolve(performance.now() - started))
          else requestAnimationFrame(() => look(started))
        }
        document.addEventListener('pointerup', () => look(performance.now()), { once: true, capture: true })
      }),
    kind,
  )
  await option.click()
  return drawn
}

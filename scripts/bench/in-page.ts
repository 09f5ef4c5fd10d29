import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

const clientOnToday = 'bench:client-on-today'

/**
 * Makes the page mark the first frame in which Today shows a client of the day and its list of those worth attention;
 * `momentOfToday` reads the time.
 */
export async function watchForToday(page: Page): Promise<void> {
  await page.evaluate(
    ([name, worthAttention]) => {
      const look = (): void => {
        const title = [...document.querySelectorAll('main h2')].find(
          (each) => each.textContent === worthAttention,
        )
        // Until the list is there, its card has no paragraph and no row.
        const isListed = title?.closest('section')?.querySelector('li, p')
        if (isListed && document.querySelector('main li a[href*="/clients/"]')) performance.mark(name)
        else requestAnimationFrame(look)
      }
      look()
    },
    [clientOnToday, english.attention.title] as const,
  )
}

/** When Today showed a client, in milliseconds since 1970. */
export async function momentOfToday(page: Page): Promise<number> {
  const found = await page.waitForFunction(
    (name) => {
      const [mark] = performance.getEntriesByName(name)
      return mark ? performance.timeOrigin + mark.startTime : null
    },
    clientOnToday,
    { polling: 100 },
  )
  return Number(await found.jsonValue())
}

/** Milliseconds from leaving another screen until the client's chart is painted, measured in the page. */
export async function drawnAfter(page: Page, clientId: string, code: string): Promise<number> {
  await page.evaluate(() => {
    window.location.hash = '/about'
  })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return page.evaluate(
    ([id, name]) =>
      new Promise<number>((resolve) => {
        const started = performance.now()
        const look = (): void => {
          const heading = document.querySelector('h1')
          const isDrawn =
            heading?.textContent.includes(name) &&
            document.querySelector('figure svg path, figure svg circle')
          if (isDrawn) requestAnimationFrame(() => resolve(performance.now() - started))
          else requestAnimationFrame(look)
        }
        window.location.hash = `/clients/${id}`
        look()
      }),
    [clientId, code] as const,
  )
}

/** Milliseconds that each of `count` steps through the first chart takes the page, from the key to the new layout. */
export function stepTimes(page: Page, count: number): Promise<number[]> {
  return page.evaluate(async (steps) => {
    const chart = document.querySelector<HTMLElement>('figure [role="application"]')
    chart?.focus()
    const times: number[] = []
    for (let step = 0; step < steps; step += 1) {
      const started = performance.now()
      chart?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true }),
      )
      // React draws what a key changes before the next task.
      await Promise.resolve()
      document.body.getBoundingClientRect()
      times.push(performance.now() - started)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return times
  }, count)
}

/** Milliseconds that each of `count` moves of the pointer over the first chart takes the page, to the new layout. */
export function hoverTimes(page: Page, count: number): Promise<number[]> {
  return page.evaluate(async (moves) => {
    const chart = document.querySelector<HTMLElement>('figure [role="application"]')
    const times: number[] = []
    if (chart === null) return times
    chart.scrollIntoView({ block: 'center' })
    const { left, top, width, height } = chart.getBoundingClientRect()
    for (let move = 0; move < moves; move += 1) {
      // React draws what the pointer changes in a task of its own, so the new words say when it is done.
      const drawn = new Promise<void>((resolve) => {
        const seen = new MutationObserver(() => {
          seen.disconnect()
          resolve()
        })
        seen.observe(chart, { subtree: true, childList: true, characterData: true, attributes: true })
      })
      const started = performance.now()
      chart.dispatchEvent(
        new PointerEvent('pointermove', {
          clientX: left + width * (0.15 + (0.6 * move) / moves),
          clientY: top + height / 2,
          bubbles: true,
          cancelable: true,
          pointerType: 'mouse',
        }),
      )
      await drawn
      document.body.getBoundingClientRect()
      times.push(performance.now() - started)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return times
  }, count)
}

/** Milliseconds of the vault's answer that Clients shows, asked for in the page without drawing it. */
export function clientsAnsweredAfter(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const started = performance.now()
    await window.attune.call('attention.list', undefined)
    return performance.now() - started
  })
}

/**
 * Milliseconds from the first frame of Today until the first rows of Clients are painted, for somebody who goes there at
 * once. Called before the unlock.
 */
export async function clientsDrawnOnceTodayIs(page: Page): Promise<number> {
  await watchForToday(page)
  return clientsDrawnFromHere(page, clientOnToday)
}

/** The same as `clientsDrawnFromHere`, from About. */
export async function clientsDrawnAfter(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.location.hash = '/about'
  })
  await page.getByRole('heading', { level: 1, name: english.about.title }).waitFor()
  return clientsDrawnFromHere(page)
}

/** Milliseconds from leaving a screen until the first rows of Clients are painted; leaves once a mark is set, if given. */
export function clientsDrawnFromHere(page: Page, mark: string | null = null): Promise<number> {
  return page.evaluate(
    (awaited) =>
      new Promise<number>((resolve) => {
        const leave = (): void => {
          const isThere = awaited === null || performance.getEntriesByName(awaited).length > 0
          if (!isThere) return void requestAnimationFrame(leave)
          const started = performance.now()
          const look = (): void => {
            if (document.querySelector('[role="grid"] [role="rowheader"]'))
              requestAnimationFrame(() => resolve(performance.now() - started))
            else requestAnimationFrame(look)
          }
          window.location.hash = '/clients'
          look()
        }
        leave()
      }),
    mark,
  )
}

/** Milliseconds of each of `count` saves, from the page through both processes to the disk and back. */
export function saveTimes(page: Page, clientId: string, count: number): Promise<number[]> {
  return page.evaluate(
    async ([id, rounds]) => {
      const times: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const answers = Object.fromEntries(
          ['goals', 'tasks', 'bond', 'overall'].map((item) => [
            item,
            { value: round % 11, missingReason: null },
          ]),
        )
        const log = {
          session: {
            id: crypto.randomUUID(),
            clientId: id,
            number: round + 2,
            status: 'held',
            date: '2025-06-02',
            zone: 'UTC',
            modality: 'video',
            durationMinutes: 50,
            notes: 'A line or two, as one writes between clients.',
            guess: 'open',
            closedAt: null,
          },
          responses: [
            {
              id: crypto.randomUUID(),
              instrumentId: 'attune-alliance-therapist',
              instrumentVersion: 1,
              rater: 'therapist',
              occasion: 'after',
              answers,
              words: [],
              comment: '',
              recordedAt: '2025-06-02T12:00:00.000Z',
            },
          ],
          ruptureNote: null,
          events: [],
        }
        const started = performance.now()
        await window.attune.call('sessions.save', { log, expectedRevision: 0 })
        times.push(performance.now() - started)
      }
      return times
    },
    [clientId, count] as const,
  )
}

import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { charts } from '#shared/i18n/en/charts.ts'
import { TrajectoryChart } from './trajectory-chart.tsx'
import type { TrajectoryChartProps, TrajectorySession } from './trajectory-types.ts'

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: { charts } } },
    interpolation: { escapeValue: false },
  })
})

afterEach(cleanup)

function session(number: number, ratings: Partial<TrajectorySession>): TrajectorySession {
  const day = String(number).padStart(2, '0')
  return {
    number,
    date: `2025-03-${day}`,
    status: 'held',
    client: null,
    therapist: null,
    missingReason: null,
    ...ratings,
  }
}

const sessions: TrajectorySession[] = [
  session(1, { client: 8, therapist: 7 }),
  session(2, { client: 7.25, therapist: 7 }),
  session(3, { therapist: 6, missingReason: 'client declined' }),
  session(4, { client: 4, therapist: 6 }),
  session(5, { client: 7.5, therapist: null }),
  session(6, { status: 'no-show' }),
]

const usual: TrajectoryChartProps = {
  title: 'Bond',
  sentence: 'Bond dropped from 8 to 4 in session 4 and was back in session 5 (6 sessions, 2 not rated).',
  sessions,
  episodes: [{ label: 'R1', state: 'repaired', level: 'rupture', peakIndex: 1, troughIndex: 3, endIndex: 4 }],
  reported: [{ index: 3, text: 'Therapist saw a withdrawal' }],
  mean: 6.7,
  scaleTop: 10,
}

/** Screen readers get the readout and the table instead of the drawing, so the test reads its words from the SVG. */
function drawnWords(): string[] {
  return [...document.querySelectorAll('svg text')].map((text) => text.textContent ?? '')
}

function readout(): string {
  return screen.getByRole('status').textContent ?? ''
}

async function focusDrawing(props: Partial<TrajectoryChartProps> = {}) {
  const user = userEvent.setup()
  render(<TrajectoryChart {...usual} {...props} />)
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('application'))
  return user
}

describe('what is drawn', () => {
  test('the full scale, the better direction, and the names at the line ends', () => {
    render(<TrajectoryChart {...usual} />)
    const words = drawnWords()
    for (const expected of ['0', '10', 'better', 'Client', 'Therapist', 'Client’s mean 6.7', 'R1 repaired']) {
      expect(words).toContain(expected)
    }
  })

  test('a symptom score says that lower is better', () => {
    render(<TrajectoryChart {...usual} scaleTop={27} betterIs="lower" />)
    expect(drawnWords()).toContain('lower is better')
    expect(drawnWords()).toContain('27')
  })

  test('one sentence above, in a figure named by the title', () => {
    render(<TrajectoryChart {...usual} />)
    const figure = screen.getByRole('figure', { name: 'Bond' })
    expect(within(figure).getByText(usual.sentence)).toBeDefined()
  })

  test('without sessions it says so and offers no table', () => {
    render(<TrajectoryChart {...usual} sessions={[]} episodes={[]} reported={[]} mean={null} />)
    expect(screen.getByText('No sessions yet.')).toBeDefined()
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('if the therapist does not rate the same', () => {
  const clientAlone = { hasTherapist: false, episodes: [], reported: [] } as const

  test('no line, mark or name of the therapist is drawn, even for an existing rating', () => {
    const drawn = (name: string) => document.querySelector(`path[class*="${name}"]`)?.getAttribute('d') ?? ''
    const asked = render(<TrajectoryChart {...usual} />)
    expect(drawn('therapistMarks')).not.toBe('')
    expect(drawn('therapistLine')).not.toBe('')
    asked.unmount()
    render(<TrajectoryChart {...usual} {...clientAlone} />)
    expect(drawn('therapistMarks')).toBe('')
    expect(drawn('therapistLine')).toBe('')
    expect(drawnWords()).toContain('Client')
    expect(drawnWords()).not.toContain('Therapist')
  })

  test('the readout has only the client', async () => {
    const user = await focusDrawing(clientAlone)
    await user.keyboard('{ArrowRight}')
    expect(readout()).toContain('Client: 8')
    expect(readout()).not.toContain('Therapist')
  })

  test('the table has no column for the therapist', async () => {
    const user = userEvent.setup()
    render(<TrajectoryChart {...usual} {...clientAlone} />)
    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    const headers = screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
    expect(headers).toContain('Client')
    expect(headers).not.toContain('Therapist')
  })
})

describe('moving through the sessions', () => {
  test('the right arrow starts at the first session', async () => {
    const user = await focusDrawing()
    await user.keyboard('{ArrowRight}')
    expect(readout()).toContain('Session 1')
    expect(readout()).toContain('Client: 8')
  })

  test('a missing rating has its reason', async () => {
    const user = await focusDrawing()
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(readout()).toContain('Client: not rated: client declined')
    expect(readout()).toContain('Therapist: 6')
  })

  test('a missed session says so', async () => {
    const user = await focusDrawing()
    await user.keyboard('{End}')
    expect(readout()).toContain('Client: not rated: client did not come')
  })

  test('the lowest point of an episode and the report are named together', async () => {
    const user = await focusDrawing()
    await user.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(readout()).toContain('R1 repaired: lowest here')
    expect(readout()).toContain('Therapist saw a withdrawal')
  })

  test('the arrow keys stop at the ends', async () => {
    const user = await focusDrawing()
    await user.keyboard('{End}{ArrowRight}')
    expect(readout()).toContain('Session 6')
    await user.keyboard('{Home}{ArrowLeft}')
    expect(readout()).toContain('Session 1')
  })

  test('Escape closes the readout', async () => {
    const user = await focusDrawing()
    await user.keyboard('{ArrowRight}{Escape}')
    expect(readout()).toBe('')
  })

  test('a break of more than three weeks is named at its end', async () => {
    const later = [session(1, { client: 8 }), { ...session(2, { client: 8 }), date: '2025-04-05' }]
    const user = await focusDrawing({ sessions: later, episodes: [], reported: [] })
    await user.keyboard('{End}')
    expect(readout()).toContain('5 weeks since the session before')
  })
})

describe('the table', () => {
  async function openTable() {
    const user = userEvent.setup()
    render(<TrajectoryChart {...usual} />)
    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    return { user, table: screen.getByRole('table', { name: 'Bond' }) }
  }

  function cellsOf(table: HTMLElement, number: string): (string | null)[] {
    const row = within(table).getByRole('rowheader', { name: number }).closest('tr')
    return [...(row?.cells ?? [])].map((cell) => cell.textContent)
  }

  test('has a row for every session with the ratings the chart draws', async () => {
    const { table } = await openTable()
    expect(cellsOf(table, '2')).toEqual(['2', 'Mar 2, 2025', '7.3', '7', ''])
    for (const { number, client } of sessions) {
      const expected = client === null ? /^not rated/ : new RegExp(`^${client.toFixed(1).replace('.0', '')}`)
      expect(cellsOf(table, String(number))[2]).toMatch(expected)
    }
  })

  test('gives the reason for a missing rating and the reports', async () => {
    const { table } = await openTable()
    expect(cellsOf(table, '3')[2]).toBe('not rated: client declined')
    expect(cellsOf(table, '4')[4]).toBe('Therapist saw a withdrawal')
  })

  test('groups the rows by episode', async () => {
    const { table } = await openTable()
    const groups = [...table.querySelectorAll('tbody')].map((body) => ({
      name: body.querySelector('th[scope=rowgroup]')?.textContent,
      sessions: [...body.querySelectorAll('th[scope=row]')].map((header) => header.textContent),
    }))
    expect(groups).toEqual([
      { name: 'Outside any drop', sessions: ['1'] },
      { name: 'R1 repaired', sessions: ['2', '3', '4', '5'] },
      { name: 'Outside any drop', sessions: ['6'] },
    ])
  })

  test('closes again', async () => {
    const { user } = await openTable()
    await user.click(screen.getByRole('button', { name: 'Hide table' }))
    expect(screen.queryByRole('table')).toBeNull()
  })
})

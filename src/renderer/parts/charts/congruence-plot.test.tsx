import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { charts } from '#shared/i18n/en/charts.ts'
import type { CongruencePair } from './congruence-plot-spots.ts'
import { CongruencePlot } from './congruence-plot.tsx'

beforeAll(async () => {
  // Loading the chart library takes longer than a test's default wait.
  await import('./congruence-plot-drawing.tsx')
  await i18next.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: { charts } } },
    interpolation: { escapeValue: false },
  })
})

afterEach(cleanup)

const pairs: CongruencePair[] = [
  { number: 1, date: '2025-03-03', client: 7, therapist: 6 },
  { number: 2, date: '2025-03-10', client: 4.5, therapist: 6.5 },
  { number: 4, date: '2025-03-24', client: 7, therapist: 6 },
  { number: 5, date: '2025-03-31', client: 8, therapist: 8 },
]

function plot(given: readonly CongruencePair[] = pairs) {
  render(<CongruencePlot title="Bond" sentence="Four sessions that both rated." pairs={given} />)
  return userEvent.setup()
}

/** Screen readers get the readout and the table instead of the drawing, so the test reads its words from the SVG. */
async function drawn(): Promise<{ words: string[]; marks: number }> {
  await waitFor(() => expect(document.querySelector('svg .recharts-scatter-symbol')).not.toBeNull())
  return {
    words: [...document.querySelectorAll('svg text')].map((text) => text.textContent ?? ''),
    marks: document.querySelectorAll('svg .recharts-scatter-symbol').length,
  }
}

describe('what is drawn', () => {
  test('both whole scales with their names, the line of equal ratings and the latest session', async () => {
    plot()
    const { words } = await drawn()
    for (const expected of ['Client’s rating', 'Therapist’s rating', 'same rating', 'latest']) {
      expect(words).toContain(expected)
    }
    for (const end of ['0', '10']) expect(words.filter((word) => word === end)).toHaveLength(2)
    expect(words.filter((word) => word === 'latest')).toHaveLength(1)
  })

  test('sessions with the same ratings are one mark with their number, and that is explained', async () => {
    plot()
    const { words, marks } = await drawn()
    expect(marks).toBe(3)
    expect(words.filter((word) => word === '2')).toHaveLength(3)
    expect(screen.getByText(/The larger a mark, the more sessions/)).toBeDefined()
  })

  test('without equal sessions there is no explanation', () => {
    plot(pairs.slice(1))
    expect(screen.queryByText(/A larger mark/)).toBeNull()
  })

  test('without a session that both rated, it says so and offers no table', () => {
    plot([])
    expect(screen.getByText('No session that both have rated yet.')).toBeDefined()
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('moving through the sessions', () => {
  test('says both ratings, the difference and the other sessions with the same ratings', async () => {
    const user = plot()
    await user.tab()
    await user.keyboard('{ArrowRight}')
    const read = () =>
      [...screen.getByRole('status').querySelectorAll('strong, span')].map((line) => line.textContent)
    expect(read()).toEqual([
      'Session 1, Mar 3, 2025',
      'Client’s rating: 7',
      'Therapist’s rating: 6',
      'Therapist 1 lower',
      'The same ratings in session 4',
    ])
    await user.keyboard('{ArrowRight}')
    expect(read()).toContain('Therapist 2 higher')
    await user.keyboard('{End}')
    expect(read()).toContain('The same')
    await user.keyboard('{Escape}')
    expect(read()).toEqual([])
  })
})

describe('the table', () => {
  test('has every session of the drawing with both ratings and the difference', async () => {
    const user = plot()
    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    const table = screen.getByRole('table', { name: 'Bond' })
    const lines = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((line) => [...line.querySelectorAll('th, td')].map((cell) => cell.textContent))
    expect(lines).toEqual([
      ['1', 'Mar 3, 2025', '7', '6', 'Therapist 1 lower'],
      ['2', 'Mar 10, 2025', '4.5', '6.5', 'Therapist 2 higher'],
      ['4', 'Mar 24, 2025', '7', '6', 'Therapist 1 lower'],
      ['5', 'Mar 31, 2025', '8', '8', 'The same'],
    ])
  })
})

import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { charts } from '#shared/i18n/en/charts.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import type { ForestRow } from './forest-groups.ts'
import { ForestPlot } from './forest-plot.tsx'
import { ForestPlots } from './forest-plots.tsx'

beforeAll(async () => {
  // Loading the chart library takes longer than a test's default wait.
  await import('./forest-plot-drawing.tsx')
  await i18next.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: { charts } } },
    interpolation: { escapeValue: false },
  })
})

afterEach(cleanup)

function row(id: string, changes: Partial<ForestRow>): ForestRow {
  return {
    id,
    label: `Claim ${id}.`,
    source: null,
    statistic: 'r',
    value: 0.2,
    interval: null,
    n: null,
    strength: { words: 'One trial', order: 5 },
    year: 2020,
    ...changes,
  }
}

const rows: ForestRow[] = [
  row('late', { value: 0.29, year: 2021 }),
  row('early', { value: -0.39, year: 2012, interval: { level: 95, low: -0.57, high: -0.18 } }),
  row('pooled', { value: 0.28, year: 2023, strength: { words: 'Pooled', order: 6 } }),
]

/** Screen readers get the readout and the table instead of the drawing, so the test reads its words from the SVG. */
async function drawnWords(): Promise<string[]> {
  await screen.findByText('no relation')
  return [...document.querySelectorAll('svg tspan, svg text')].map((text) => text.textContent ?? '')
}

function plot(given: readonly ForestRow[] = rows) {
  render(<ForestPlot title="Correlations" rows={given} statistic="r" />)
  return userEvent.setup()
}

describe('what is drawn', () => {
  test('the line of no effect by its name and each figure with its interval as text', async () => {
    plot()
    const words = await drawnWords()
    for (const expected of ['no relation', 'Claim late.', '0.29', '−0.39 [−0.57, −0.18]', '95% interval']) {
      expect(words).toContain(expected)
    }
  })

  test('a finding without an interval is hollow, has no arms and says so', async () => {
    plot()
    const words = await drawnWords()
    expect(words.filter((text) => text === 'no interval given')).toHaveLength(2)
    expect(document.querySelectorAll('.recharts-errorBar')).toHaveLength(1)
    expect(screen.getByText(/A hollow square has no interval/)).toBeDefined()
  })

  test('if every finding has an interval, the hollow square isn’t explained', () => {
    plot(rows.map((each) => ({ ...each, interval: { level: 95, low: -0.5, high: 0.5 } })))
    expect(screen.queryByText(/hollow/)).toBeNull()
  })

  test('words that all rows share appear once, below', async () => {
    plot(rows.map((each) => ({ ...each, interval: null, strength: { words: 'One trial', order: 5 } })))
    const words = await drawnWords()
    expect(words).not.toContain('One trial')
    expect(words).not.toContain('no interval given')
    expect(screen.getByText(/^Each from: One trial\./)).toBeDefined()
    expect(
      screen.getByText(/no interval is given\. So the squares are hollow: .*\. All squares are/),
    ).toBeDefined()
  })

  test('what a larger square rests on is said above the drawing', () => {
    plot(rows.map((each, index) => ({ ...each, n: { count: 10 + index, of: 'studies' } })))
    const larger = screen.getByText(/A larger square rests on more studies\./)
    expect(larger.compareDocumentPosition(screen.getByRole('application'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    )
  })

  test('both sides of no effect are named at the ends of the axis', async () => {
    plot()
    expect(await drawnWords()).toEqual(expect.arrayContaining(['less', 'more']))
  })

  test('one sentence says how many findings there are, their range and how many have an interval', () => {
    plot()
    const figure = screen.getByRole('figure', { name: 'Correlations' })
    expect(
      within(figure).getByText(/^3 findings, from −0\.39 to 0\.29; 1 with an interval\. A hollow square/),
    ).toBeDefined()
  })

  test('without findings it says so once and offers no table', () => {
    plot([])
    expect(screen.getAllByText('No findings to set side by side.')).toHaveLength(1)
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('moving through the findings', () => {
  test('up and down go in the order of the drawing, Home and End to the ends, Escape away', async () => {
    const user = plot()
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('application', { name: /^Correlations/ }))
    const read = () => screen.getByRole('status').textContent
    await user.keyboard('{ArrowDown}')
    expect(read()).toBe('Claim pooled. 0.28, no interval given. Pooled')
    await user.keyboard('{ArrowDown}')
    expect(read()).toBe('Claim early. −0.39, −0.57 to −0.18 (95%). One trial')
    await user.keyboard('{End}{ArrowDown}')
    expect(read()).toContain('Claim late.')
    await user.keyboard('{Home}{ArrowUp}')
    expect(read()).toContain('Claim pooled.')
    await user.keyboard('{Escape}')
    expect(read()).toBe('')
  })
})

describe('the table', () => {
  test('has the findings of the drawing in its order, and names a missing interval', async () => {
    const user = plot()
    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    const table = screen.getByRole('table', { name: 'Correlations' })
    const lines = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((line) => [...line.querySelectorAll('th, td')].map((cell) => cell.textContent))
    expect(lines).toEqual([
      ['Claim pooled.', '0.28', 'no interval given', 'Pooled', '2023'],
      ['Claim early.', '−0.39', '−0.57 to −0.18 (95%)', 'One trial', '2012'],
      ['Claim late.', '0.29', 'no interval given', 'One trial', '2021'],
    ])
    await user.click(screen.getByRole('button', { name: 'Hide table' }))
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('names the studies if there are several', async () => {
    const user = plot(rows.map((each) => ({ ...each, source: `Study of ${each.id}` })))
    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    expect(screen.getByRole('columnheader', { name: 'Source' })).toBeDefined()
    expect(screen.getByRole('cell', { name: 'Study of late' })).toBeDefined()
  })
})

describe('the plots of an article', () => {
  const finding = { claim: 'A claim.', reportedIn: 'summary' } as const

  test('are one for each statistic with two findings; the rest is listed with the reason', async () => {
    const article = exampleArticle({
      effects: [
        { ...finding, id: 'a', statistic: 'g', value: 0.5 },
        { ...finding, id: 'b', statistic: 'd', value: 0.4 },
        { ...finding, id: 'c', statistic: 'r', value: 0.3 },
        { ...finding, id: 'e', statistic: 'direction' },
      ],
    })
    render(<ForestPlots articles={[article]} />)
    expect(screen.getAllByRole('figure')).toHaveLength(1)
    await userEvent.setup().click(screen.getByRole('button', { name: '2 findings that are in no chart' }))
    expect(screen.getByText('No figure was printed.')).toBeDefined()
    expect(screen.getByText('No second figure of its kind to set beside it.')).toBeDefined()
  })

  test('a single finding is drawn too if it has an interval, which can be seen against no effect', () => {
    const effects = [
      {
        ...finding,
        id: 'a',
        statistic: 'r' as const,
        value: 0.28,
        ci: { level: 95, low: 0.23, high: 0.33 },
      },
    ]
    render(<ForestPlots articles={[exampleArticle({ effects })]} />)
    expect(screen.getByRole('figure', { name: 'The correlation with its interval' })).toBeDefined()
    expect(screen.getByText('1 finding, 0.28; with an interval.')).toBeDefined()
    expect(screen.queryByText(/not added up/)).toBeNull()
  })

  test('are absent if there is nothing to compare', () => {
    const { container } = render(<ForestPlots articles={[exampleArticle()]} />)
    expect(container.textContent).toBe('')
  })
})

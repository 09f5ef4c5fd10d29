import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import {
  measureFacts,
  practiceMeasures,
  type Estimate,
  type MeasureOverTime,
  type Practice,
  type PracticeMeasure,
} from '#shared/practice/practice.ts'
import { practice as words } from '#shared/i18n/en/practice.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { PracticeScreen } from './practice-screen.tsx'

// Loading the chart library takes longer than a test's default wait.
beforeAll(async () => {
  await import('#renderer/parts/charts/period-plot-drawing.tsx')
})
afterEach(cleanup)

function estimate(measure: PracticeMeasure, period: string, change: Partial<Estimate> = {}): Estimate {
  const count = measureFacts[measure].kind === 'share' ? 60 : null
  return { period, n: 120, clients: 9, count, interval: { value: 0.5, low: 0.4, high: 0.6 }, ...change }
}

const few = { n: 4, clients: 2, interval: null }

function overTime(measure: PracticeMeasure, change: Partial<MeasureOverTime> = {}): MeasureOverTime {
  return {
    whole: estimate(measure, 'all'),
    years: [estimate(measure, '2024'), estimate(measure, '2026')],
    quarters: [estimate(measure, '2024-4', few), estimate(measure, '2026-1')],
    ...change,
  }
}

const measures = Object.fromEntries(
  practiceMeasures.map((measure) => [measure, overTime(measure)]),
) as Practice['measures']

const full: Practice = { basis: 'own', clients: 12, sessionsHeld: 300, hasOwnRule: false, measures }

const emptyOver = (measure: PracticeMeasure): MeasureOverTime => ({
  whole: estimate(measure, 'all', { n: 0, clients: 0, count: 0, interval: null }),
  years: [],
  quarters: [],
})

function show(practice: Partial<Practice> | AppError, status = vaultStatus()) {
  const app = renderApp({
    at: '/practice',
    screens: { '/practice': PracticeScreen },
    handlers: {
      vault: { status: () => status },
      practice: {
        get: () => {
          if (practice instanceof AppError) throw practice
          return { ...full, ...practice }
        },
      },
    },
  })
  return { ...app, user: userEvent.setup() }
}

const figure = (measure: PracticeMeasure) => screen.findByRole('figure', { name: words.measure[measure] })

test('one sentence says who was counted, the ruptures, and what became of them', async () => {
  show({})
  await screen.findByText(
    '12 clients, 300 sessions held, 2024 to 2026. The ratings show 120 ruptures: you had noted 60, and 60 were repaired.',
  )
  expect(screen.queryByText(words.fictional.title)).toBeNull()
})

test('every measure has its value, its interval and what it was counted from', async () => {
  show({})
  const sentenceOf = async (measure: PracticeMeasure) =>
    within(await figure(measure)).getByText(/^All together/).textContent
  expect(await sentenceOf('ruptures')).toBe(
    'All together 50, interval 40 to 60 (60 of 120 rated sessions, 9 clients).',
  )
  expect(await sentenceOf('completion')).toBe(
    'All together 50%, interval 40% to 60% (60 of 120 sessions held, 9 clients).',
  )
  expect(await sentenceOf('sessionsToRepair')).toBe(
    'All together 0.5 sessions, interval 0.4 to 0.6 (120 repairs, 9 clients).',
  )
  expect(await sentenceOf('difference')).toBe(
    'All together +0.5 points, interval +0.4 to +0.6 (120 sessions rated by both, 9 clients).',
  )
  expect(await sentenceOf('guesses')).toContain('120 sessions with a guess')
})

test('every picture says how often its interval held the true value in the simulation', async () => {
  show({})
  const noteOf = async (measure: PracticeMeasure) =>
    within(await figure(measure)).getByText(/simulated/).textContent
  expect(await noteOf('noted')).toContain('at least 92 of 100')
  expect(await noteOf('distance')).toContain('at least 89 of 100')
  expect(await noteOf('sessionsToRepair')).toContain('at least 96 of 100')
})

test('below the number that it needs, a measure has no picture and says what is still needed', async () => {
  const whole = estimate('noted', 'all', { n: 9, clients: 4, count: 3, interval: null })
  const years = [estimate('noted', '2025', { n: 9, clients: 4, count: 3, interval: null })]
  show({ measures: { ...measures, noted: { whole, years, quarters: [] } } })
  const noted = within(await figure('noted'))
  noted.getByText('Too few to say: 3 of 9 ruptures, 4 clients. Still needed: 1 rupture and 1 client.')
  expect(noted.queryByRole('application')).toBeNull()
  expect(noted.queryByText(/%/)).toBeNull()
})

test('a measure with enough only over all time says that no year has', async () => {
  const years = [estimate('completion', '2025', few)]
  show({ measures: { ...measures, completion: overTime('completion', { years }) } })
  const completion = within(await figure('completion'))
  completion.getByText(/^All together 50%/)
  completion.getByText(words.noPeriod.year)
})

test('the years are drawn and read out, with a cross and the words for one that has too few', async () => {
  const { user } = show({})
  const completion = within(await figure('completion'))
  await waitFor(() => expect(document.querySelectorAll('.recharts-scatter-symbol').length).toBeGreaterThan(0))
  completion.getByRole('application').focus()
  const read = () =>
    [...completion.getByRole('status').querySelectorAll('strong, span')].map(({ textContent }) => textContent)
  await user.keyboard('{ArrowRight}')
  expect(read()).toEqual(['2024', '50%', '40% to 60%', '60 of 120 sessions held, 9 clients'])
  // Nothing was counted in the year between.
  await user.keyboard('{ArrowRight}')
  expect(read()).toEqual([
    '2025',
    'too few',
    'still needed: 30 sessions held and 5 clients',
    '0 sessions held, 0 clients',
  ])
  await user.keyboard('{Escape}')
  expect(read()).toEqual([])
})

test('by quarter, picture and table have every quarter from the first to the last', async () => {
  const { user } = show({})
  await user.click(await screen.findByRole('radio', { name: words.by.quarter }))
  await user.click(within(await figure('completion')).getByRole('button', { name: 'Show as table' }))
  const table = within(screen.getByRole('table', { name: words.measure.completion }))
  const rows = table
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent))
  expect(rows.map(([period]) => period)).toEqual([
    'Q4 2024',
    'Q1 2025',
    'Q2 2025',
    'Q3 2025',
    'Q4 2025',
    'Q1 2026',
  ])
  expect(rows.at(-1)?.slice(1)).toEqual(['50%', '40% to 60%', '60 of 120 sessions held, 9 clients'])
})

test('quarters are offered only if one of them has enough', async () => {
  const withoutQuarters = Object.fromEntries(
    practiceMeasures.map((measure) => [measure, overTime(measure, { quarters: [] })]),
  ) as Practice['measures']
  show({ measures: withoutQuarters })
  await figure('completion')
  expect(screen.queryByRole('radio')).toBeNull()
})

test('the fictional caseload and a changed rule are named', async () => {
  show({ basis: 'fictional', hasOwnRule: true })
  await screen.findByText(words.fictional.title)
  screen.getByText(words.ownRule)
  // A saved picture takes this note along.
  within(await figure('completion')).getByText(/^From invented clients\. Lines:/)
})

test('a practice without sessions has one sentence and one action', async () => {
  const empty = Object.fromEntries(
    practiceMeasures.map((measure) => [measure, emptyOver(measure)]),
  ) as Practice['measures']
  show({ clients: 0, sessionsHeld: 0, measures: empty })
  await screen.findByText(words.none)
  expect(screen.getByRole('link', { name: words.logFirst })).toBeDefined()
  expect(screen.queryByRole('figure')).toBeNull()
})

test('a practice without sessions offers no log in a vault that can only be read', async () => {
  const empty = Object.fromEntries(
    practiceMeasures.map((measure) => [measure, emptyOver(measure)]),
  ) as Practice['measures']
  show(
    { clients: 0, sessionsHeld: 0, measures: empty },
    vaultStatus({ access: 'read-only', readOnlyReason: 'damaged' }),
  )
  await screen.findByText(words.none)
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull())
})

test('a failure is said, and the screen can try again', async () => {
  show(new AppError('vault-damaged'))
  expect(await screen.findByRole('button', { name: /again/i })).toBeDefined()
})

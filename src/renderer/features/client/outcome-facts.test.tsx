import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { packOverview } from '#shared/overview/packed-overview.ts'
import { errorRates } from '#shared/prompts/error-rates.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import { fakeRisks } from '#renderer/testing/fake-risks.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ClientScreen } from './client-screen.tsx'
import { exampleClient } from './testing/example-overview.ts'
import { outcomeOverview } from './testing/example-outcome.ts'

const chosen: unknown[] = []

async function show(overview: () => ClientOverview) {
  chosen.length = 0
  const app = renderApp({
    at: `/clients/${exampleClient.id}`,
    screens: { '/clients/$clientId': ClientScreen },
    handlers: {
      clients: {
        overview: () => packOverview(overview()),
        setOutcomeBaseline: (choice) => {
          chosen.push(choice)
          return undefined
        },
      },
      risk: fakeRisks().handlers,
    },
  })
  const card = within(await screen.findByRole('region', { name: 'PHQ-9' }))
  const user = userEvent.setup()
  const openBasis = async () => user.click(card.getByRole('button', { name: 'What this rests on' }))
  return { ...app, card, user, openBasis }
}

// Loading the chart library takes longer than a test's default wait.
beforeAll(() => import('#renderer/parts/charts/line-plot-drawing.tsx'))
afterEach(cleanup)

describe('the panel of a questionnaire', () => {
  test('shows the change with both ratings, the threshold, its source and the number of ratings', async () => {
    const { card, failures, openBasis } = await show(() => outcomeOverview([14, 12, null, 8]))
    expect(
      card.getByText(
        'PHQ-9 total went from 14 in session 1 to 8 in session 4, 3 weeks later: 6 points better, a reliable change (6 or more). 3 ratings.',
      ),
    ).toBeTruthy()
    expect(card.getByText('Session 1 was at 10 or beyond; session 4 no longer is.')).toBeTruthy()
    await openBasis()
    expect(card.getByText(/^6 points of PHQ-9 total. Source: .*NHS/)).toBeTruthy()
    expect(card.getByText(/Source: Kroenke/)).toBeTruthy()
    expect(failures).toEqual([])
  })

  test('names the totals that another program gave, in the sentence, below the chart and in its table', async () => {
    const { card, user } = await show(() => outcomeOverview([14, 12, null, 8], { totals: [0, 1] }))
    expect(
      card.getByText(
        /a reliable change \(6 or more\)\. 3 ratings\. The score of session 1 is a total that another program gave\.$/,
      ),
    ).toBeTruthy()
    expect(
      card.getByText(
        /A diamond is a total that another program gave\. Its answers are not known, nor whether one of them asked for attention\.$/,
      ),
    ).toBeTruthy()
    expect(await card.findByText('Total only')).toBeTruthy()
    await user.click(card.getByRole('button', { name: 'Show as table' }))
    const cells = card
      .getAllByRole('row')
      .map((row) => within(row).queryAllByRole('cell').at(-1)?.textContent)
    expect(cells.slice(1)).toEqual(['14 (total only)', '12 (total only)', 'not rated', '8'])
  })

  test('says nothing of totals where there are none', async () => {
    const { card } = await show(() => outcomeOverview([14, 12, null, 8]))
    expect(await card.findByText('Client')).toBeTruthy()
    expect(card.queryByText(/another program|Total only/)).toBeNull()
  })

  test('says that lower is better in its own chart', async () => {
    const { card } = await show(() => outcomeOverview([14, 12]))
    expect(await card.findByText(/lower is better/)).toBeTruthy()
  })

  test('draws the cut-off, and the corridor of reliable change around the baseline', async () => {
    const { card } = await show(() => outcomeOverview([14, 12]))
    for (const words of ['cut-off 10', 'better: 8 or less', 'worse: 20 or more']) {
      expect(await card.findByText(words)).toBeTruthy()
    }
    expect(
      card.getByText(
        'In the band, a change from the 14 of session 1 is less than the 6 points that count as reliable.',
      ),
    ).toBeTruthy()
    expect(document.querySelectorAll('.recharts-reference-area')).toHaveLength(1)
  })

  test('has no therapist, because only the client answers it', async () => {
    const { card, user } = await show(() => outcomeOverview([14, 12]))
    await user.click(card.getByRole('button', { name: 'Show as table' }))
    expect(card.getByRole('columnheader', { name: 'Client' })).toBeTruthy()
    expect(card.queryByRole('columnheader', { name: /Therapist/ })).toBeNull()
  })

  test('names a smaller change in the direction of the scale', async () => {
    const { card } = await show(() => outcomeOverview([10, 13]))
    expect(card.getByText(/worse by 3, too little for a reliable change \(6 points or more\)/)).toBeTruthy()
  })

  test('shows no change from one rating', async () => {
    const { card } = await show(() => outcomeOverview([14, null]))
    expect(card.getByText(/A change needs a second rating \(1 rating so far\)/)).toBeTruthy()
    expect(card.getByText('Not judged yet: this needs a baseline and a later rating.')).toBeTruthy()
    expect(card.queryByRole('button', { name: /Compare with/ })).toBeNull()
  })

  test('says that a client is not on track by Attune’s own rule, and that it is no prediction', async () => {
    const { card } = await show(() => outcomeOverview([12, 14, 19]))
    expect(
      card.getByText(/^Not on track: worse than in session 1 by 6 or more.*predicts nothing/),
    ).toBeTruthy()
  })

  test('says how often a client who stays the same would cross the threshold by error alone', async () => {
    const { card, openBasis } = await show(() => outcomeOverview([12, 12, null, 12]))
    await openBasis()
    const { share } = errorRates.beyondReliableChange.find(({ ratings }) => ratings === 3)!
    expect(share).toBeGreaterThan(0.03)
    expect(
      card.getByText(
        new RegExp(
          `^Of clients whose state never changes, ${(share * 100).toFixed(0)}% .* within 3 ratings.*6 points as 1.96`,
        ),
      ),
    ).toBeTruthy()
  })

  test('gives no such share for one rating, and the last one known for very many', async () => {
    const one = await show(() => outcomeOverview([12]))
    await one.openBasis()
    expect(one.card.queryByText('By error alone')).toBeNull()
    cleanup()
    const { card, openBasis } = await show(() => outcomeOverview(Array.from({ length: 60 }, () => 12)))
    await openBasis()
    expect(card.getByText(/within 52 ratings/)).toBeTruthy()
  })

  test('says how long after the baseline the latest rating came', async () => {
    const { card } = await show(() => {
      const overview = outcomeOverview([12, 14, 12])
      const [first, second, last] = overview.sessions
      const sessions = [first!, second!, { ...last!, date: first!.date }]
      return { ...overview, sessions }
    })
    expect(card.getByText(/is the same in session 3, less than a week later\./)).toBeTruthy()
    cleanup()
    const later = await show(() => outcomeOverview([12, 14]))
    expect(later.card.getByText(/to 14 in session 2, one week later: worse by 2/)).toBeTruthy()
  })

  test('says so if the rule uses other numbers than its defaults', async () => {
    const { card } = await show(() => outcomeOverview([12, 12, 12], { parameters: { trackSession: 3 } }))
    expect(card.getByText(/^Not on track: there are 3 ratings or more.*With your own settings/)).toBeTruthy()
  })

  test('shows a sudden gain with its numbers', async () => {
    const { card } = await show(() => outcomeOverview([18, 19, 18, 8, 8, 7]))
    expect(card.getByText(/^From 18 to 8 in session 4: 10 points at once/)).toBeTruthy()
  })

  test('names the sessions that can’t be compared', async () => {
    const { card } = await show(() => outcomeOverview([null, 12, 8], { leftOut: [0] }))
    expect(card.getByText(/^Session 1 was answered in an earlier version/)).toBeTruthy()
  })

  test('lets the user choose a baseline, and go back to the first rating', async () => {
    let choice: number | null = null
    const { card, user } = await show(() => outcomeOverview([14, 12, 8], { chosenBaseline: choice }))
    choice = 1
    await user.click(card.getByRole('button', { name: /Compare with/ }))
    await user.click(screen.getByRole('option', { name: 'Session 2: 12' }))
    expect(await card.findByText(/went from 12 in session 2 to 8 in session 3/)).toBeTruthy()
    choice = null
    await user.click(card.getByRole('button', { name: /Compare with/ }))
    await user.click(screen.getByRole('option', { name: /The first rating/ }))
    expect(await card.findByText(/went from 14 in session 1/)).toBeTruthy()
    expect(chosen).toEqual([
      {
        id: exampleClient.id,
        instrumentId: 'phq-9',
        sessionId: '00000000-0000-4000-8000-000000000002',
      },
      { id: exampleClient.id, instrumentId: 'phq-9', sessionId: null },
    ])
  })
})

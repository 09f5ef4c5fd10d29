import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { buildOverview } from '#shared/overview/build-overview.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import { packOverview } from '#shared/overview/packed-overview.ts'
import type { ClientSeries } from '#shared/series/client-series.ts'
import { clientAlliance, ownSeries, therapistAlliance } from '#shared/series/testing/own-series.ts'
import { fakeRisks } from '#renderer/testing/fake-risks.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ClientScreen } from './client-screen.tsx'
import { exampleClient, exampleSession } from './testing/example-overview.ts'

const ownAlliance = ownSeries.find(({ id }) => id === clientAlliance)
if (ownAlliance === undefined) throw new Error('Attune’s own alliance is missing')
const lantern: ClientSeries = {
  ...ownAlliance,
  id: 'client/lantern/sum',
  instrumentId: 'lantern',
  scaleId: 'sum',
  title: 'Sum',
  instrumentTitle: 'Lantern',
  maximum: 40,
  step: 0.1,
  pair: null,
}
const earlier: ClientSeries = { ...lantern, id: 'client/lantern/sum@1' }

/** An overview of sessions with these scores. */
function overviewOf(scores: readonly Record<string, number>[], chosenLead: string | null): ClientOverview {
  const sessions = scores.map((ofSession, index) => exampleSession(index + 1, { scores: ofSession }))
  const series = [...ownSeries, lantern, earlier]
  return { ...buildOverview(exampleClient, sessions, { series, chosenLead }), prompts: [] }
}

const both = [{ [earlier.id]: 30 }, { [clientAlliance]: 7, [lantern.id]: 33 }, { [lantern.id]: 34 }]

async function show(scores: readonly Record<string, number>[], before: string | null = null) {
  let lead = before
  const { failures } = renderApp({
    at: `/clients/${exampleClient.id}`,
    screens: { '/clients/$clientId': ClientScreen },
    handlers: {
      clients: {
        overview: () => packOverview(overviewOf(scores, lead)),
        setLead: ({ series }) => {
          lead = series
          return undefined
        },
      },
      risk: fakeRisks().handlers,
    },
  })
  const card = within(await screen.findByRole('region', { name: 'How the relationship goes' }))
  return { card, failures, user: userEvent.setup(), leadNow: () => lead }
}

const choice = /The page leads with/

afterEach(cleanup)

test('a client rated on two forms has a choice of which leads, and the course follows it', async () => {
  const { card, user, failures, leadNow } = await show(both)
  const select = card.getByRole('button', { name: choice })
  expect(select.textContent).toContain('The alliance that the client rated last')
  expect(card.getByText(/“Sum” in “Lantern” was last 34/)).toBeTruthy()
  await user.click(select)
  // An earlier version of a form goes with the newest one and can't be chosen.
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'The alliance that the client rated last',
    'Alliance',
    'Lantern: Sum',
  ])
  await user.click(screen.getByRole('option', { name: 'Alliance' }))
  expect(leadNow()).toBe(clientAlliance)
  expect(await card.findByText(/The client’s alliance was last 7, in session 2/)).toBeTruthy()
  await user.click(card.getByRole('button', { name: choice }))
  await user.click(screen.getByRole('option', { name: 'The alliance that the client rated last' }))
  expect(leadNow()).toBeNull()
  expect(failures).toEqual([])
})

test('a client rated on one form has no choice, unless one was made before', async () => {
  const one = await show([{ [lantern.id]: 33 }, { [lantern.id]: 34 }])
  expect(one.card.queryByRole('button', { name: choice })).toBeNull()
  cleanup()
  const { card } = await show([{ [lantern.id]: 33 }], clientAlliance)
  expect(card.getByRole('button', { name: choice }).textContent).toContain('Alliance')
})

test('a session answered on another version of the form shows its score and counts as rated', async () => {
  const { card } = await show([{ [earlier.id]: 30 }, { [lantern.id]: 33 }, { [lantern.id]: 34 }])
  expect(card.getByText(/\(3 sessions held, 1 rated on another version of the form\)/)).toBeTruthy()
  const sessions = within(await screen.findByRole('region', { name: 'Sessions' }))
  const [, , oldest] = sessions.getAllByRole('listitem')
  expect(oldest?.textContent).toContain('Client’s alliance30 on another version of the form')
})

test('brackets are explained where some are drawn, which drops in the therapist’s own ratings have not', async () => {
  const steady = [7, 8, 7, 8, 7, 8, 7, 8, 7]
  const course = (client: readonly number[], therapist: readonly number[]) =>
    client.map((value, index) => ({ [clientAlliance]: value, [therapistAlliance]: therapist[index] ?? 0 }))
  const fallen = await show(course([...steady, 1], [...steady, 8]))
  expect(fallen.card.getByText(/Brackets are drops/)).toBeTruthy()
  expect(fallen.card.queryByText(/Drops in your own ratings/)).toBeNull()
  cleanup()
  const own = await show(course([...steady, 8], [...steady, 1]))
  expect(own.card.queryByText(/Brackets are drops/)).toBeNull()
  expect(own.card.getByText(/Drops in your own ratings/)).toBeTruthy()
})

test('a session held without the client’s rating has a cross, and the chart says so', async () => {
  const { card } = await show([{ [clientAlliance]: 7 }, {}, { [clientAlliance]: 6 }])
  card.getByText(/Crosses are sessions held without the client’s rating\./)
  cleanup()
  const { card: rated } = await show([{ [clientAlliance]: 7 }, { [clientAlliance]: 6 }])
  expect(rated.queryByText(/Crosses/)).toBeNull()
})

import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { packOverview } from '#shared/overview/packed-overview.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import { defaultSettings, type Settings } from '#shared/settings/settings.ts'
import { clientAlliance } from '#shared/series/testing/own-series.ts'
import { fakeRisks } from '#renderer/testing/fake-risks.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ClientScreen } from '../client-screen.tsx'
import { exampleClient } from '../testing/example-overview.ts'
import { ratedOverview, type Rated } from '../testing/rated-overview.ts'

// Loading the chart library takes longer than a test's default wait.
beforeAll(() => import('#renderer/parts/charts/line-plot-drawing.tsx'))
afterEach(cleanup)

const full: Rated = {
  [clientAlliance]: 7,
  'therapist/attune-alliance-therapist/alliance': 6,
  'client/attune-session-experience/felt-empathy': 8,
  'therapist/attune-own-empathy/own-empathy': 5,
  'therapist/attune-feelings-before/supportive': 4,
  'therapist/attune-feelings-after/supportive': 6,
  'client/attune-emotions-client/anger': 3,
  'therapist/attune-emotions-guess/anger': 1,
}

const panelNames = [
  'What was noted',
  'Empathy, received and your own',
  'Your feelings, before and after',
  'The client’s emotions',
  'How far your guesses were off',
]

async function show(overview: ClientOverview, kept: Settings = defaultSettings) {
  let settings = kept
  const { failures } = renderApp({
    at: `/clients/${exampleClient.id}`,
    screens: { '/clients/$clientId': ClientScreen },
    handlers: {
      clients: { overview: () => packOverview(overview) },
      sessions: { firstLines: () => [] },
      prompts: { history: () => [] },
      settings: {
        get: () => settings,
        update: ({ foldedPanels = settings.foldedPanels }) => (settings = { ...settings, foldedPanels }),
      },
      risk: fakeRisks().handlers,
    },
  })
  const card = within(await screen.findByRole('region', { name: 'Everything rated and noted' }))
  const panel = async (name: string) => within(await card.findByRole('region', { name }))
  return { card, panel, failures, user: userEvent.setup(), settingsNow: () => settings }
}

const noted = { changes: { 2: { events: ['client-cried'] }, 3: { status: 'no-show' } } }
// A readout is an output; a query by role would look at every element of the page.
const readLines = () =>
  [...document.querySelectorAll('output strong, output span')].map(({ textContent }) => textContent)

describe('the panels below the course', () => {
  test('draw everything that was rated and noted, one below the other', async () => {
    const { panel, card, failures } = await show(ratedOverview([full, full, {}], noted))
    await panel('How far your guesses were off')
    expect(card.getAllByRole('region').map((each) => each.getAttribute('aria-label'))).toEqual(panelNames)
    expect(failures).toEqual([])
  })

  test('are left out where nothing was rated or noted', async () => {
    const { panel, card } = await show(ratedOverview([{ 'client/attune-emotions-client/anger': 3 }]))
    await panel('The client’s emotions')
    expect(card.getAllByRole('region')).toHaveLength(1)
  })

  test('name the session and all its values, whichever panel the arrow keys move in', async () => {
    const { panel, user } = await show(ratedOverview([full, full, {}], noted))
    const emotions = await panel('The client’s emotions')
    emotions.getByRole('application').focus()
    await user.keyboard('{Home}{ArrowRight}')
    expect(readLines()).toEqual([
      'Session 2, Jan 14, 2025',
      'Alliance: client 7, therapist 6',
      'Felt empathy: client 8, therapist 5',
      'Your feelings: Supportive 4 before, 6 after',
      'Client’s emotions: Angry 3',
      'Your guesses: Angry 2 lower',
      'Noted: client cried',
    ])
    await user.keyboard('{End}')
    expect(readLines()).toEqual(['Session 3, Jan 21, 2025', 'not rated: client did not come'])
    await user.keyboard('{Escape}')
    expect(readLines()).toEqual([])
  })

  test('share one cursor with the course, whose readout has their values too', async () => {
    const { user } = await show(ratedOverview([full, full, {}], noted))
    const course = within(screen.getByRole('region', { name: 'How the relationship goes' }))
    course.getByRole('application').focus()
    await user.keyboard('{Home}')
    expect(readLines()).toContain('Your feelings: Supportive 4 before, 6 after')
    expect(readLines().filter((line) => line?.startsWith('Session'))).toHaveLength(1)
  })

  test('stay folded on every client’s page once folded', async () => {
    const first = await show(ratedOverview([full]))
    const feelings = await first.panel('Your feelings, before and after')
    await first.user.click(feelings.getByRole('button', { name: 'Your feelings, before and after' }))
    await waitFor(() => expect(first.settingsNow().foldedPanels).toEqual(['feelings']))
    expect(feelings.queryByRole('application')).toBeNull()
    cleanup()
    const second = await show(ratedOverview([full]), first.settingsNow())
    const folded = await second.panel('Your feelings, before and after')
    expect(folded.queryByRole('application')).toBeNull()
    await second.user.click(folded.getByRole('button', { name: 'Your feelings, before and after' }))
    expect(folded.getByRole('application')).toBeTruthy()
    await waitFor(() => expect(second.settingsNow().foldedPanels).toEqual([]))
  })

  test('and the course each stay folded, whichever was folded last', async () => {
    const { panel, user, settingsNow } = await show(ratedOverview([full, full]))
    const feelings = await panel('Your feelings, before and after')
    await user.click(feelings.getByRole('button', { name: 'Your feelings, before and after' }))
    const course = within(screen.getByRole('region', { name: 'How the relationship goes' }))
    const fold = course.getByRole('button', { name: 'How the relationship goes' })
    expect(course.getByRole('application')).toBeTruthy()
    fold.focus()
    await user.keyboard('{Enter}')
    expect(fold.getAttribute('aria-expanded')).toBe('false')
    expect(course.queryByRole('application')).toBeNull()
    // What it comes to is still said.
    expect(course.getByText(/The client’s alliance was last 7/)).toBeTruthy()
    await waitFor(() => expect(settingsNow().foldedPanels).toEqual(['feelings', 'course']))
    cleanup()
    const again = await show(ratedOverview([full, full]), settingsNow())
    await again.panel('Your feelings, before and after')
    expect(
      within(screen.getByRole('region', { name: 'How the relationship goes' })).queryByRole('application'),
    ).toBeNull()
  })

  test('show the sessions of the course’s range, also in their tables', async () => {
    const { panel, user } = await show(ratedOverview(Array.from({ length: 25 }, () => full)))
    const emotions = await panel('The client’s emotions')
    await user.click(emotions.getByRole('button', { name: 'Show as table' }))
    expect(emotions.getAllByRole('row')).toHaveLength(26)
    const course = within(screen.getByRole('region', { name: 'How the relationship goes' }))
    await user.click(course.getByRole('button', { name: /Sessions$/ }))
    await user.click(screen.getByRole('option', { name: 'The last 20' }))
    await waitFor(() => expect(emotions.getAllByRole('row')).toHaveLength(21))
    expect(emotions.getAllByRole('row')[1]?.textContent).toBe('6Feb 11, 20253')
  })

  test('show the empathy of both as a line on the whole scale, with its table', async () => {
    const { panel, user } = await show(ratedOverview([full, full, full, full]))
    const empathy = await panel('Empathy, received and your own')
    expect(await empathy.findByText('better')).toBeTruthy()
    await waitFor(() => expect(document.querySelectorAll('.recharts-line')).toHaveLength(2))
    await user.click(empathy.getByRole('button', { name: 'Show as table' }))
    expect(empathy.getAllByRole('row')[1]?.textContent).toBe('1Jan 7, 202585')
  })

  test('compare the feelings with a rating of the client’s that can be chosen, and give n in the table', async () => {
    const sessions = [4, 5, 6, 7, 5, 8, 3].map((value) => ({
      ...full,
      'therapist/attune-feelings-before/supportive': value,
      'client/attune-session-experience/felt-empathy': value,
      'client/attune-session-experience/helpfulness': 10 - value,
    }))
    const { panel, user } = await show(ratedOverview(sessions))
    const compared = await panel('Your feelings and the client’s experience')
    expect(compared.getByText(/felt empathy is 1 higher for each point of “Supportive, before”/)).toBeTruthy()
    await user.click(compared.getByRole('button', { name: /Client’s rating/ }))
    await user.click(screen.getByRole('option', { name: 'Helpfulness' }))
    expect(compared.getByText(/rating of helpfulness is 1 lower for each point/)).toBeTruthy()
    await user.click(compared.getByRole('button', { name: 'Show as table' }))
    expect(compared.getAllByRole('row')[1]?.textContent).toBe(
      'Supportive, beforesame session−1−1 to −1 (95%)7',
    )
    compared.getByRole('application').focus()
    await user.keyboard('{ArrowDown}')
    expect(readLines()).toEqual(['Supportive, before, same session', '−1, n 7', '−1 to −1 (95%)'])
  })
})

import { act, cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { FirstLines } from '#shared/records/first-lines.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { buildOverview } from '#shared/overview/build-overview.ts'
import { packOverview } from '#shared/overview/packed-overview.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import type { Prompt } from '#shared/prompts/prompt.ts'
import type { ListedAgreement } from '#shared/supervision/meeting.ts'
import { seriesId } from '#shared/series/client-series.ts'
import { clientAlliance, ownSeries } from '#shared/series/testing/own-series.ts'
import { ownWordsSchema, type OwnWords } from '#shared/records/own-words.ts'
import { exampleRisk, fakeRisks } from '#renderer/testing/fake-risks.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ClientScreen } from './client-screen.tsx'
import {
  exampleClient,
  exampleNote,
  exampleOverview,
  exampleSession,
  repairedFall,
} from './testing/example-overview.ts'

const prompt: Prompt = {
  ruleId: 'rupture-open',
  ruleVersion: 2,
  title: 'A drop that is still open',
  area: 'rupture',
  because: 'Alliance was 4.5 in session 8.',
  numbers: [{ label: 'Client’s alliance', value: 4.5, n: 1 }],
  suggestion: 'You could ask how last time felt.',
  rule: 'An open episode at rupture level.',
  changedParameters: ['windowSessions'],
  strength: 'Meta-analysis, 82 samples',
  cantTell: 'It does not show cause.',
  source: { articleId: 'babl-2022', effectId: 'resolution', citation: 'Babl and others, 2022' },
  also: [],
  furtherSources: [],
  sessionNumber: 8,
}

function show(
  overview: () => ClientOverview,
  lines: FirstLines[] = [],
  agreements: ListedAgreement[] = [],
  ownWords: OwnWords[] = [],
) {
  const app = renderApp({
    at: `/clients/${exampleClient.id}`,
    screens: { '/clients/$clientId': ClientScreen },
    handlers: {
      clients: { overview: () => packOverview(overview()) },
      sessions: { firstLines: () => lines },
      drafts: fakeFormDrafts(),
      supervision: { agreements: () => agreements },
      replies: { ofClient: () => [] },
      ownWords: { ofClient: () => ({ place: 'after', ownWords }) },
      risk: fakeRisks().handlers,
    },
  })
  return { ...app, user: userEvent.setup() }
}

const region = (name: string) => screen.findByRole('region', { name })

afterEach(cleanup)

describe('the page of a client', () => {
  test('puts the focus on its heading and sums up the course in one sentence', async () => {
    const { failures } = show(() => exampleOverview(repairedFall))
    const heading = await screen.findByRole('heading', { level: 1, name: 'K-07' })
    expect(document.activeElement).toBe(heading)
    expect(
      screen.getByText(/dropped from about 7.6 to 4.5 in session 9 and had recovered by session 10/),
    ).toBeTruthy()
    expect(failures).toEqual([])
  })

  test('has a card for goals and problems, also before the first session, and their ratings in the timeline', async () => {
    const overview = exampleOverview(repairedFall)
    const rated = overview.sessions.at(-1)
    const own = ownWordsSchema.parse({
      id: '00000000-0000-4000-9000-000000000001',
      clientId: exampleClient.id,
      kind: 'goal',
      endedOn: null,
      wordings: [
        {
          id: '00000000-0000-4000-9000-000000000002',
          words: 'Sleep through',
          since: '2025-01-07',
          ratings: [{ sessionId: rated?.id, value: 6, ratedAt: '2025-03-01T10:00:00.000Z' }],
        },
      ],
    })
    const { failures } = show(() => overview, [], [], [own])
    expect((await region('In the client’s own words')).textContent).toContain('Sleep through')
    expect((await region('Sessions')).textContent).toContain('Goal “Sleep through” 6')
    const panel = await region('Goals and problems')
    expect(panel.textContent).toContain('the only rating so far. 10 means reached: higher is better.')
    expect(failures).toEqual([])
    cleanup()
    show(() => exampleOverview([]))
    expect((await region('In the client’s own words')).textContent).toContain('Up to three goals or problems')
  })

  test('says at the top what is still open, with a card after the prompts, unless the therapy has ended', async () => {
    const open = exampleOverview(repairedFall.slice(0, 9), { notes: { 5: exampleNote } })
    show(() => ({ ...open, prompts: [prompt] }))
    const card = await region('Still open')
    expect(card.textContent).toContain('In session 9 the client’s rating of working together was 4.5')
    expect(card.textContent).toContain('In session 5 you noticed a withdrawal, still open.')
    const prompts = await screen.findByText('A drop that is still open')
    expect(prompts.compareDocumentPosition(card)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(screen.getByText(/still open from 2 sessions/)).toBeTruthy()
    cleanup()
    show(() => ({ ...open, client: { ...open.client, status: 'ended' } }))
    await region('How the relationship goes')
    expect(screen.queryByRole('region', { name: 'Still open' })).toBeNull()
    expect(screen.queryByText(/still open from/)).toBeNull()
  })

  test('shows an open risk answer before anything else of the client', async () => {
    show(() => ({ ...exampleOverview(repairedFall), risks: [exampleRisk()] }))
    const notice = await screen.findByRole('alert', { name: 'Something to look at first' })
    const course = screen.getByRole('region', { name: 'How the relationship goes' })
    expect(notice.compareDocumentPosition(course)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    const link = within(notice).getByRole('link', { name: 'Open the session' })
    expect(link.getAttribute('href')).toBe(
      '/clients/99999999-9999-4999-8999-999999999999/sessions/00000000-0000-4000-8000-000000000012',
    )
  })

  test('shows how a drop was found, with the rule, its parameters and the ratings', async () => {
    const { user } = show(() => exampleOverview(repairedFall))
    const falls = await region('Drops in alliance, and whether they recovered')
    expect(within(falls).getByRole('heading', { name: /R1: session 9/ })).toBeTruthy()
    await user.click(within(falls).getByRole('button', { name: 'How this was found' }))
    expect(within(falls).getByText(/^7.58: .*last 6 ratings/)).toBeTruthy()
    expect(within(falls).getByText(/8.61 times the yardstick/)).toBeTruthy()
    expect(within(falls).getByText(/8: 8, 9: 4.5, 10: 7/)).toBeTruthy()
  })

  test('shows the rest of a list and hides it again, and keeps the focus on the button', async () => {
    const notes = Object.fromEntries([9, 10, 11, 12, 13, 14].map((number) => [number, exampleNote]))
    const { user } = show(() =>
      exampleOverview(
        Array.from({ length: 14 }, () => 7),
        { notes },
      ),
    )
    const noted = await region('Your notes and the ratings')
    expect(within(noted).getAllByRole('listitem')).toHaveLength(4)
    await user.click(within(noted).getByRole('button', { name: 'Show all 6' }))
    expect(within(noted).getAllByRole('listitem')).toHaveLength(6)
    const fewer = within(noted).getByRole('button', { name: 'Show fewer' })
    expect(document.activeElement).toBe(fewer)
    await user.click(fewer)
    expect(within(noted).getAllByRole('listitem')).toHaveLength(4)
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(within(noted).getAllByRole('listitem')).toHaveLength(6)
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(within(noted).getAllByRole('listitem')).toHaveLength(4)
  })

  test('lists the client’s drops before the therapist’s', async () => {
    const therapist = [7.5, 7, 7.5, 8, 7.5, 7.5, 8, 7.5, 8, 4.5, 7, 7.5]
    show(() => exampleOverview([...repairedFall, 7.5, 7.5], { therapist }))
    const falls = await region('Drops in alliance, and whether they recovered')
    const headings = within(falls)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent?.slice(0, 2))
    expect(headings).toEqual(['R1', 'T1'])
  })

  test('prints whose page it is and when it was printed', async () => {
    show(() => exampleOverview(repairedFall))
    await screen.findByRole('heading', { level: 1 })
    vi.setSystemTime(new Date('2025-04-01T10:00:00'))
    window.dispatchEvent(new Event('beforeprint'))
    vi.useRealTimers()
    expect(screen.getByText('Attune · K-07 · printed on Apr 1, 2025')).toBeTruthy()
  })

  test('shows the current parameters, and that the therapist changed them', async () => {
    const parameters = { ruptureSpreads: 3, windowSessions: 2, congruencePairs: 12 }
    const { user } = show(() => exampleOverview(repairedFall, { therapist: [7, 6, 7], parameters }))
    const falls = await region('Drops in alliance, and whether they recovered')
    expect(within(falls).getByText('Worked out with your own settings.')).toBeTruthy()
    await user.click(within(falls).getByRole('button', { name: 'How this was found' }))
    expect(within(falls).getByText(/4.21 or more is rupture level/)).toBeTruthy()
    expect(within(falls).getByText(/within 2 sessions after the lowest rating/)).toBeTruthy()
  })

  test('does not mention own settings if there are none', async () => {
    show(() => exampleOverview(repairedFall))
    await region('Drops in alliance, and whether they recovered')
    expect(screen.queryByText(/your own settings/)).toBeNull()
  })

  test('names a drop that nobody noted', async () => {
    show(() => exampleOverview(repairedFall))
    const noted = await region('Your notes and the ratings')
    expect(
      within(noted).getByText(/Session 9: .* no rupture was noted. Did you notice something/),
    ).toBeTruthy()
  })

  test('shows no comparison of notes and ratings where none can be made', async () => {
    show(() => exampleOverview([7], { notes: { 1: exampleNote } }))
    await region('Sessions')
    expect(screen.queryByRole('region', { name: 'Your notes and the ratings' })).toBeNull()
  })

  test('has no card that says only that there is not enough yet, and says once from when drops are found', async () => {
    show(() => exampleOverview([7], { therapist: [6] }))
    await region('Sessions')
    const cards = screen
      .getAllByRole('region')
      .map((card) => within(card).queryAllByRole('heading')[0]?.textContent)
    expect(cards).toEqual([
      'How the relationship goes',
      'Worth a thought',
      'In the client’s own words',
      'Sessions',
    ])
    expect(screen.getAllByText(/Drops can be found once there are 9 ratings/)).toHaveLength(1)
  })

  test('shows tracking and difference from six pairs on', async () => {
    show(() => exampleOverview([5, 6, 4, 7, 3, 5], { therapist: [4, 5, 4, 6, 3, 4.5] }))
    const views = await region('Your view beside the client’s')
    expect(
      within(views).getByText(
        'When the client’s rating moved by 1, yours moved by 0.7. Yours is 0.6 lower on average. 6 sessions with both.',
      ),
    ).toBeTruthy()
  })

  test('gives the reasons for a prompt and links to its finding', async () => {
    const { user } = show(() => ({ ...exampleOverview(repairedFall), prompts: [prompt] }))
    const card = await region('A drop that is still open')
    expect(within(card).getByText('It does not show cause.')).toBeTruthy()
    await user.click(within(card).getByRole('link', { name: 'Read the finding: Babl and others, 2022' }))
    expect(await screen.findByText('went to /evidence/babl-2022#effect-resolution')).toBeTruthy()
  })

  test('offers the ratings that were given, and shows another without the drops of the alliance', async () => {
    const helpfulness = seriesId('client', ownInstruments.sessionExperience, 'helpfulness')
    const sessions = repairedFall.map((rating, index) =>
      exampleSession(index + 1, {
        scores: { [clientAlliance]: rating, ...(index === 0 ? { [helpfulness]: 8 } : {}) },
      }),
    )
    const { user } = show(() => ({
      ...buildOverview(exampleClient, sessions, { series: ownSeries }),
      prompts: [],
    }))
    const card = within(await region('How the relationship goes'))
    await user.click(card.getByRole('button', { name: /Rating$/ }))
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Alliance',
      'Helpfulness',
    ])
    await user.click(screen.getByRole('option', { name: 'Helpfulness' }))
    expect(card.getByText(/rating of helpfulness was last 8, in session 1/)).toBeTruthy()
    await user.click(card.getByRole('button', { name: 'Show as table' }))
    const names = card.getAllByRole('columnheader').map(({ textContent }) => textContent)
    expect(names).toContain('Client')
    expect(names).not.toContain('Therapist')
  })

  test('shows a long course in part: the newest year first, the last 20, all, or any range', async () => {
    const { user } = show(() => exampleOverview(Array.from({ length: 80 }, () => 7)))
    const card = within(await region('How the relationship goes'))
    const shown = () => card.getByText(/^Sessions \d+ to 80 of 80$/).textContent
    await user.click(card.getByRole('button', { name: /Sessions$/ }))
    await user.click(screen.getByRole('option', { name: 'The last 20' }))
    expect(shown()).toBe('Sessions 61 to 80 of 80')
    const [first] = card.getAllByRole('slider')
    first?.focus()
    await user.keyboard('{ArrowLeft}')
    expect(shown()).toBe('Sessions 60 to 80 of 80')
    expect(card.getByRole('button', { name: /Sessions$/ }).textContent).toContain('60 to 80')
    await user.click(card.getByRole('button', { name: /Sessions$/ }))
    await user.click(screen.getByRole('option', { name: 'All' }))
    expect(shown()).toBe('Sessions 1 to 80 of 80')
  })

  test('lists the latest twenty sessions, and all when asked and on paper', async () => {
    const { user } = show(() => exampleOverview(Array.from({ length: 45 }, () => 7)))
    const sessions = await region('Sessions')
    const links = () =>
      within(sessions)
        .getAllByRole('link', { name: /^Session/ })
        .map((link) => link.textContent)
    expect(links()).toHaveLength(20)
    expect(links()[0]).toBe('Session 45')
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(links()).toHaveLength(45)
    expect(within(sessions).getByText('All 45, newest first.')).toBeTruthy()
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(links()).toHaveLength(20)
    await user.click(within(sessions).getByRole('button', { name: 'Show all 45 sessions' }))
    expect(links()).toHaveLength(45)
  })

  test('does not count a missed visit as one without a rating', async () => {
    const overview = exampleOverview([7, 6])
    const sessions = [
      ...overview.sessions,
      exampleSession(3),
      exampleSession(4, { status: 'no-show' }),
      exampleSession(5, { status: 'late-cancel' }),
      exampleSession(6, { clientMissing: 'partly-answered' }),
    ]
    show(() => ({ ...overview, sessions }))
    expect(await screen.findByText(/4 sessions held · 2 missed$/)).toBeTruthy()
    expect(screen.getByText(/4 sessions held, 1 not rated, 1 answered in part, 2 missed/)).toBeTruthy()
    const entries = within(await region('Sessions'))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(entries[0]).toContain('Client’s allianceanswered in part, too few answers for a score')
    expect(entries[1]).toMatch(/cancelled late$/)
    expect(entries[2]).toMatch(/did not come$/)
    expect(entries[3]).toContain('Client’s alliancenot rated')
    expect(entries[4]).toContain('Client’s alliance6')
  })

  test('shows the first line of note, event and comment, and opens each session to read', async () => {
    const sessions = [exampleSession(1, { events: ['client-cried'] }), exampleSession(2, { status: 'begun' })]
    const [first, second] = sessions
    if (!first || !second) throw new Error('a session is missing')
    show(
      () => ({ ...exampleOverview([]), sessions }),
      [{ sessionId: first.id, note: 'Quiet hour.', event: 'About the sister.', comment: 'I felt heard.' }],
    )
    const card = await region('Sessions')
    expect(await within(card).findByText(/Quiet hour\./)).toBeTruthy()
    const [newest, oldest] = within(card).getAllByRole('listitem')
    expect(oldest?.textContent).toContain(
      'Event client cried: About the sister.Note Quiet hour.Client wrote I felt heard.',
    )
    expect(newest?.textContent).toContain('begun')
    const address = (name: string) => within(card).getByRole('link', { name }).getAttribute('href')
    expect(address('Session 1')).toBe(`/clients/${exampleClient.id}/sessions/${first.id}`)
    expect(address('Session 2')).toBe(`/log/${second.id}`)
    expect(address('Search notes')).toBe(`/clients/${exampleClient.id}/notes`)
  })

  test('offers to log the first session if there is none, and shows what is planned', async () => {
    show(() => ({ ...exampleOverview([]), sessions: [exampleSession(1, { status: 'planned' })] }))
    expect(await screen.findByText(/No session is logged yet/)).toBeTruthy()
    expect(screen.getAllByRole('link', { name: 'Log session' })).toHaveLength(1)
    expect(within(await region('Sessions')).getByText('planned')).toBeTruthy()
  })

  test('says that a client is gone, and reads again on request', async () => {
    let isThere = false
    const { user } = show(() => {
      if (!isThere) throw new AppError('not-found')
      return exampleOverview(repairedFall)
    })
    expect(await screen.findByText('This is no longer there.')).toBeTruthy()
    isThere = true
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'K-07' })).toBeTruthy()
  })
})

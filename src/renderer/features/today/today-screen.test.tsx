import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { clientAttentionSchema, mostNamedOnToday, type ClientAttention } from '#shared/attention/attention.ts'
import { packRows } from '#shared/attention/client-rows.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { todaySchema } from '#shared/overview/today.ts'
import { blankLog } from '#shared/records/blank-log.ts'
import type { StoredDraft } from '#shared/records/draft.ts'
import { exampleRisk, fakeRisks } from '#renderer/testing/fake-risks.ts'
import { exampleClient } from '#renderer/testing/example-client.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { TodayScreen } from './today-screen.tsx'

const client = exampleClient({
  id: '99999999-9999-4999-8999-999999999999',
  code: 'K-07',
  isFictional: true,
})
const named = { clientId: client.id, clientCode: client.code, isFictional: true }
const session = (digit: string, number: number) => ({
  ...named,
  sessionId: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
  number,
})

const worse = {
  kind: 'worse',
  number: 8,
  title: 'PHQ-9',
  before: 9,
  after: 17,
  threshold: 6,
  ratings: 8,
  totals: 0,
}
const fall = { kind: 'fall', number: 8, score: 4.5, reference: 7.571, ratings: 9, state: 'open' }

const attentive = (parts: object): ClientAttention =>
  clientAttentionSchema.parse({
    ...named,
    reasons: [],
    lookedAt: [],
    trend: null,
    outcome: null,
    next: null,
    ...parts,
  })

function show(
  parts: object = {},
  hasClients = true,
  access: Partial<VaultStatus> = { access: 'full' },
  attention: readonly ClientAttention[] = [],
  flagged?: number,
) {
  const looked: unknown[] = []
  const back: unknown[] = []
  const today = todaySchema.parse({
    date: '2025-03-04',
    hasClients,
    risks: [],
    sessions: [],
    upcoming: [],
    drafts: [],
    unfinished: [],
    ...parts,
  })
  let isFilled = hasClients
  const listedAll: unknown[] = []
  let drafts = today.drafts
  const draftOf = (given: (typeof drafts)[number]): StoredDraft => ({
    sessionId: given.sessionId,
    clientId: given.clientId,
    baseRevision: 0,
    log: blankLog({
      id: given.sessionId,
      clientId: given.clientId,
      number: given.number,
      date: '2025-03-01',
      zone: 'Europe/Oslo',
    }),
    updatedAt: given.updatedAt,
  })
  const app = renderApp({
    at: '/',
    screens: { '/': TodayScreen },
    handlers: {
      today: { get: () => ({ ...today, hasClients: isFilled, drafts }) },
      drafts: {
        get: ({ sessionId }) =>
          today.drafts.filter((draft) => draft.sessionId === sessionId).map(draftOf)[0] ?? null,
        discard: ({ sessionId }) => {
          drafts = drafts.filter((draft) => draft.sessionId !== sessionId)
        },
        save: ({ sessionId }) => {
          drafts = [...drafts, ...today.drafts.filter((draft) => draft.sessionId === sessionId)]
        },
      },
      attention: {
        list: () => {
          listedAll.push('attention')
          return packRows([])
        },
        today: () => ({
          clients: [...attention],
          flagged: flagged ?? attention.filter(({ reasons }) => reasons.length > 0).length,
        }),
        lookAt: (given) => {
          looked.push(given)
        },
        bringBack: (given) => {
          back.push(given)
        },
      },
      risk: fakeRisks(today.risks).handlers,
      clients: {
        list: () => {
          listedAll.push('clients')
          return []
        },
      },
      vault: { status: () => vaultStatus(access) },
      sample: {
        load: () => {
          isFilled = true
          return { clients: 12, sessions: 259 }
        },
      },
    },
  })
  return { ...app, looked, back, listedAll, user: userEvent.setup() }
}

const card = (name: string) => screen.findByRole('region', { name })

afterEach(cleanup)

test('Today is drawn without the list of all clients, however many there are', async () => {
  const reasons = [{ ...worse, on: '2025-02-25', evidence: 'x' }]
  const many = Array.from({ length: mostNamedOnToday + 1 }, (_, place) =>
    attentive({
      clientId: `${String(place).padStart(8, '0')}-0000-4000-8000-000000000000`,
      clientCode: `K-${String(place)}`,
      reasons,
    }),
  )
  const { listedAll } = show({}, true, { access: 'full' }, many, 200)
  const first = await card('Worth attention first')
  // One more has a session today, which does not make it one of the first.
  await waitFor(() => expect(within(first).getAllByText(/Reliably worse/)).toHaveLength(mostNamedOnToday))
  expect(within(first).getByRole('link', { name: '188 more clients in Clients' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Log session' })).toBeTruthy()
  expect(listedAll).toEqual([])
})

describe('today', () => {
  test('names the day and says that nothing is planned', async () => {
    show()
    expect(await screen.findByText('Tuesday, Mar 4, 2025')).toBeTruthy()
    expect(within(await card('Sessions today')).getByText('No session is planned for today.')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Not finished' })).toBeNull()
  })

  test('shows an open risk answer first, with a link to the client', async () => {
    show({ risks: [exampleRisk()] })
    const notice = await screen.findByRole('alert', { name: 'Something to look at first' })
    const sessions = await card('Sessions today')
    expect(notice.compareDocumentPosition(sessions)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    const link = within(notice).getByRole('link', { name: 'Open K-07’s page' })
    expect(link.getAttribute('href')).toBe(`/clients/${exampleRisk().clientId}`)
  })

  test('links a planned session directly to its log', async () => {
    const planned = { ...session('1', 9), date: '2025-03-04', status: 'planned' }
    const { user } = show({ sessions: [planned] })
    await user.click(await screen.findByRole('link', { name: 'Log session 9 of K-07' }))
    expect(await screen.findByText(`went to /log/${planned.sessionId}`)).toBeTruthy()
  })

  test('lists a draft and a session that nobody logged', async () => {
    show({
      drafts: [{ ...session('1', 8), updatedAt: '2025-03-01T14:05:00.000Z' }],
      unfinished: [{ ...session('2', 7), date: '2025-02-22', status: 'planned' }],
    })
    const left = await card('Not finished')
    expect(within(left).getByRole('link', { name: 'Continue session 8 of K-07' })).toBeTruthy()
    expect(within(left).getByText(/Session 7, Feb 22, 2025/)).toBeTruthy()
    expect(within(left).getByRole('link', { name: 'Log session 7 of K-07' })).toBeTruthy()
  })

  test('fault 255: a draft is discarded where it is listed, and Undo brings it back', async () => {
    const { user } = show({ drafts: [{ ...session('1', 8), updatedAt: '2025-03-01T14:05:00.000Z' }] })
    const left = await card('Not finished')
    await user.click(within(left).getByRole('button', { name: /^Discard the draft of session 8 of K-07/ }))
    expect(await screen.findByText('The draft of session 8 with K-07 was discarded.')).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Continue session 8 of K-07' })).toBeNull())
    const undo = screen.getByRole('button', { name: 'Undo' })
    expect(document.activeElement).toBe(undo)
    await user.click(undo)
    expect(await screen.findByRole('link', { name: 'Continue session 8 of K-07' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  test('opens a session that took place where it is read, and one that is to be logged in its form', async () => {
    const held = { ...session('1', 8), date: '2025-03-04', status: 'held' }
    const planned = { ...session('2', 3), date: '2025-03-04', status: 'planned' }
    show({ sessions: [held, planned] })
    const read = await screen.findByRole('link', { name: 'Open session 8 of K-07' })
    expect(read.getAttribute('href')).toMatch(/^\/clients\/[^/]+\/sessions\/[^/]+$/)
    const logged = screen.getByRole('link', { name: 'Log session 3 of K-07' })
    expect(logged.getAttribute('href')).toMatch(/^\/log\//)
  })

  test('fault 135: offers nothing to log while the vault can only be read, and opens what there is', async () => {
    const planned = { ...session('1', 9), date: '2025-03-04', status: 'planned' }
    const drafts = [{ ...session('2', 8), updatedAt: '2025-03-01T14:05:00.000Z' }]
    show({ sessions: [planned], drafts }, true, { access: 'read-only', readOnlyReason: 'gone-back' })
    expect(await screen.findByRole('link', { name: 'Open session 9 of K-07' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open session 8 of K-07' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: /^(Log|Continue)/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Discard/ })).toBeNull()
  })

  test('fault 135: an empty vault that can only be read offers no client and no sample', async () => {
    show({}, false, { access: 'read-only', readOnlyReason: 'folder' })
    expect(await card('Sessions today')).toBeTruthy()
    expect(screen.queryByRole('link', { name: /client/ })).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('a session to come says from which sessions something is open, and one that was held does not', async () => {
    const noted = { kind: 'noted', number: 6, isWithdrawal: true, isConfrontation: false, resolution: null }
    const attention = [
      attentive({
        reasons: [worse, fall, noted].map((reason) => ({ ...reason, on: '2025-02-25', evidence: 'x' })),
      }),
    ]
    show(
      { sessions: [{ ...session('1', 9), date: '2025-03-04', timeOfDay: null, status: 'planned' }] },
      true,
      { access: 'full' },
      attention,
    )
    const today = await card('Sessions today')
    expect(await within(today).findByText('Still open from sessions 6 and 8.')).toBeTruthy()
    cleanup()
    show(
      { sessions: [{ ...session('1', 9), date: '2025-03-04', timeOfDay: null, status: 'held' }] },
      true,
      { access: 'full' },
      attention,
    )
    await screen.findByText('Worth attention first')
    expect(screen.queryByText(/^Still open from/)).toBeNull()
  })

  test('names a client worth attention with the reason, how long ago it was, and the next appointment', async () => {
    const { user, looked } = show({}, true, { access: 'full' }, [
      attentive({
        reasons: [
          { ...worse, on: '2025-02-25', evidence: 'phq-9 8 17' },
          { ...fall, on: '2025-01-28', evidence: '8 open' },
        ],
        next: { date: '2025-03-11', timeOfDay: null },
      }),
    ])
    const first = await card('Worth attention first')
    expect(
      await within(first).findByText('PHQ-9: 9, now 17. Reliably worse: 8 points, 6 or more count.'),
    ).toBeTruthy()
    expect(within(first).getByText('7 days ago')).toBeTruthy()
    expect(within(first).getByText(/^Alliance dropped to 4.5 in session 8, from around 7.6/)).toBeTruthy()
    expect(within(first).getByText('5 weeks ago')).toBeTruthy()
    expect(within(first).getByText('next session Mar 11, 2025')).toBeTruthy()
    expect(
      within(first).getByRole('link', { name: 'How often each statement is wrong' }).getAttribute('href'),
    ).toBe('/settings/error-rates')
    await user.click(within(first).getByRole('button', { name: 'Looked at K-07: show again later' }))
    await user.click(await screen.findByRole('menuitem', { name: 'For four weeks' }))
    expect(looked).toEqual([
      {
        clientId: client.id,
        reasons: [
          { kind: 'worse', evidence: 'phq-9 8 17' },
          { kind: 'fall', evidence: '8 open' },
        ],
        until: '2025-04-01',
      },
    ])
  })

  test('fault 149: offers nothing to put off for a risk answer, or while the vault can only be read', async () => {
    const risk = { kind: 'risk', on: '2025-03-01', evidence: 'x', number: 8, answers: 1 }
    show({}, true, { access: 'full' }, [attentive({ reasons: [risk] })])
    expect(await screen.findByText(/Risk answer in session 8, not closed\./)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Looked at/ })).toBeNull()
    cleanup()
    const reasons = [{ ...worse, on: '2025-02-25', evidence: 'y' }]
    show({}, true, { access: 'read-only', readOnlyReason: 'folder' }, [attentive({ reasons })])
    expect(await screen.findByText(/Reliably worse/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Looked at/ })).toBeNull()
  })

  test('lists what was looked at, and brings it back', async () => {
    const lookedAt = [{ kind: 'worse', until: '2025-03-11' }]
    const { user, back } = show({}, true, { access: 'full' }, [attentive({ lookedAt })])
    expect(await screen.findByText('Nobody needs attention first.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Looked at: 1 client' }))
    expect(screen.getByText(/^K-07 returns on Mar 11/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show K-07 now' }))
    expect(back).toEqual([{ clientId: client.id }])
  })

  test('helps an empty vault to begin, or to look around', async () => {
    const { user } = show({}, false)
    expect(await screen.findByRole('link', { name: 'New client' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Log session' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Load the fictional caseload' }))
    expect(await card('Sessions today')).toBeTruthy()
  })
})

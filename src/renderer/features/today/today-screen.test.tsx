import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { todaySchema } from '#shared/overview/today.ts'
import { clientSchema } from '#shared/records/client.ts'
import { exampleRisk, fakeRisks } from '#renderer/testing/fake-risks.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { TodayScreen } from './today-screen.tsx'

const client = clientSchema.parse({
  id: '99999999-9999-4999-8999-999999999999',
  code: 'K-07',
  status: 'active',
  startedOn: '2025-01-07',
  therapyType: '',
  notes: '',
  isFictional: true,
  createdAt: '2025-01-07T09:00:00.000Z',
  revision: 1,
})
const listed: ClientListItem = { client, sessionCount: 8, lastHeldOn: null, nextPlannedOn: null }
const named = { clientId: client.id, clientCode: client.code, isFictional: true }
const session = (digit: string, number: number) => ({
  ...named,
  sessionId: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
  number,
})

function show(
  parts: object = {},
  clients: ClientListItem[] | Promise<never> = [listed],
  access: Partial<VaultStatus> = { access: 'full' },
) {
  const today = todaySchema.parse({
    date: '2025-03-04',
    risks: [],
    sessions: [],
    upcoming: [],
    drafts: [],
    unfinished: [],
    episodes: [],
    ...parts,
  })
  let all: ClientListItem[] | Promise<never> = clients
  const app = renderApp({
    at: '/',
    screens: { '/': TodayScreen },
    handlers: {
      today: { get: () => today },
      risk: fakeRisks(today.risks).handlers,
      clients: { list: () => all },
      vault: { status: () => vaultStatus(access) },
      sample: {
        load: () => {
          all = [listed]
          return { clients: 12, sessions: 259 }
        },
      },
    },
  })
  return { ...app, user: userEvent.setup() }
}

const card = (name: string) => screen.findByRole('region', { name })

afterEach(cleanup)

test('rows are shown before the list of all clients is there', async () => {
  show(
    { sessions: [{ ...session('1', 9), date: '2025-03-04', status: 'planned' }] },
    new Promise(() => undefined),
  )
  expect(await screen.findByText(/K-07/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Log session' })).toBeTruthy()
})

test('without rows, Today waits for that list to say whether there are clients', async () => {
  show({}, new Promise(() => undefined))
  expect(await screen.findByText('Opening…')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Log session' })).toBeNull()
})

describe('today', () => {
  test('names the day and says that nothing is planned', async () => {
    show()
    expect(await screen.findByText('Tuesday, March 4')).toBeTruthy()
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
    expect(within(left).getByText(/Session 7, February 22/)).toBeTruthy()
    expect(within(left).getByRole('link', { name: 'Log session 7 of K-07' })).toBeTruthy()
  })

  test('fault 135: offers nothing to log while the vault can only be read, and opens what there is', async () => {
    const planned = { ...session('1', 9), date: '2025-03-04', status: 'planned' }
    const drafts = [{ ...session('2', 8), updatedAt: '2025-03-01T14:05:00.000Z' }]
    show({ sessions: [planned], drafts }, [listed], { access: 'read-only', readOnlyReason: 'gone-back' })
    expect(await screen.findByRole('link', { name: 'Open session 9 of K-07' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open session 8 of K-07' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: /^(Log|Continue)/ })).toBeNull()
  })

  test('fault 135: an empty vault that can only be read offers no client and no sample', async () => {
    show({}, [], { access: 'read-only', readOnlyReason: 'folder' })
    expect(await card('Sessions today')).toBeTruthy()
    expect(screen.queryByRole('link', { name: /client/ })).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('shows an open fall with its numbers', async () => {
    show({
      episodes: [
        { ...named, troughNumber: 8, troughScore: 4.5, reference: 7.571, ratings: 9, state: 'open' },
      ],
    })
    const open = await card('Not yet mended')
    expect(
      within(open).getByText('Alliance was 4.5 in session 8; before, it was around 7.6 (9 ratings).'),
    ).toBeTruthy()
    expect(within(open).getByText('Open')).toBeTruthy()
    expect(within(open).getByText('fictional')).toBeTruthy()
  })

  test('lists a noted rupture, in the words of the log', async () => {
    const note = { ...named, number: 38, isWithdrawal: true, isConfrontation: false }
    show({ notes: [{ ...note, resolution: 'unresolved' }] })
    const open = await card('Not yet mended')
    expect(within(open).getByText('Withdrawal was noted in session 38.')).toBeTruthy()
    expect(within(open).getByText('Still open')).toBeTruthy()
    cleanup()
    show({ notes: [{ ...note, resolution: null }] })
    expect(
      within(await card('Not yet mended')).getByText(/38\. It was not said where it stands\.$/),
    ).toBeTruthy()
  })

  test('helps an empty vault to begin, or to look around', async () => {
    const { user } = show({}, [])
    expect(await screen.findByRole('link', { name: 'New client' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Log session' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Load the fictional caseload' }))
    expect(await card('Sessions today')).toBeTruthy()
  })
})

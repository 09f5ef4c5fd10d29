import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { clientSchema, type Client } from '#shared/records/client.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ChooseClientScreen } from './choose-client-screen.tsx'
import { todayHere } from '#renderer/lib/dates.ts'
import { client, sessionId } from './testing/fake-vault.ts'

afterEach(cleanup)

const another = (code: string, status: Client['status'] = 'active') =>
  clientSchema.parse({ ...client, id: crypto.randomUUID(), code, status })

/** Shows the screen; the clients come with `arrival`. */
function choose(clients: readonly Client[], arrival: Promise<void> = Promise.resolve()) {
  const { date } = todayHere()
  renderApp({
    at: '/log',
    screens: { '/log': ChooseClientScreen },
    handlers: {
      clients: {
        list: () =>
          arrival.then(() =>
            clients.map((listed) => ({
              client: listed,
              sessionCount: 3,
              lastHeldOn: null,
              nextPlannedOn: null,
            })),
          ),
      },
      today: {
        get: () => ({
          date,
          sessions: clients.slice(0, 1).map(({ id, code }) => ({
            clientId: id,
            clientCode: code,
            isFictional: false,
            sessionId,
            number: 8,
            date,
            timeOfDay: null,
            status: 'planned' as const,
          })),
          upcoming: [],
          drafts: [],
          unfinished: [],
          hasClients: true,
          risks: [],
        }),
      },
    },
  })
  return userEvent.setup()
}

test('today’s planned sessions come first and link to the session', async () => {
  const user = choose([client, another('Heron')])
  const [first] = await screen.findAllByRole('link')
  expect(first?.textContent).toContain('Session 8')
  await user.click(first ?? document.body)
  expect(await screen.findByText(`went to /log/${sessionId}`)).toBeTruthy()
})

test('typing filters the list, ignoring case, and shows only active clients', async () => {
  const user = choose([client, another('Heron'), another('Herring', 'ended')])
  await user.type(await screen.findByRole('searchbox'), 'HER')
  const found = screen.getAllByRole('link').map((link) => link.textContent)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain('Heron')
})

test('the search has the focus, and Enter takes the first match: a code that begins with the letters', async () => {
  const heron = another('Heron')
  const user = choose([client, another('Usher'), heron])
  await screen.findAllByRole('link')
  expect(document.activeElement).toBe(screen.getByRole('searchbox'))
  await user.keyboard('he')
  const found = screen.getAllByRole('link').map((link) => link.textContent)
  expect(found).toHaveLength(2)
  expect(found[0]).toMatch(/^Heron.*Enter$/)
  expect(found[1]).not.toContain('Enter')
  await user.keyboard('{Enter}')
  expect(await screen.findByText(`went to /log/new/${heron.id}`)).toBeTruthy()
})

test('the arrows go to another match, which Enter takes', async () => {
  const [ladder, lantern] = [another('Ladder'), another('Lantern')]
  const user = choose([client, ladder, lantern])
  await screen.findAllByRole('link')
  await user.keyboard('la{ArrowDown}{ArrowDown}')
  expect(screen.getAllByRole('link').map((link) => link.textContent?.endsWith('Enter'))).toEqual([
    false,
    true,
  ])
  await user.keyboard('{ArrowUp}{Enter}')
  expect(await screen.findByText(`went to /log/new/${ladder.id}`)).toBeTruthy()
})

test('a screen reader hears what Enter takes, while the focus stays in the field', async () => {
  const user = choose([client, another('Ladder'), another('Lantern')])
  await screen.findAllByRole('link')
  const status = screen.getByRole('status')
  expect(status.textContent).toBe('Enter takes Otter, Session 8 · planned.')
  await user.keyboard('la')
  expect(status.textContent).toBe('Enter takes Ladder, no session yet.')
  await user.keyboard('{ArrowDown}')
  expect(status.textContent).toBe('Enter takes Lantern, no session yet.')
  expect(screen.getByRole('status')).toBe(status)
  expect(document.activeElement).toBe(screen.getByRole('searchbox'))
})

test('Enter takes the session of today before the client of the same code', async () => {
  const user = choose([client, another('Ottilie')])
  await screen.findAllByRole('link')
  await user.keyboard('ot{Enter}')
  expect(await screen.findByText(`went to /log/${sessionId}`)).toBeTruthy()
})

test('letters and Enter typed before the clients are here count', async () => {
  const heron = another('Heron')
  const user = choose([client, heron])
  await user.type(await screen.findByRole('searchbox'), 'he{Enter}')
  expect(await screen.findByText(`went to /log/new/${heron.id}`)).toBeTruthy()
})

test('arrows pressed before the clients are here count, and no further than the list goes', async () => {
  const heron = another('Heron')
  const hazel = another('Hazel')
  const arrival = Promise.withResolvers<void>()
  const user = choose([client, hazel, heron], arrival.promise)
  await user.type(await screen.findByRole('searchbox'), 'h{ArrowDown}{ArrowDown}{ArrowDown}')
  arrival.resolve()
  expect(await screen.findByRole('link', { name: /^Heron.*Enter$/ })).toBeTruthy()
  await user.keyboard('{ArrowUp}{Enter}')
  expect(await screen.findByText(`went to /log/new/${hazel.id}`)).toBeTruthy()
})

test('Enter without a match opens nothing, also once there is one', async () => {
  const user = choose([client])
  await user.type(await screen.findByRole('searchbox'), 'otx{Enter}')
  await screen.findAllByText('No active client’s code has “otx” in it.')
  await user.keyboard('{Backspace}')
  expect(await screen.findAllByRole('link')).toHaveLength(2)
})

test('a search without a match says so and can be cleared', async () => {
  const user = choose([client])
  await user.type(await screen.findByRole('searchbox'), 'zebra')
  const said = 'No active client’s code has “zebra” in it.'
  expect(screen.getAllByText(said)).toHaveLength(2)
  expect(screen.getByRole('status').textContent).toBe(said)
  await user.click(screen.getByRole('button', { name: 'Show all' }))
  expect(screen.getAllByRole('link')).toHaveLength(2)
})

test('without clients it links to adding one', async () => {
  const user = choose([])
  await user.click(await screen.findByRole('link', { name: 'New client' }))
  expect(await screen.findByText('went to /clients/new')).toBeTruthy()
})

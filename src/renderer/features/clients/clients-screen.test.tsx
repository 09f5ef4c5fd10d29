import { act, cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { byAttention } from '#shared/attention/attention.ts'
import { clientRowSchema, packRows, type ClientRow } from '#shared/attention/client-rows.ts'
import { AppError } from '#shared/contract/result.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ClientsScreen } from './clients-screen.tsx'
import { exampleRow } from './testing/example-row.ts'

const rows = [exampleRow('K-01', 'active'), exampleRow('K-02', 'paused'), exampleRow('M-01', 'ended')]

function show(list: () => ClientRow[]) {
  const app = renderApp({
    at: '/clients',
    screens: { '/clients': ClientsScreen },
    handlers: { attention: { list: () => packRows(list()) } },
  })
  return { ...app, user: userEvent.setup() }
}

/** The rows with parts of one client replaced, in the vault's order. */
const withPart = (code: string, part: object): ClientRow[] =>
  rows
    .map((row) => (row.clientCode === code ? clientRowSchema.parse({ ...row, ...part }) : row))
    .toSorted(byAttention)

const codes = () =>
  screen.getAllByRole('rowheader').map((header) => within(header).getByRole('link').textContent)

afterEach(cleanup)

describe('the list of clients', () => {
  test('hides ended clients until the user asks for them', async () => {
    const { user } = show(() => rows)
    expect(await screen.findByText('2 clients')).toBeTruthy()
    expect(codes()).toEqual(['K-01', 'K-02'])
    await user.click(screen.getByRole('radio', { name: 'Ended' }))
    expect(codes()).toEqual(['M-01'])
  })

  test('says that a search matches a client whom the filters hide, and shows that client', async () => {
    const { user } = show(() => rows)
    await user.type(await screen.findByRole('searchbox'), 'm-01')
    expect(screen.getByText('No client here matches. With other filters, one does.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all clients' }))
    expect(codes()).toEqual(['M-01'])
  })

  test('clears a search without a match', async () => {
    const { user } = show(() => rows)
    await user.type(await screen.findByRole('searchbox'), 'nobody')
    await user.click(screen.getByRole('button', { name: 'Clear the search' }))
    expect(codes()).toEqual(['K-01', 'K-02'])
  })

  test('marks fictional clients in words', async () => {
    const fictional = exampleRow('Harbour', 'active', { isFictional: true })
    show(() => [fictional])
    expect((await screen.findByRole('rowheader')).textContent).toBe('Harbourfictional')
  })

  const fall = {
    kind: 'fall',
    on: '2026-03-02',
    evidence: 'x',
    number: 9,
    score: 2,
    reference: 8,
    ratings: 8,
  }

  test('begins with the clients worth attention, and says why in a word or two', async () => {
    show(() =>
      withPart('K-02', {
        reasons: [
          { ...fall, state: 'open' },
          { kind: 'unrated', on: '2026-03-02', evidence: 'y', sessions: 3, ratedBefore: 9 },
        ],
        trend: { values: [8, null, 2], minimum: 0, maximum: 10 },
        outcome: { title: 'PHQ-9', score: 17, standing: 'reliably-worse' },
        next: { date: '2026-03-27', timeOfDay: '09:30' },
      }),
    )
    await screen.findByText('2 clients')
    expect(codes()).toEqual(['K-02', 'K-01'])
    const [, first] = screen.getAllByRole('row')
    for (const words of [
      'Drop, open',
      'also: No ratings',
      'PHQ-9 17',
      'reliably worse',
      'Mar 27, 2026',
      '9:30 AM',
      'Paused',
    ])
      expect(within(first!).getByText(words)).toBeTruthy()
    expect(within(first!).getByText(/^Alliance: last 2, lowest 2, highest 8, 2 ratings$/)).toBeTruthy()
  })

  test('says of a client who was looked at until when, and not that nothing is flagged', async () => {
    show(() => withPart('K-01', { lookedAt: [{ kind: 'fall', until: '2026-03-27' }] }))
    expect(await screen.findByText('looked at, until Mar 27, 2026')).toBeTruthy()
    expect(screen.getAllByText('nothing flagged')).toHaveLength(1)
  })

  test('sorts by a column, and the other way round', async () => {
    const { user } = show(() => rows)
    const head = await screen.findByRole('columnheader', { name: 'Code' })
    await user.click(head)
    expect(codes()).toEqual(['K-01', 'K-02'])
    expect(head.getAttribute('aria-sort')).toBe('ascending')
    await user.click(head)
    expect(codes()).toEqual(['K-02', 'K-01'])
    expect(head.getAttribute('aria-sort')).toBe('descending')
  })

  test('has all rows on paper, also those that are not drawn on the screen', async () => {
    show(() => rows)
    await screen.findByText('2 clients')
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(screen.getByRole('table', { name: 'Clients' })).toBeTruthy()
    expect(codes()).toEqual(['K-01', 'K-02'])
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(screen.getByRole('grid', { name: 'Clients' })).toBeTruthy()
  })

  test('shows only clients worth attention on request', async () => {
    const { user } = show(() => withPart('K-02', { reasons: [{ ...fall, state: 'open' }] }))
    await user.click(await screen.findByRole('checkbox', { name: 'Only those worth attention' }))
    expect(codes()).toEqual(['K-02'])
  })

  test('a row opens the client by a click, and by Enter', async () => {
    const { user } = show(() => rows)
    const [, first] = await screen.findAllByRole('row')
    await user.click(within(first!).getByText('nothing flagged'))
    expect(await screen.findByText(`went to /clients/${rows[0]!.clientId}`)).toBeTruthy()
    cleanup()
    const again = show(() => rows)
    await screen.findByRole('grid', { name: 'Clients' })
    await again.user.click(screen.getByRole('checkbox'))
    await again.user.click(screen.getByRole('checkbox'))
    await again.user.tab()
    await again.user.keyboard('{ArrowDown}{Enter}')
    expect(await screen.findByText(`went to /clients/${rows[1]!.clientId}`)).toBeTruthy()
  })

  test('leads to a client', async () => {
    const { user } = show(() => rows)
    await user.click(await screen.findByRole('link', { name: 'K-01' }))
    expect(await screen.findByText(`went to /clients/${rows[0]!.clientId}`)).toBeTruthy()
  })

  test('offers one action while there are no clients', async () => {
    show(() => [])
    expect(await screen.findByText(/No clients yet/)).toBeTruthy()
    expect(screen.getAllByRole('link', { name: 'New client' })).toHaveLength(1)
  })

  test('shows a failure and tries again on request', async () => {
    let isReadable = false
    const { user } = show(() => {
      if (!isReadable) throw new AppError('disk-error')
      return rows
    })
    expect(await screen.findByText('The disk could not be read or written.')).toBeTruthy()
    isReadable = true
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('link', { name: 'K-01' })).toBeTruthy()
  })
})

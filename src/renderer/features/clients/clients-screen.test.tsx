import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ClientsScreen } from './clients-screen.tsx'
import { exampleItem } from './testing/example-item.ts'

const items = [exampleItem('K-01', 'active'), exampleItem('K-02', 'paused'), exampleItem('M-01', 'ended')]

function show(list: () => ClientListItem[]) {
  const app = renderApp({
    at: '/clients',
    screens: { '/clients': ClientsScreen },
    handlers: { clients: { list } },
  })
  return { ...app, user: userEvent.setup() }
}

const codes = () => screen.getAllByRole('rowheader').map((header) => header.textContent)

afterEach(cleanup)

describe('the list of clients', () => {
  test('hides ended clients until the user asks for them', async () => {
    const { user } = show(() => items)
    expect(await screen.findByText('2 clients, in order of code')).toBeTruthy()
    expect(codes()).toEqual(['K-01', 'K-02'])
    await user.click(screen.getByRole('radio', { name: 'Ended' }))
    expect(codes()).toEqual(['M-01'])
  })

  test('says that a search matches a client with another status, and shows that client', async () => {
    const { user } = show(() => items)
    await user.type(await screen.findByRole('searchbox'), 'm-01')
    expect(screen.getByText('No client here matches. One with another status does.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all clients' }))
    expect(codes()).toEqual(['M-01'])
  })

  test('clears a search without a match', async () => {
    const { user } = show(() => items)
    await user.type(await screen.findByRole('searchbox'), 'nobody')
    await user.click(screen.getByRole('button', { name: 'Clear the search' }))
    expect(codes()).toEqual(['K-01', 'K-02'])
  })

  test('marks fictional clients in words', async () => {
    show(() => [exampleItem('Harbour', 'active', { isFictional: true })])
    expect((await screen.findByRole('rowheader')).textContent).toBe('Harbourfictional')
  })

  test('leads to a client', async () => {
    const { user } = show(() => items)
    await user.click(await screen.findByRole('link', { name: 'K-01' }))
    expect(await screen.findByText(`went to /clients/${items[0]!.client.id}`)).toBeTruthy()
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
      return items
    })
    expect(await screen.findByText('The disk could not be read or written.')).toBeTruthy()
    isReadable = true
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('link', { name: 'K-01' })).toBeTruthy()
  })
})

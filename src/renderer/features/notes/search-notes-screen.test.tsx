import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { noteMatchSchema, type NoteMatch } from '#shared/search/note-match.ts'
import { exampleClient } from '#renderer/testing/example-client.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { SearchClientNotesScreen, SearchNotesScreen } from './search-notes-screen.tsx'

afterEach(cleanup)

const client = exampleClient()

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

function matchOf(number: number): NoteMatch {
  return noteMatchSchema.parse({
    sessionId: idOf(number),
    clientId: client.id,
    code: client.code,
    number,
    date: '2025-03-04',
    passages: [
      {
        part: 'notes',
        text: 'Spoke of the harbour again.',
        ranges: [{ start: 13, end: 20 }],
        isCutBefore: true,
        isCutAfter: false,
      },
    ],
  })
}

interface Asked {
  readonly query: string
  readonly clientId: string | null
  readonly offset: number
}

function show(at: string, search: (asked: Asked) => { total: number; matches: NoteMatch[] }) {
  const asked: Asked[] = []
  const view = renderApp({
    at,
    screens: { '/notes': SearchNotesScreen, '/clients/$clientId/notes': SearchClientNotesScreen },
    handlers: {
      clients: { get: () => client },
      sessions: {
        search: (input) => {
          asked.push(input)
          return search(input)
        },
      },
    },
  })
  return { ...view, asked, user: userEvent.setup() }
}

const field = () => screen.findByRole('searchbox', { name: 'Words to find' })

describe('the search in notes', () => {
  test('has the focus in its field, asks nothing before a word, and marks what it found', async () => {
    const { user, asked } = show('/notes', () => ({ total: 1, matches: [matchOf(3)] }))
    const input = await field()
    expect(document.activeElement).toBe(input)
    await user.keyboard(' ')
    expect(asked).toEqual([])
    await user.keyboard('harbour')
    const link = await screen.findByRole('link', { name: 'Otter · Session 3' })
    expect(link.getAttribute('href')).toBe(`/clients/${client.id}/sessions/${idOf(3)}`)
    expect(asked.at(-1)).toEqual({ query: ' harbour', clientId: null, offset: 0 })
    expect(screen.getByText('1 session.')).toBeTruthy()
    expect(screen.getByText('harbour').tagName).toBe('MARK')
    expect(screen.getByRole('listitem').textContent).toContain('Notes… Spoke of the harbour again.')
  })

  test('shows the rest on request', async () => {
    const all = Array.from({ length: 60 }, (_, index) => matchOf(60 - index))
    const { user, asked } = show('/notes', ({ offset }) => ({
      total: 60,
      matches: all.slice(offset, offset + 50),
    }))
    await user.type(await field(), 'h')
    await user.click(await screen.findByRole('button', { name: 'Show 10 more' }))
    expect(await screen.findByRole('link', { name: 'Otter · Session 1' })).toBeTruthy()
    expect(screen.getAllByRole('listitem')).toHaveLength(60)
    expect(asked.map(({ offset }) => offset)).toEqual([0, 50])
    expect(screen.queryByRole('button', { name: /more/ })).toBeNull()
  })

  test('is about one client alone under the client’s address', async () => {
    const { user, asked } = show(`/clients/${client.id}/notes`, () => ({ total: 1, matches: [matchOf(3)] }))
    expect(await screen.findByRole('heading', { name: 'Search notes about Otter' })).toBeTruthy()
    await user.type(await field(), 'h')
    expect(await screen.findByRole('link', { name: 'Session 3' })).toBeTruthy()
    expect(asked).toEqual([{ query: 'h', clientId: client.id, offset: 0 }])
  })

  test('says that no session holds the words, and asks nothing that is too long', async () => {
    const { user, asked } = show('/notes', () => ({ total: 0, matches: [] }))
    await user.type(await field(), 'h')
    expect(
      await screen.findByText('No session has these words. The beginning of a word is enough.'),
    ).toBeTruthy()
    await user.clear(await field())
    await user.click(await field())
    await user.paste('h'.repeat(201))
    expect(await screen.findByText('Use at most 200 characters.')).toBeTruthy()
    expect(asked).toHaveLength(1)
  })

  test('says that the search failed, and searches again on request', async () => {
    let isBroken = true
    const { user } = show('/notes', () => {
      if (isBroken) throw new AppError('disk-error')
      return { total: 1, matches: [matchOf(3)] }
    })
    await user.type(await field(), 'h')
    const notice = await screen.findByRole('alert')
    isBroken = false
    await user.click(within(notice).getByRole('button'))
    expect(await screen.findByRole('link', { name: 'Otter · Session 3' })).toBeTruthy()
  })
})

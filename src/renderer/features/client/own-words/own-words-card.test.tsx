import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { clientIdSchema } from '#shared/records/ids.ts'
import {
  ownWordsSchema,
  wordingIdSchema,
  type OwnWords,
  type OwnWordsPlace,
} from '#shared/records/own-words.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { exampleSession } from '../testing/example-overview.ts'
import { OwnWordsCard } from './own-words-card.tsx'

afterEach(cleanup)

const clientId = clientIdSchema.parse('99999999-9999-4999-8999-999999999999')
const session = exampleSession(4)
const uuid = (last: number) => `00000000-0000-4000-9000-${String(last).padStart(12, '0')}`

const own = (place: number, words: string, changes: Partial<OwnWords> = {}): OwnWords =>
  ownWordsSchema.parse({
    id: uuid(place),
    clientId,
    kind: 'goal',
    endedOn: null,
    wordings: [{ id: uuid(place + 100), words, since: '2026-03-02', ratings: [] }],
    ...changes,
  })

const rated = (place: number, words: string): OwnWords =>
  own(place, words, {
    wordings: [
      {
        id: wordingIdSchema.parse(uuid(place + 100)),
        words,
        since: '2026-03-02',
        ratings: [{ sessionId: session.id, value: 6, ratedAt: '2026-03-09T10:00:00.000Z' }],
      },
    ],
  })

/** The card over a small vault in memory. */
async function show(
  start: OwnWords[] = [],
  access: 'full' | 'read-only' = 'full',
  drafts = fakeFormDrafts(),
) {
  let all = start
  let place: OwnWordsPlace = 'after'
  const replace = (id: string, change: (before: OwnWords) => OwnWords | null) => {
    all = all.flatMap((each) => (each.id === id ? (change(each) ?? []) : [each]))
    return undefined
  }
  const app = renderApp({
    at: '/',
    screens: { '/': () => <OwnWordsCard clientId={clientId} sessions={[session]} /> },
    handlers: {
      vault: { status: () => vaultStatus({ access }) },
      drafts,
      ownWords: {
        ofClient: () => ({ place, ownWords: all }),
        add: ({ words, id, kind }) => {
          all = [...all, { ...own(50 + all.length, words), id, kind }]
          return undefined
        },
        reword: ({ id, words }) =>
          replace(id, (before) => ({
            ...before,
            wordings: [...before.wordings, { ...own(70, words).wordings[0]!, since: '2026-03-16' }],
          })),
        end: ({ id }) => replace(id, (before) => ({ ...before, endedOn: '2026-03-20' })),
        reopen: ({ id }) => replace(id, (before) => ({ ...before, endedOn: null })),
        remove: ({ id }) => replace(id, () => null),
        setPlace: (given) => {
          place = given.place
          return undefined
        },
      },
    },
  })
  await screen.findByRole('region', { name: 'In the client’s own words' })
  return { ...app, user: userEvent.setup(), all: () => all, place: () => place }
}

const button = (name: string | RegExp) => screen.findByRole('button', { name })

test('a problem is added by keyboard, and the focus comes back', async () => {
  const { user, all, failures } = await show()
  expect(screen.getByText(/Up to three goals or problems/)).toBeTruthy()
  await user.click(await button('Add a goal or problem'))
  const field = await screen.findByRole('textbox', { name: 'In the client’s words' })
  expect(document.activeElement).toBe(field)
  await user.click(screen.getByRole('radio', { name: 'Problem' }))
  expect(screen.getByText('10 means as bad as can be: lower is better.')).toBeTruthy()
  await user.type(field, 'I freeze when she shouts{Enter}')
  expect(await screen.findByText('I freeze when she shouts', { selector: 'q' })).toBeTruthy()
  expect(all().map(({ kind }) => kind)).toEqual(['problem'])
  await waitFor(async () => expect(document.activeElement).toBe(await button('Add a goal or problem')))
  expect(failures).toEqual([])
})

test('words that were typed and not added are there again later, and take no focus', async () => {
  const drafts = fakeFormDrafts()
  const { user } = await show([], 'full', drafts)
  await user.click(await button('Add a goal or problem'))
  await user.type(await screen.findByRole('textbox', { name: 'In the client’s words' }), 'Half a')
  cleanup()
  await show([], 'full', drafts)
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'In the client’s words' })
  expect(field.value).toBe('Half a')
  expect(document.activeElement).not.toBe(field)
})

test('words that are empty, too long or that turn a line are not sent', async () => {
  const { user, all } = await show()
  await user.click(await button('Add a goal or problem'))
  const field = await screen.findByRole('textbox', { name: 'In the client’s words' })
  await user.type(field, '   {Enter}')
  await user.clear(field)
  await user.click(field)
  await user.paste('a'.repeat(201))
  await user.keyboard('{Enter}')
  expect(screen.getByText(/one character too long/)).toBeTruthy()
  await user.clear(field)
  await user.click(field)
  await user.paste('sleep\u202Epeels')
  await user.keyboard('{Enter}')
  expect(await screen.findByText(/would garble the line/)).toBeTruthy()
  expect(all()).toEqual([])
})

test('other words leave the ones before in the history, with what they were rated', async () => {
  const { user } = await show([rated(1, 'Sleep five hours')])
  expect(screen.getByText(/1 rating, 6 in session 4/)).toBeTruthy()
  await user.click(await button(/^Reword/))
  const field = await screen.findByRole('textbox', { name: 'In the client’s words' })
  expect(screen.getByText(/The earlier wording stays in the history/)).toBeTruthy()
  await user.clear(field)
  await user.type(field, 'Sleep through{Enter}')
  expect(await screen.findByText('Sleep through', { selector: 'q' })).toBeTruthy()
  expect(screen.getByText(/Earlier, from .*: “Sleep five hours”, 1 rating, 6 in session 4/)).toBeTruthy()
  await waitFor(async () => expect(document.activeElement).toBe(await button(/^Reword/)))
})

test('what has ended can be taken back at once or later, and makes room for another one', async () => {
  const { user, all } = await show([rated(1, 'One'), rated(2, 'Two'), rated(3, 'Three')])
  expect(screen.getByText('Three are open. End one to add another.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Delete/ })).toBeNull()
  await user.click(await button(/^End “Two”/))
  const undo = await button('Undo')
  await waitFor(() => expect(document.activeElement).toBe(undo))
  expect(await button('Add a goal or problem')).toBeTruthy()
  await user.click(undo)
  await waitFor(() => expect(all().every(({ endedOn }) => endedOn === null)).toBe(true))
  await user.click(await button(/^End “One”/))
  await user.click(await button('1 that has ended'))
  await user.click(await button(/^Take up again “One”/))
  await waitFor(() => expect(all().every(({ endedOn }) => endedOn === null)).toBe(true))
})

test('one that was never rated can be deleted, and the deletion undone', async () => {
  const { user, all } = await show([own(1, 'A slip')])
  await user.click(await button(/^Delete “A slip”/))
  await waitFor(() => expect(all()).toEqual([]))
  await user.click(await button('Undo'))
  expect(await screen.findByText('A slip', { selector: 'q' })).toBeTruthy()
})

test('the therapist chooses where the client is asked, and the card says what the ratings don’t', async () => {
  const { user, place } = await show([own(1, 'Sleep')])
  await user.click(await button(/At the hand-over/))
  await user.click(await screen.findByRole('option', { name: 'Don’t ask' }))
  await waitFor(() => expect(place()).toBe('not-asked'))
  expect(screen.getByText(/no change in it counts as reliable/)).toBeTruthy()
})

test('a vault that takes no changes shows the words and offers none', async () => {
  await show([rated(1, 'Sleep')], 'read-only')
  const card = within(screen.getByRole('region', { name: 'In the client’s own words' }))
  expect(card.getByText('Sleep', { selector: 'q' })).toBeTruthy()
  await waitFor(() => expect(card.queryAllByRole('button')).toEqual([]))
})

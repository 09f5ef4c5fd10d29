import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { CardAdded, ListedContact, OwnCard } from '#shared/contract/operations/contacts.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp, type FakeHandlers } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { PeopleScreen } from './people-screen.tsx'

const own: OwnCard = {
  name: 'Bo',
  card: '-----BEGIN ATTUNE CARD-----\nYXR0\n-----END ATTUNE CARD-----\n',
  words: 'fly canvas advance enter wedding reunion grace tiger saddle category embody isolate'.split(' '),
}

const ada: ListedContact = {
  id: '99999999-9999-4999-8999-999999999999',
  name: 'Ada',
  state: 'compared',
  addedAt: '2026-03-20T15:00:00.000Z',
}

function show({
  card = null,
  people = [],
  drafts = [],
  answers = () => ({ kind: 'added', contact: { ...ada, state: 'new' } }),
  isReadOnly = false,
}: {
  card?: OwnCard | null
  people?: ListedContact[]
  drafts?: StoredFormDraft[]
  answers?: (input: { contactId: string | null; name: string | null }) => CardAdded
  isReadOnly?: boolean
} = {}) {
  let kept = card
  const sent: unknown[] = []
  const contacts: FakeHandlers['contacts'] = {
    own: () => kept,
    list: () => people,
    makeCard: ({ name }) => {
      kept = { ...own, name }
      return kept
    },
    add: (input) => {
      sent.push(input)
      return answers(input)
    },
    noteCardCopied: () => void sent.push('copied'),
  }
  const app = renderApp({
    at: '/supervision/people',
    screens: { '/supervision/people': PeopleScreen },
    handlers: {
      drafts: fakeFormDrafts(drafts),
      contacts,
      vault: { status: () => vaultStatus({ access: isReadOnly ? 'read-only' : 'full' }) },
    },
  })
  return { ...app, user: userEvent.setup(), sent }
}

afterEach(cleanup)

const field = () => screen.findByLabelText('Their card')

test('without people the screen says what it is for, and begins with the own card', async () => {
  const { user } = show()
  expect(await screen.findByText(/each gives the other a card/)).toBeTruthy()
  const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
  expect(headings).toEqual(['My card', 'Add a person'])
  await user.type(await screen.findByLabelText('Your name'), 'Bo{Enter}')
  expect(await screen.findByText('Your card is in the name of Bo.')).toBeTruthy()
  expect(document.activeElement?.textContent).toBe('My card')
})

test('the own card is copied, with an entry in the log, and its words can be read aloud', async () => {
  const { user, sent } = show({ card: own })
  document.execCommand = vi.fn(() => true)
  await user.click(await screen.findByRole('button', { name: 'Copy card' }))
  expect(await screen.findByText(/^Copied/)).toBeTruthy()
  expect(sent).toEqual(['copied'])
  await user.click(screen.getByRole('button', { name: 'My twelve words' }))
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toContain('8 tiger')
})

test('people are listed with their state in words', async () => {
  const other = { ...ada, id: '88888888-8888-4888-8888-888888888888' }
  show({
    people: [ada, { ...other, name: 'Cleo', state: 'changed' }],
  })
  const list = within(await screen.findByRole('region', { name: 'Your people' }))
  const [first, second] = list.getAllByRole('listitem')
  expect(first?.textContent).toContain('Words compared')
  expect(second?.textContent).toContain('Other keys have come')
  expect(second?.textContent).toContain('Until you settle it, nothing is sent or opened.')
})

test('a pasted card of a new person leads to their screen', async () => {
  const { user, sent } = show()
  await user.type(await field(), 'a card')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(await screen.findByText(`went to /supervision/people/${ada.id}`)).toBeTruthy()
  expect(sent).toEqual([{ text: 'a card', contactId: null, name: null }])
})

test('a card in a file is added, and a file that is no text is refused', async () => {
  const { user, sent } = show({ answers: () => ({ kind: 'known', contact: ada }) })
  await field()
  const choose = async (content: BlobPart) => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]')
    if (input === null) throw new Error('there is no field for a file')
    await user.upload(input, new File([content], 'card.txt'))
  }
  await choose(new Uint8Array([0x41, 0xff, 0xfe]))
  expect(await screen.findByText('This file can’t be read as text.')).toBeTruthy()
  await choose('from a file')
  expect(await screen.findByText(/^This is the card of Ada, which you already have/)).toBeTruthy()
  expect(sent).toEqual([{ text: 'from a file', contactId: null, name: null }])
})

test.each([
  [{ kind: 'refused', reason: 'not-a-card' }, 'There is no card in this text.'],
  [{ kind: 'refused', reason: 'forged' }, 'This card was changed after it was made.'],
  [{ kind: 'refused', reason: 'own-card' }, 'This is your own card.'],
  [{ kind: 'key-of-another', contact: ada }, 'This is the card of Ada.'],
] as const)('a card that can’t be added says why, and the text stays: %o', async (answer, words) => {
  const { user } = show({ answers: () => answer })
  await user.type(await field(), 'a text')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(await screen.findByText(words)).toBeTruthy()
  expect((await field()).textContent).toBe('a text')
})

test('fault 192: unknown keys under a known name are asked about before anything is added', async () => {
  const { user, sent } = show({
    people: [ada],
    answers: ({ name }) => {
      if (name === 'Ada') throw new AppError('name-taken', ['name'])
      return name === null ? { kind: 'same-name', contact: ada } : { kind: 'added', contact: ada }
    },
  })
  await user.type(await field(), 'a text')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  await screen.findByText('You already have Ada, with other keys.')
  expect(document.activeElement?.textContent).toBe('You already have Ada, with other keys.')
  await user.type(screen.getByLabelText('A name for the other person'), 'Ada{Enter}')
  expect(await screen.findByText('Another person on your list has this name.')).toBeTruthy()
  await user.type(screen.getByLabelText('A name for the other person'), ' Berg{Enter}')
  expect(await screen.findByText(`went to /supervision/people/${ada.id}`)).toBeTruthy()
  expect(sent.at(-1)).toEqual({ text: 'a text', contactId: null, name: 'Ada Berg' })
})

test('the question can be left, and the card is still there', async () => {
  const { user } = show({ people: [ada], answers: () => ({ kind: 'same-name', contact: ada }) })
  await user.type(await field(), 'a text')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  await user.click(await screen.findByRole('button', { name: 'Back to the card' }))
  expect((await field()).textContent).toBe('a text')
  expect(document.activeElement).toBe(await field())
})

test('as a new card of the same person it is added for that person', async () => {
  const { user, sent } = show({
    people: [ada],
    answers: ({ contactId }) =>
      contactId === null ? { kind: 'same-name', contact: ada } : { kind: 'changed', contact: ada },
  })
  await user.type(await field(), 'a text')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  await user.click(await screen.findByRole('button', { name: 'It’s a new card of Ada' }))
  expect(await screen.findByText(`went to /supervision/people/${ada.id}`)).toBeTruthy()
  expect(sent.at(-1)).toEqual({ text: 'a text', contactId: ada.id, name: null })
})

test('what is typed is kept at a lock, and is there again', async () => {
  const drafts: StoredFormDraft[] = []
  const { user, unmount } = show({ drafts })
  await user.type(await screen.findByLabelText('Your name'), 'Bo')
  await user.type(await field(), 'half a card')
  expect(await saveUnsaved()).toBe(true)
  expect(drafts.map(({ form, subject }) => `${form} ${subject}`)).toEqual(['own-card own', 'card-text new'])
  unmount()
  show({ drafts })
  expect((await field()).textContent).toBe('half a card')
  expect(await screen.findByDisplayValue('Bo')).toBeTruthy()
})

test('while nothing can be saved there are no forms, and a card can still be copied', async () => {
  show({ card: own, people: [ada], isReadOnly: true })
  expect(await screen.findByRole('button', { name: 'Copy card' })).toBeTruthy()
  await vi.waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
  expect(screen.queryByRole('button', { name: 'Change the name' })).toBeNull()
})

import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { OutputAt } from '#shared/contract/contract.ts'
import type { WordsCompared } from '#shared/bundles/words-compared.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { AppError } from '#shared/contract/result.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { typeProof } from '#renderer/testing/proofs.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { ContactScreen } from './contact-screen.tsx'

type Person = OutputAt<'contacts.get'>

const words = 'fly canvas advance enter wedding reunion grace tiger saddle category embody isolate'
const id = '99999999-9999-4999-8999-999999999999'

function show({
  compares = () => ({ kind: 'same' }),
  hasCard = true,
  isReadOnly = false,
  drafts = [],
  ...change
}: Partial<Person> & {
  compares?: (typed: string) => WordsCompared
  hasCard?: boolean
  isReadOnly?: boolean
  drafts?: StoredFormDraft[]
} = {}) {
  let person: Person | null = {
    id,
    name: 'Ada',
    state: 'new',
    addedAt: '2026-03-20T15:00:00.000Z',
    clients: 0,
    toAsk: 0,
    bundles: 0,
    ...change,
  }
  const known = (): Person => {
    if (person === null) throw new AppError('not-found')
    return person
  }
  const app = renderApp({
    at: `/supervision/people/${id}`,
    screens: { '/supervision/people/$contactId': ContactScreen },
    handlers: {
      drafts: fakeFormDrafts(drafts),
      vault: { status: () => vaultStatus({ access: isReadOnly ? 'read-only' : 'full' }) },
      contacts: {
        own: () => (hasCard ? { name: 'Bo', card: 'card', words: words.split(' ') } : null),
        get: known,
        add: () => {
          person = { ...known(), state: 'changed' }
          const { clients: _clients, toAsk: _toAsk, bundles: _bundles, ...contact } = person
          return { kind: 'changed', contact }
        },
        compare: ({ typed }) => {
          const compared = compares(typed)
          if (compared.kind === 'same') person = { ...known(), state: 'compared' }
          return compared
        },
        refuseKeys: () => {
          person = { ...known(), state: 'compared' }
        },
        rename: ({ name }) => {
          if (name === 'Cleo') throw new AppError('name-taken', ['name'])
          person = { ...known(), name }
        },
        remove: () => {
          person = null
        },
      },
    },
  })
  return { ...app, user: userEvent.setup() }
}

afterEach(cleanup)

const field = () => screen.findByLabelText('The twelve words that Ada reads')
const compare = () => screen.getByRole('button', { name: 'Compare' })

test('unknown keys are said loudly, with the own words in order to read aloud', async () => {
  show()
  const notice = await screen.findByRole('status', { name: 'You have not compared words with Ada yet.' })
  expect(notice.textContent).toContain('nothing that comes from Ada is opened')
  const list = within(screen.getByRole('region', { name: 'You read aloud' }))
  expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
    words.split(' ').map((word, index) => `${index + 1} ${word}`),
  )
})

test('typed words that are right settle it, and the focus goes on', async () => {
  const { user } = show()
  await user.type(await field(), words)
  expect(screen.getByText('12 of 12 words.')).toBeTruthy()
  await user.click(compare())
  await typeProof(user)
  expect(await screen.findByText(/^The words are the same/)).toBeTruthy()
  expect(document.activeElement?.textContent).toBe('Compare words')
  expect(screen.queryByRole('status', { name: /not compared/ })).toBeNull()
  expect(screen.queryByRole('textbox', { name: /twelve words/ })).toBeNull()
})

test.each([
  [{ kind: 'incomplete', typed: 3 }, 'Twelve words are needed.'],
  [{ kind: 'too-many', typed: 14 }, 'There are 2 words too many.'],
  [{ kind: 'different', wrong: [4] }, 'Word 4 is not the one on the card.'],
  [{ kind: 'different', wrong: [3, 7, 12] }, 'Words 3, 7, and 12 are not those on the card.'],
] as const)('fault 195: mistyped words stay in the field, with what is wrong: %o', async (answer, said) => {
  const { user } = show({ compares: () => answer })
  await user.type(await field(), 'fly canvas zoo')
  await user.click(compare())
  await typeProof(user)
  expect(await screen.findByText(said)).toBeTruthy()
  expect(document.activeElement).toBe(await field())
  await user.type(await field(), ' more')
  expect(screen.queryByText(said)).toBeNull()
})

test('fault 191: changed keys are said loudly, and can be refused', async () => {
  const { user } = show({ state: 'changed' })
  expect(await screen.findByRole('status', { name: 'Ada has other keys than before.' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Refuse the other keys' }))
  expect(await screen.findByText(/^The other keys are refused/)).toBeTruthy()
  expect(screen.getByText(/you can send to each other/)).toBeTruthy()
})

test('a later card of a person who was compared brings the notice back', async () => {
  const { user } = show({ state: 'compared' })
  await user.click(await screen.findByRole('button', { name: 'Ada has a new card' }))
  await user.type(await screen.findByLabelText('Their card'), 'a card')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(await screen.findByRole('status', { name: 'Ada has other keys than before.' })).toBeTruthy()
  expect(document.activeElement?.textContent).toBe('Compare words')
})

test('without a card of one’s own the screen says where to make one', async () => {
  show({ hasCard: false })
  expect(await screen.findByRole('link', { name: 'Make my card' })).toBeTruthy()
})

test('typed words are kept at a lock', async () => {
  const drafts: StoredFormDraft[] = []
  const { user, unmount } = show({ drafts })
  await user.type(await field(), 'fly canvas')
  expect(await saveUnsaved()).toBe(true)
  unmount()
  show({ drafts })
  expect((await field()).textContent).toBe('fly canvas')
})

test('a person gets another name, and a taken one is refused', async () => {
  const { user } = show()
  const name = await screen.findByLabelText('Name')
  await user.clear(name)
  await user.type(name, 'Cleo{Enter}')
  expect(await screen.findByText('Another person on your list has this name.')).toBeTruthy()
  await user.clear(name)
  await user.type(name, 'Ada Berg{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: 'Ada Berg' })).toBeTruthy()
})

test('before a person is removed it is said what becomes of what was exchanged', async () => {
  const { user } = show({ state: 'compared', clients: 2, bundles: 1 })
  await user.click(await screen.findByRole('button', { name: 'Remove Ada…' }))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Remove Ada?' }))
  expect(dialog.getByText(/The bundle that came from Ada is removed from this vault/)).toBeTruthy()
  expect(dialog.getByText(/keeps what you sent about 2 clients/)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Remove' }))
  expect(await screen.findByText('went to /supervision/people')).toBeTruthy()
})

test('fault 275: removals that were not asked yet are named, with the way to ask first', async () => {
  const { user } = show({ state: 'compared', clients: 2, toAsk: 2 })
  await user.click(await screen.findByRole('button', { name: 'Remove Ada…' }))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Remove Ada?' }))
  expect(dialog.queryByText(/You have sent nothing/)).toBeNull()
  expect(dialog.getByText(/2 clients were withdrawn or erased, and you have not asked Ada yet/)).toBeTruthy()
  await user.click(dialog.getByRole('link', { name: 'First make the bundle that asks for it' }))
  expect(await screen.findByText('went to /supervision/share')).toBeTruthy()
})

test('while nothing can be saved, nothing can be settled or removed', async () => {
  show({ state: 'changed', isReadOnly: true })
  expect(await screen.findByRole('status', { name: 'Ada has other keys than before.' })).toBeTruthy()
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: /Refuse|Remove/ })).toBeNull())
  expect(screen.queryByRole('textbox')).toBeNull()
})

import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { bundleRefusalSchema } from '#shared/bundles/bundle-refusal.ts'
import { review as words } from '#shared/i18n/en/review.ts'
import type { BundlePreview } from '#shared/review/bundle-preview.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { ImportBundleScreen } from './import-screen.tsx'

afterEach(cleanup)

const contact = { id: '99999999-9999-4999-8999-999999999999', name: 'Ada' }
const importId = '77777777-7777-4777-8777-777777777777'
const opened: BundlePreview = {
  kind: 'opened',
  importId,
  contact,
  number: 7,
  madeAt: '2026-03-20T17:05:00.000Z',
  order: 'new',
  isFromFuture: false,
  newest: { number: 3, madeAt: '2026-02-20T17:05:00.000Z' },
  contents: {
    sessions: 28,
    scores: 56,
    episodes: 1,
    outcomes: 0,
    ruptures: 0,
    questions: 1,
    agreements: 0,
    dates: 0,
    notes: 0,
    words: 0,
    wellbeing: 0,
  },
  clients: [
    { pseudonym: 'FERN-0001', sessions: 14, changes: [{ kind: 'sessions', sessions: [12, 13, 14] }] },
    { pseudonym: 'M0SS-0001', sessions: 14, changes: [] },
  ],
  leftOut: [],
  withdrawn: ['W0RT-0001'],
  absent: ['SEDG-0001'],
}

/** Opens the screen and chooses a file, which is previewed as given. */
async function choose(preview: BundlePreview) {
  const sent: unknown[] = []
  const user = userEvent.setup()
  renderApp({
    at: '/supervision/review/import',
    screens: { '/supervision/review/import': ImportBundleScreen },
    handlers: {
      vault: { status: () => vaultStatus() },
      files: { choose: () => ({ kind: 'chosen', token: 'a'.repeat(43), name: 'from-ada.age' }) },
      review: {
        preview: () => preview,
        cancel: () => undefined,
        import: (input) => {
          sent.push(input)
          return {
            contactId: contact.id,
            clients: preview.kind === 'opened' ? preview.clients.length : 0,
            removed: 1,
          }
        },
      },
    },
  })
  await user.click(await screen.findByRole('button', { name: words.import.choose }))
  return { user, sent }
}

test('a preview says from whom, what is new, what is removed, and what is not in it; then it is imported', async () => {
  const { user, sent } = await choose(opened)
  expect(await screen.findByRole('heading', { name: 'From Ada' })).toBeTruthy()
  expect(screen.getByText(/The one before was made on Feb 20, 2026/)).toBeTruthy()
  expect(screen.getByText('28 sessions')).toBeTruthy()
  expect(screen.getByText(/^Not in it: .*dates, notes, words, and own checks/)).toBeTruthy()
  expect(screen.getByText(/Sessions 12–14 are new\./)).toBeTruthy()
  expect(screen.getByText(/As before\./)).toBeTruthy()
  expect(screen.getByText('Withdrawn clients: W0RT-0001')).toBeTruthy()
  expect(screen.getByText('Not in it, and kept as they are: SEDG-0001.')).toBeTruthy()
  expect(sent).toEqual([])
  await user.click(screen.getByRole('button', { name: words.import.submit }))
  expect(await screen.findByText('Imported: 2 clients of Ada.')).toBeTruthy()
  expect(screen.getByText('One withdrawn client was removed.')).toBeTruthy()
  expect(sent).toEqual([{ importId }])
  expect(screen.queryByRole('button', { name: words.import.submit })).toBeNull()
})

test.each(['repeated', 'older'] as const)(
  'a bundle that is %s is said to be, and can’t be imported',
  async (order) => {
    await choose({ ...opened, order, importId: null })
    expect(await screen.findByText(words.import[order])).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.import.submit })).toBeNull()
  },
)

test('a bundle that only withdraws says so before and after, and lists nothing that is not in it', async () => {
  const contents = Object.fromEntries(Object.keys(opened.contents).map((kind) => [kind, 0]))
  const { user } = await choose({ ...opened, contents: { ...opened.contents, ...contents }, clients: [] })
  expect(await screen.findByText(words.import.onlyRemoves)).toBeTruthy()
  expect(screen.queryByText(/^Not in it: /)).toBeNull()
  await user.click(screen.getByRole('button', { name: words.import.submit }))
  expect(await screen.findByText('Imported: a bundle from Ada that holds no client.')).toBeTruthy()
  expect(screen.getByText('One withdrawn client was removed.')).toBeTruthy()
})

test('fault 343: a client in it that was withdrawn before is said to stay out', async () => {
  await choose({ ...opened, leftOut: ['THYM-0001'] })
  expect(await screen.findByText(/^THYM-0001 was withdrawn before, so this client stays out\./)).toBeTruthy()
})

test('a clock that is ahead is said', async () => {
  await choose({ ...opened, isFromFuture: true })
  expect(await screen.findByText(words.import.future)).toBeTruthy()
})

test.each(bundleRefusalSchema.options)(
  'a file that is refused as %s says why, and that nothing changed',
  async (reason) => {
    await choose({ kind: 'refused', reason })
    expect(await screen.findByText(words.import.reason[reason])).toBeTruthy()
    expect(screen.getByText(words.import.nothing)).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.import.submit })).toBeNull()
  },
)

test.each(['unknown-sender', 'sender-not-compared', 'sender-keys-changed'] as const)(
  'fault 215: what is refused as %s leads to People',
  async (reason) => {
    await choose({ kind: 'refused', reason })
    const link = await screen.findByRole('link', { name: words.import.people })
    expect(link.getAttribute('href')).toContain('/supervision/people')
  },
)

import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { exampleBundledClient } from '#shared/bundles/testing/example-bundle.ts'
import { review as words } from '#shared/i18n/en/review.ts'
import { findOpenWork } from '#shared/review/open-work.ts'
import { renderApp, type FakeHandlers } from '#renderer/testing/render-app.tsx'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { ReceivedClientScreen } from './client/received-client-screen.tsx'
import { ReviewScreen } from './review-screen.tsx'
import { SuperviseeScreen } from './supervisee-screen.tsx'
import { ada, clientId, contactId, reviewedAda, reviewedClient } from './testing/example-review.ts'

afterEach(cleanup)

function show(at: string, review: NonNullable<FakeHandlers['review']>, isReadOnly = false) {
  renderApp({
    at,
    screens: {
      '/supervision/review': ReviewScreen,
      '/supervision/review/people/$contactId': SuperviseeScreen,
      '/supervision/review/clients/$receivedId': ReceivedClientScreen,
    },
    handlers: {
      review: { unknown: () => ({ since: null }), ...review },
      replies: { lines: () => [], ofReceived: () => ({ comments: [], lines: [] }) },
      drafts: fakeFormDrafts([]),
      evidence: { list: () => [] },
      vault: { status: () => vaultStatus({ access: isReadOnly ? 'read-only' : 'full' }) },
    },
  })
  return userEvent.setup()
}

const overview = '/supervision/review'
const section = (title: string) => screen.findByRole('region', { name: title })

test('before anything was shared, the screen says how it begins', async () => {
  show(overview, { overview: () => [] })
  expect(await screen.findByText(words.none)).toBeTruthy()
  expect(screen.getByRole('link', { name: words.open }).getAttribute('href')).toContain('/review/import')
})

test('what changed comes first, then the question and what is open, by supervisee', async () => {
  show(overview, { overview: () => [ada] })
  const changes = await section(words.changes.title)
  expect(within(changes).getByText(/New to you\./)).toBeTruthy()
  const work = await section(words.work.title)
  expect(within(work).getByRole('heading', { name: 'Ada' })).toBeTruthy()
  expect(within(work).getByText(/Asks: How do I come back/)).toBeTruthy()
  expect(
    within(work).getByText(/dropped to 3 in session 10 and recovered\. Nobody noted a rupture\./),
  ).toBeTruthy()
  const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
  expect(titles).toEqual([words.changes.title, words.work.title, words.everybody.title])
})

test('the user notes that they have looked, and the focus stays at the list', async () => {
  const sent: unknown[] = []
  const user = show(overview, { overview: () => [ada], lookedAt: (input) => void sent.push(input) })
  await user.click(await screen.findByRole('button', { name: /I have looked at what changed with Ada/ }))
  expect(await screen.findByText(/you have looked at what changed with Ada/)).toBeTruthy()
  expect(sent).toEqual([{ contactId }])
  expect(document.activeElement?.textContent).toBe(words.changes.title)
})

test('withdrawn clients are named, with what became of their data', async () => {
  show(overview, { overview: () => [{ ...ada, clients: [], withdrawn: ['FERN-0001'] }] })
  expect(await screen.findByText(/One client was withdrawn: FERN-0001\. Their data/)).toBeTruthy()
})

test('a year after the last bundle, the screen offers to keep or to erase', async () => {
  const sent: unknown[] = []
  const user = show(overview, {
    overview: () => [{ ...ada, isOffered: true }],
    keep: (input) => {
      sent.push(input)
      return { offeredFrom: '2028-03-20' }
    },
    eraseSupervisee: (input) => {
      sent.push(input)
      return { clients: 1 }
    },
  })
  await user.click(await screen.findByRole('button', { name: words.offer.keep }))
  await user.click(screen.getByRole('button', { name: words.offer.erase }))
  const dialog = within(await screen.findByRole('alertdialog'))
  expect(dialog.getByText(words.erase.backups)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: words.erase.confirm }))
  expect(sent).toEqual([{ contactId }, { contactId }])
})

test('fault 236: after erasing a supervisee on their page the list follows, and nothing is said not to be found', async () => {
  let isGone = false
  const user = show(`/supervision/review/people/${contactId}`, {
    overview: () => (isGone ? [] : [ada]),
    supervisee: () => {
      if (isGone) throw new AppError('not-found', ['contactId'])
      return reviewedAda
    },
    eraseSupervisee: () => {
      isGone = true
      return { clients: 1 }
    },
  })
  const alerts: unknown[] = []
  const watch = new MutationObserver(() => alerts.push(...screen.queryAllByRole('alert')))
  watch.observe(document.body, { childList: true, subtree: true })
  await user.click(await screen.findByRole('button', { name: 'Erase what Ada has shared' }))
  const dialog = within(await screen.findByRole('alertdialog'))
  await user.click(dialog.getByRole('button', { name: words.erase.confirm }))
  expect(await screen.findByText(words.none)).toBeTruthy()
  expect(alerts).toEqual([])
  watch.disconnect()
})

test('fault 344: after a restore that could not read the vault before it, the screen says who may be here again', async () => {
  let since: string | null = '2026-03-01T15:00:00.000Z'
  const user = show(overview, {
    overview: () => [ada],
    unknown: () => ({ since }),
    noteLookedThrough: () => {
      since = null
    },
  })
  const title = 'Clients who were withdrawn after Mar 1, 2026 may be here again'
  expect(await screen.findByText(title)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: words.unknown.done }))
  await expect.poll(() => screen.queryByText(title)).toBeNull()
})

test('a failure is said, and a vault for reading only offers no change', async () => {
  show(overview, {
    overview: () => {
      throw new AppError('vault-damaged')
    },
  })
  expect(await screen.findByRole('button', { name: /again/i })).toBeTruthy()
  cleanup()
  show(overview, { overview: () => [{ ...ada, isOffered: true }] }, true)
  await section(words.changes.title)
  expect(screen.queryByRole('button')).toBeNull()
})

test('a supervisee’s page has their clients and their learning, silent where there is too little', async () => {
  show(`/supervision/review/people/${contactId}`, { supervisee: () => reviewedAda })
  expect(await screen.findByRole('heading', { level: 1, name: 'Ada' })).toBeTruthy()
  const clients = await section(words.supervisee.clients)
  expect(within(clients).getByText(/14 sessions shared, up to session 14/)).toBeTruthy()
  const learning = await section(words.learning.title)
  expect(within(learning).getAllByText(/Too few to say/)).toHaveLength(4)
})

test('a client’s page has the course with its drops, by session and week, and says what was not shared', async () => {
  const user = show(`/supervision/review/clients/${clientId}`, { client: () => reviewedClient })
  expect(await screen.findByRole('heading', { level: 1, name: '7QF3-K9MW' })).toBeTruthy()
  const course = within(await section(words.course.title))
  expect(course.getByText(/ratings in 14 sessions/)).toBeTruthy()
  await user.click(course.getByRole('button', { name: 'Show as table' }))
  expect(course.getByRole('cell', { name: 'week 10' })).toBeTruthy()
  expect(screen.getByText(/R1: from session 9 to 3 in session 10/)).toBeTruthy()
  expect(
    screen.getByText('Not shared: what was agreed in supervision, dates, notes, and words.'),
  ).toBeTruthy()
})

test('the therapist’s feelings are strips from before to after, and not lines', async () => {
  const [example] = exampleBundledClient().series
  const feeling = (occasion: 'before' | 'after', values: readonly number[]) => ({
    ...example!,
    id: `therapist/attune-feelings-${occasion}/supportive`,
    rater: 'therapist' as const,
    construct: 'therapist.feelings' as const,
    scaleId: 'supportive',
    title: 'Supportive',
    occasion,
    scores: values.map((value, place) => ({ session: place + 1, value })),
  })
  const series = [example!, feeling('before', [5, 4]), feeling('after', [7])]
  const content = { ...exampleBundledClient(), series, lead: example!.id, episodes: [] }
  const user = show(`/supervision/review/clients/${clientId}`, {
    client: () => ({ ...reviewedClient, content }),
  })
  const strip = within(await section(words.course.feelings))
  expect(strip.getByText('Supportive: 1 session with both; 6 are needed for an average.')).toBeTruthy()
  await user.click(strip.getByRole('button', { name: 'Show as table' }))
  expect(strip.getByRole('cell', { name: '5 before, 7 after' })).toBeTruthy()
  expect(strip.getByRole('cell', { name: '4 before' })).toBeTruthy()
  expect(screen.queryByRole('region', { name: words.course.ratings })).toBeNull()
})

test('what was agreed stands with what became of it and the alliance since, and is asked about again', async () => {
  const content = exampleBundledClient({ withAgreements: true })
  const work = findOpenWork(content)
  show(`/supervision/review/clients/${clientId}`, { client: () => ({ ...reviewedClient, content, work }) })
  const agreed = within(await section(words.agreements.title))
  expect(agreed.getByText('After session 2: Name the silence.')).toBeTruthy()
  expect(agreed.getByText('Client’s alliance: 8.2 then, 8 now.')).toBeTruthy()
  expect(agreed.getByText('Ask what they hope for.')).toBeTruthy()
  const open = within(await section(words.work.title))
  expect(open.getByText(/^Agreed after session 2: Name the silence\. Nobody has said/)).toBeTruthy()
  expect(open.queryByText(/Ask what they hope for/)).toBeNull()
})

test('a comment is begun beside a drop, which is chosen, and the text has the focus', async () => {
  const user = show(`/supervision/review/clients/${clientId}`, { client: () => reviewedClient })
  // The client's ratings and the therapist's own dropped there, and their names tell the two apart.
  expect(await screen.findByRole('button', { name: 'Comment: Drop after session 9 (T1)' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Comment: Drop after session 9 (R1)' }))
  const field = await screen.findByRole('textbox', { name: 'Comment' })
  expect(document.activeElement).toBe(field)
  expect(screen.getByRole('button', { name: /Drop after session 9.*About/ })).toBeTruthy()
})

test('fault 219: markup in a note is shown as text', async () => {
  const hostile = '<img src=x onerror=alert(1)>'
  const content = exampleBundledClient({ withNotes: true }, () => ({
    notes: hostile,
    words: [],
    ruptureNote: '',
  }))
  show(`/supervision/review/clients/${clientId}`, { client: () => ({ ...reviewedClient, content }) })
  const sessions = within(await section(words.sessions.title))
  expect(sessions.getAllByText(hostile)).toHaveLength(14)
  expect(document.querySelector('img')).toBeNull()
})

test('a client is erased after a question that says what goes', async () => {
  const sent: unknown[] = []
  const user = show(`/supervision/review/clients/${clientId}`, {
    client: () => reviewedClient,
    eraseClient: (input) => void sent.push(input),
  })
  await user.click(await screen.findByRole('button', { name: words.erase.client }))
  const dialog = within(await screen.findByRole('alertdialog'))
  await user.click(dialog.getByRole('button', { name: words.erase.cancel }))
  expect(sent).toEqual([])
  await user.click(screen.getByRole('button', { name: words.erase.client }))
  await user.click(
    within(await screen.findByRole('alertdialog')).getByRole('button', { name: words.erase.confirm }),
  )
  expect(sent).toEqual([{ id: clientId }])
})

import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { clientIdSchema } from '#shared/records/ids.ts'
import { listedAgreementSchema, type ListedAgreement } from '#shared/supervision/meeting.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { AgreementsCard } from './agreements-card.tsx'

const clientId = clientIdSchema.parse('99999999-9999-4999-8999-999999999999')

const agreement = (change: object): ListedAgreement =>
  listedAgreementSchema.parse({
    id: crypto.randomUUID(),
    meetingId: crypto.randomUUID(),
    clientId,
    agreedOn: '2026-03-12',
    text: 'Name the silence.',
    state: 'open',
    answeredOn: null,
    isDue: true,
    since: { sessions: 3, client: { before: 6, now: 7.5 }, therapist: { before: null, now: 7 } },
    ...change,
  })

function show(agreements: ListedAgreement[], shows: 'all' | 'due' = 'all') {
  let kept = agreements
  const app = renderApp({
    at: '/',
    screens: { '/': () => <AgreementsCard clientId={clientId} shows={shows} /> },
    handlers: {
      supervision: {
        agreements: () => kept,
        answerAgreement: ({ id, state }) => {
          const answeredOn = state === 'open' ? null : '2026-03-20'
          kept = kept.map((one) =>
            one.id === id ? { ...one, state, answeredOn, isDue: state === 'open' } : one,
          )
          return { answeredOn }
        },
      },
    },
  })
  return { ...app, user: userEvent.setup() }
}

afterEach(cleanup)

test('an agreement that is due is asked about with its day and the ratings since', async () => {
  show([agreement({})])
  expect(await screen.findByText('Agreed on Mar 12, 2026: Name the silence. Tried?')).toBeTruthy()
  expect(
    screen.getByText(
      '3 sessions since then. Client’s alliance: 6 before, 7.5 now. Yours: 7 now, not rated before.',
    ),
  ).toBeTruthy()
})

test('each answer is kept and can be taken back', async () => {
  const { user } = show([agreement({})])
  for (const [button, words] of [
    ['Yes, tried', /^Tried, as answered on Mar 20, 2026\./],
    ['Not yet', /^Not tried yet\./],
    ['Dropped', /^Dropped on Mar 20, 2026\./],
  ] as const) {
    await user.click(await screen.findByRole('button', { name: `${button}: Name the silence.` }))
    expect(await screen.findByText(words)).toBeTruthy()
    expect(document.activeElement?.textContent).toBe('Agreed in supervision')
    await user.click(screen.getByRole('button', { name: /^Take the answer back/ }))
  }
  expect(await screen.findByText(/Tried\?$/)).toBeTruthy()
})

test('after a save only what is due is asked about, and without an agreement there is no card', async () => {
  show([agreement({ isDue: false, text: 'Wait' }), agreement({})], 'due')
  expect(await screen.findByText(/Name the silence\. Tried\?/)).toBeTruthy()
  expect(screen.queryByText(/Wait/)).toBeNull()
  cleanup()
  const { queryClient } = show([agreement({ isDue: false })], 'due')
  await expect.poll(() => queryClient.isFetching()).toBe(0)
  expect(screen.queryByRole('region')).toBeNull()
})

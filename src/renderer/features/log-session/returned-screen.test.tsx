import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { exampleRisk } from '#renderer/testing/fake-risks.ts'
import { renderApp, type FakeHandlers } from '#renderer/testing/render-app.tsx'
import { ReturnedScreen } from './returned-screen.tsx'
import { clientResponse, createFakeVault, logWith, sessionId, storedOf } from './testing/fake-vault.ts'

afterEach(cleanup)

function comeBack(vault: ReturnType<typeof createFakeVault>, place = '', handlers: FakeHandlers = {}) {
  renderApp({
    at: `/log/${sessionId}/returned${place}`,
    screens: { '/log/$sessionId/returned': ReturnedScreen },
    handlers: { ...vault.handlers, ...handlers },
  })
  return userEvent.setup()
}

const alliance = clientResponse('attune-alliance-client', { goals: 4, tasks: 9 })
const emotions = clientResponse('attune-emotions-client', { sadness: 6 })

test('shows no rating before the therapist asks for it', async () => {
  const log = logWith({ status: 'held', guess: 'sealed' }, { responses: [alliance, emotions] })
  const user = comeBack(createFakeVault({ stored: storedOf(log) }))
  await screen.findByText('The client has answered.')
  expect(screen.queryByRole('table')).toBeNull()
  expect(document.body.textContent).not.toMatch(/[0-9]/)
  await user.click(screen.getByRole('button', { name: 'Show side by side' }))
  expect((await screen.findByRole('row', { name: /Sad/ })).textContent).toContain('6')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Session 8 with Otter, side by side')
})

describe('an answer that needs attention', () => {
  const needsAttention = (changes: object = {}) =>
    comeBack(
      createFakeVault({
        stored: storedOf(logWith({ status: 'held', guess: 'sealed' }, { responses: [alliance] })),
        risks: [exampleRisk({ sessionId, ...changes })],
      }),
    )
  const open = () => screen.findByRole('button', { name: 'Open the answers' })

  test('fault 283: leaves no sign of itself until the therapist opens the answers', async () => {
    const user = needsAttention()
    await open()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.queryByRole('link')).toBeNull()
    expect(document.body.textContent).not.toMatch(/[0-9]|risk|attention|hurting|crisis|PHQ/i)
    // A second Enter after the passphrase opens nothing.
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('comes first when they are opened, and the rest once it was read', async () => {
    const user = needsAttention()
    await user.click(await open())
    const notice = await screen.findByRole('alert', { name: 'Something to look at first' })
    expect(document.activeElement?.contains(notice)).toBe(true)
    expect(screen.queryByText('The client has answered.')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Show side by side' })).toBeNull()
    await user.click(await screen.findByRole('button', { name: /I have read this/ }))
    expect(await screen.findByRole('button', { name: 'Show side by side' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open Otter’s page' })).toBeTruthy()
  })

  test('fault 283: is not shown by itself after a later hand-over either, though it was read', async () => {
    const user = needsAttention({ acknowledged: { at: '2025-03-25T11:00:00.000Z', note: '' } })
    await open()
    expect(document.body.textContent).not.toMatch(/hurting/)
    await user.click(await open())
    expect(await screen.findByText(/hurting/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Show side by side' })).toBeTruthy()
  })
})

test('shows nothing at all until it is known whether an answer needs attention', async () => {
  const vault = createFakeVault({ stored: storedOf(logWith({ status: 'held' }, { responses: [alliance] })) })
  Object.assign(vault.handlers.risk ?? {}, {
    ofSession: () => {
      throw new AppError('disk-error')
    },
  })
  comeBack(vault)
  expect(await screen.findByText('The disk could not be read or written.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Show side by side' })).toBeNull()
})

test('asks for an open guess first, and accepts skipping it', async () => {
  const vault = createFakeVault({
    stored: storedOf(logWith({ status: 'held' }, { responses: [alliance] }), true),
  })
  vault.hide([emotions])
  const user = comeBack(vault)
  const toGuess = await screen.findByRole('link', { name: 'Make my guess first' })
  expect(toGuess.getAttribute('href')).toBe(`/log/${sessionId}#guess`)
  expect(screen.getByText('This can’t be undone.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Show side by side' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Skip the guess' }))
  const show = await screen.findByRole('button', { name: 'Show side by side' })
  await waitFor(() => expect(document.activeElement).toBe(show))
  await user.click(show)
  expect(await screen.findByRole('row', { name: /Sad/ })).toBeTruthy()
  expect(vault.saves[0]?.log.session.guess).toBe('skipped')
})

test('says if the client gave no answers', async () => {
  comeBack(createFakeVault({ stored: storedOf(logWith({ status: 'held' })) }))
  expect(await screen.findByText('The client gave no answers.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Show side by side' })).toBeNull()
})

test('says if the client stopped part-way', async () => {
  const stopped = { ...alliance.answers, bond: { value: null, missingReason: 'stopped' as const } }
  const log = logWith({ status: 'held' }, { responses: [{ ...alliance, answers: stopped }] })
  comeBack(createFakeVault({ stored: storedOf(log) }))
  expect(await screen.findByText('The client stopped part-way.')).toBeTruthy()
  expect(screen.queryByText('The client has answered.')).toBeNull()
})

describe('looking at it together', () => {
  const own = { ...clientResponse('attune-alliance-therapist', { goals: 8 }), rater: 'therapist' as const }
  const stored = (responses: Parameters<typeof logWith>[1]) =>
    storedOf(logWith({ status: 'held', guess: 'sealed' }, responses))

  test('is offered once the answers are shown, and hands over that page', async () => {
    const begun: unknown[] = []
    const user = comeBack(createFakeVault({ stored: stored({ responses: [alliance, own] }) }), '', {
      handOver: {
        beginTogether: (given) => {
          begun.push(given)
        },
      },
    })
    const show = await screen.findByRole('button', { name: 'Show side by side' })
    expect(screen.queryByRole('button', { name: 'Show it to the client' })).toBeNull()
    await user.click(show)
    await user.click(await screen.findByRole('button', { name: 'Show it to the client' }))
    await waitFor(() => expect(begun).toEqual([{ sessionId }]))
  })

  test('is not offered if the therapist did not rate the same', async () => {
    const user = comeBack(createFakeVault({ stored: stored({ responses: [alliance] }) }))
    await user.click(await screen.findByRole('button', { name: 'Show side by side' }))
    await screen.findAllByRole('table')
    expect(screen.queryByRole('button', { name: 'Show it to the client' })).toBeNull()
  })

  test('ends with a line on what was said, and no rating beside it', async () => {
    const kept: unknown[] = []
    const user = comeBack(createFakeVault({ stored: stored({ responses: [alliance, own] }) }), '#together', {
      together: {
        ofSession: () => null,
        say: ({ sessionId: id, said }) => {
          kept.push(said)
          return { sessionId: id, said, saidOn: '2025-03-04' }
        },
      },
    })
    await user.type(await screen.findByLabelText('What was said, in a line (optional)'), 'We saw it alike.')
    expect(screen.queryByRole('table')).toBeNull()
    expect(document.body.textContent).not.toMatch(/[0-9]/)
    await user.click(screen.getByRole('button', { name: 'Save this line' }))
    expect(await screen.findByText('Saved. It comes back before the next session.')).toBeTruthy()
    expect(kept).toEqual(['We saw it alike.'])
  })
})

import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { ForesightOfSession, OpenedForesight } from '#shared/foresight/foresight.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { LogSessionScreen } from './log-session-screen.tsx'
import { ReturnedScreen } from './returned-screen.tsx'
import { clientResponse, createFakeVault, logWith, sessionId, storedOf } from './testing/fake-vault.ts'

afterEach(cleanup)

const nothing: ForesightOfSession = { asked: null, isForeseen: false, opened: null }
const asking: ForesightOfSession = { ...nothing, asked: { title: 'Alliance', leastChange: 0.5 } }

/** The form of a session that took place; `seal` gets what is foreseen. */
async function openForm(first: ForesightOfSession, fails = false) {
  let now = first
  const seal = vi.fn((_given: { sessionId: string; foreseen: string }) => {
    if (fails) throw new AppError('disk-full')
    now = { ...nothing, isForeseen: true }
    return undefined
  })
  const vault = createFakeVault({ stored: storedOf(logWith({ status: 'held' })) })
  renderApp({
    at: `/log/${sessionId}#after`,
    screens: { '/log/$sessionId': LogSessionScreen },
    handlers: { ...vault.handlers, foresight: { ofSession: () => now, seal } },
  })
  await screen.findByText(/^Session 8 with Otter$/)
  const user = userEvent.setup({ delay: null })
  return { user, seal, save: () => user.keyboard('{Control>}s{/Control}') }
}

const step = () => screen.findByRole('group', { name: 'What you foresee' })
const handOver = () => screen.findByRole('button', { name: 'Hand over…' })

describe('after a save', () => {
  test('nothing is asked while it is switched off', async () => {
    const { save } = await openForm(nothing)
    await save()
    const next = await handOver()
    await waitFor(() => expect(document.activeElement).toBe(next))
    expect(screen.queryByText(/foresee/)).toBeNull()
  })

  test('one letter seals, and the next step keeps the focus that it has without the question', async () => {
    const { user, save, seal } = await openForm(asking)
    expect(screen.queryByRole('group', { name: 'What you foresee' })).toBeNull()
    await save()
    const group = await step()
    expect(group.textContent).toContain('What will Otter rate “Alliance” next time?')
    const next = await handOver()
    await waitFor(() => expect(document.activeElement).toBe(next))
    await user.keyboard('l')
    await screen.findByText('Sealed. The next session opens it.')
    expect(seal.mock.calls).toEqual([[{ sessionId, foreseen: 'lower' }]])
    expect(document.activeElement).toBe(next)
    expect(screen.queryByRole('group', { name: 'What you foresee' })).toBeNull()
  })

  test('digits, other letters, chords and keys outside the bar seal nothing', async () => {
    const { user, save, seal } = await openForm(asking)
    await save()
    await step()
    const next = await handOver()
    await waitFor(() => expect(document.activeElement).toBe(next))
    await user.keyboard('1234x{Control>}l{/Control}{Alt>}h{/Alt}')
    // Outside the bar, while the question is still there.
    screen.getByRole('heading', { level: 1 }).focus()
    await user.keyboard('h')
    await step()
    screen.getByLabelText('Notes').focus()
    await user.keyboard('{Shift>}s{/Shift}')
    document.body.focus()
    await user.keyboard('h')
    expect(seal).not.toHaveBeenCalled()
  })

  test('a press on an answer seals it, and its focus goes to the line that says so', async () => {
    const { user, save, seal } = await openForm(asking)
    await save()
    await user.click(within(await step()).getByRole('button', { name: /Won’t come/ }))
    const line = await screen.findByText('Sealed. The next session opens it.')
    await waitFor(() => expect(document.activeElement).toBe(line))
    expect(seal.mock.calls).toEqual([[{ sessionId, foreseen: 'absent' }]])
  })

  test('a failure says what to do, and the answers stay', async () => {
    const { user, save } = await openForm(asking, true)
    await save()
    await user.click(within(await step()).getByRole('button', { name: /Higher/ }))
    await screen.findByRole('alert')
    expect(screen.queryByText('Sealed. The next session opens it.')).toBeNull()
    await step()
  })
})

describe('what has opened', () => {
  const opened: OpenedForesight = {
    foreseen: 'higher',
    number: 7,
    title: 'Alliance',
    came: true,
    rated: { direction: 'lower', before: 7, after: 5.5 },
  }

  test.each([
    [{}, 'After session 7 you foresaw that “Alliance” would be rated higher; it went down from 7 to 5.5.'],
    [
      { foreseen: 'same', rated: { direction: 'same', before: 7, after: 7.25 } },
      'After session 7 you foresaw that “Alliance” would be rated about the same; it stayed about the same, 7 and then 7.25.',
    ],
    [
      { rated: null },
      'After session 7 you foresaw that “Alliance” would be rated higher; the session took place, and there was nothing to compare.',
    ],
    [
      { foreseen: 'absent' },
      'After session 7 you foresaw that the next session would be missed; the session took place.',
    ],
    [
      { came: false, rated: null },
      'After session 7 you foresaw that “Alliance” would be rated higher; the session was missed.',
    ],
  ] as const)('is said in one sentence after the save (%j)', async (change, sentence) => {
    const { save } = await openForm({ ...nothing, opened: { ...opened, ...change } })
    await save()
    expect((await screen.findByText(/^After session 7/)).textContent).toBe(sentence)
  })

  test('is not shown on the page after a hand-over before the therapist asks for the answers', async () => {
    const response = clientResponse('attune-alliance-client', { goals: 4, tasks: 9 })
    const log = logWith({ status: 'held', guess: 'sealed' }, { responses: [response] })
    const vault = createFakeVault({ stored: storedOf(log), foresight: { ...nothing, opened } })
    renderApp({
      at: `/log/${sessionId}/returned`,
      screens: { '/log/$sessionId/returned': ReturnedScreen },
      handlers: vault.handlers,
    })
    const show = await screen.findByRole('button', { name: 'Show side by side' })
    expect(document.body.textContent).not.toMatch(/foresaw/)
    await userEvent.setup().click(show)
    await screen.findByText(/^After session 7 you foresaw/)
  })
})

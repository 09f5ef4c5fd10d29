import { cleanup, configure, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/contract/outcome.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { LogSessionScreen } from './log-session-screen.tsx'
import { todayHere } from './moments.ts'
import {
  clientResponse,
  createFakeVault,
  logWith,
  savedAt,
  sessionId,
  storedOf,
} from './testing/fake-vault.ts'

// The form is large and jsdom is slow: roles are looked for in small parts of it only.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const radios = () => [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')]
const notes = () => screen.getByLabelText<HTMLTextAreaElement>('Notes')
const press = (user: ReturnType<typeof userEvent.setup>, name: string | RegExp) =>
  user.click(screen.getByText(name, { selector: 'button, button *' }))

async function open(vault: ReturnType<typeof createFakeVault>, part = '') {
  const app = renderApp({
    at: `/log/${sessionId}${part}`,
    screens: { '/log/$sessionId': LogSessionScreen },
    handlers: vault.handlers,
  })
  await screen.findByText('Session 8 with Otter')
  return { ...app, user: userEvent.setup({ delay: null }) }
}

const blankDraft = () => ({
  sessionId,
  clientId: logWith().session.clientId,
  baseRevision: 0,
  log: logWith(),
  updatedAt: savedAt,
})

const begun = (session: Parameters<typeof logWith>[0] = {}) =>
  storedOf(logWith({ status: 'begun', ...session }))

async function rateAll(user: ReturnType<typeof userEvent.setup>, digits: readonly string[]) {
  radios()[0]?.focus()
  for (const digit of digits) await user.keyboard(`${digit}{Enter}`)
}

describe('a new log', () => {
  test('has nothing rated beforehand', async () => {
    await open(createFakeVault({ draft: blankDraft() }), '#after')
    expect(screen.getAllByText('Not rated')).toHaveLength(13)
    expect(radios().filter((radio) => radio.checked)).toEqual([])
  })

  test('goes through all thirteen ratings by digits and Enter, and is saved as held by Ctrl+Enter', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user, failures } = await open(vault, '#after')
    await rateAll(user, ['7', '8', '6', '7', '5', '7', '3', '4', '2', '1', '6', '3', '0'])
    expect(document.activeElement?.textContent).toContain('Seal the guess')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/^Saved /)
    expect(failures).toEqual([])
    const [save] = vault.saves
    expect(save?.expectedRevision).toBe(0)
    expect(save?.log.session.status).toBe('held')
    expect(save?.log.session.guess).toBe('open')
    expect(save?.log.responses.map(({ instrumentId }) => instrumentId)).toEqual([
      'attune-alliance-therapist',
      'attune-own-empathy',
      'attune-feelings-after',
      'attune-emotions-guess',
    ])
  })

  test('keeps what is not rated as left out, and leaves out a form of which nothing was answered', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault, '#after')
    await rateAll(user, ['7'])
    await press(user, 'Save session')
    await screen.findByText(/^Saved /)
    const responses = vault.saves[0]?.log.responses
    expect(responses).toHaveLength(1)
    expect(responses?.[0]?.answers).toEqual({
      goals: { value: 7, missingReason: null },
      tasks: { value: null, missingReason: 'skipped' },
      bond: { value: null, missingReason: 'skipped' },
      overall: { value: null, missingReason: 'skipped' },
    })
  })

  test('saved from Before, it has begun', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault)
    await rateAll(user, ['7', '2'])
    await press(user, 'Save Before')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.status).toBe('begun')
    expect(vault.saves[0]?.log.responses[0]?.occasion).toBe('before')
  })

  test('leads on after saving: the focus is on the next step', async () => {
    const { user } = await open(createFakeVault({ draft: blankDraft() }), '#after')
    await rateAll(user, ['7'])
    await press(user, 'Save session')
    await screen.findByText(/^Saved /)
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Hand over'))
  })
})

describe('what is typed and not saved', () => {
  test('is kept as a draft after a pause', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'Came late')
    expect(await screen.findByText(/^Draft kept /)).toBeTruthy()
    expect(vault.draft()?.log.session.notes).toBe('Came late')
    expect(vault.draft()?.baseRevision).toBe(1)
  })

  test('is kept at once when Attune locks', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'x')
    expect(vault.draft()).toBeNull()
    expect(await saveUnsaved()).toBe(true)
    expect(vault.draft()?.log.session.notes).toBe('x')
  })

  test('says so where it could not be kept, and the lock hears of it', async () => {
    const vault = createFakeVault({ stored: begun() })
    vault.fail(new AppError('disk-full'))
    const { user } = await open(vault)
    await user.type(notes(), 'x')
    expect(await saveUnsaved()).toBe(false)
    expect(await screen.findByText('The draft could not be kept.')).toBeTruthy()
  })

  test('comes back with its time, and going back to what was saved brings that back', async () => {
    const draft = { ...blankDraft(), baseRevision: 1, log: logWith({ status: 'begun', notes: 'a draft' }) }
    const vault = createFakeVault({ stored: begun({ notes: 'what was saved' }), draft })
    const { user } = await open(vault, '#after')
    expect(screen.getByText(/^Your draft from .* is here\.$/)).toBeTruthy()
    expect(notes().value).toBe('a draft')
    await press(user, 'Go back to what was saved')
    await user.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Discard the draft' }),
    )
    await waitFor(() => expect(notes().value).toBe('what was saved'))
    expect(vault.draft()).toBeNull()
  })
})

describe('a save that fails', () => {
  test('leaves everything on the screen, says why, and can be tried again', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'Came late')
    vault.fail(new AppError('disk-full'))
    await press(user, 'Save session')
    expect(await screen.findByText('The disk is full.')).toBeTruthy()
    expect(notes().value).toBe('Came late')
    vault.fail(null)
    await press(user, 'Try again')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.notes).toBe('Came late')
  })

  test('because somebody else saved can be saved over that, knowingly', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'mine')
    vault.moveOn()
    await press(user, 'Save session')
    expect(await screen.findByText(/saved from somewhere else/)).toBeTruthy()
    await press(user, 'Save mine as the newer version')
    await screen.findByText(/^Saved /)
    expect(vault.saves.at(-1)?.expectedRevision).toBe(2)
  })

  test('because its number was given away can take the next one', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault, '#after')
    await rateAll(user, ['7'])
    vault.fail(new AppError('conflict', ['log.session.number']))
    await press(user, 'Save session')
    const take = await screen.findByRole('button', { name: 'Save as session 9' })
    vault.fail(null)
    await user.click(take)
    await screen.findByText(/^Saved /)
    expect(vault.saves.at(-1)?.log.session.number).toBe(9)
  })
})

describe('the guess', () => {
  const emotions = clientResponse('attune-emotions-client', { sadness: 7, calm: 2 })

  test('keeps the client’s emotions hidden until it is skipped or sealed, and then shows them', async () => {
    const alliance = clientResponse('attune-alliance-client', { goals: 5 })
    const vault = createFakeVault({
      stored: storedOf(logWith({ status: 'held' }, { responses: [alliance] }), true),
    })
    vault.hide([emotions])
    const { user } = await open(vault, '#client')
    expect(screen.getByText(/The client has rated emotions/)).toBeTruthy()
    expect(screen.queryByRole('row', { name: /Sad/ })).toBeNull()
    await press(user, 'Skip the guess and show')
    expect((await screen.findByRole('row', { name: /Sad/ })).textContent).toContain('7')
    expect(vault.saves[0]?.log.session.guess).toBe('skipped')
    expect(vault.saves[0]?.log.responses.filter(({ rater }) => rater === 'client')).toEqual([])
  })

  test('can’t be changed once it is sealed, and says why', async () => {
    const guess = { ...clientResponse('attune-emotions-guess', { sadness: 3 }), rater: 'therapist' as const }
    const log = logWith({ status: 'held', guess: 'sealed' }, { responses: [guess] })
    await open(createFakeVault({ stored: storedOf(log) }), '#after')
    expect(screen.getByText(/^Sealed before/)).toBeTruthy()
    const sad = within(screen.getByRole('radiogroup', { name: 'Sad' })).getAllByRole<HTMLInputElement>(
      'radio',
    )
    expect(sad.every(({ disabled }) => disabled)).toBe(true)
    expect(sad.find(({ checked }) => checked)?.value).toBe('3')
  })

  test('is said beside the client’s rating, with the widest gap in words', async () => {
    const guess = {
      ...clientResponse('attune-emotions-guess', { sadness: 3, calm: 2 }),
      rater: 'therapist' as const,
    }
    const log = logWith({ status: 'held', guess: 'sealed' }, { responses: [guess, emotions] })
    await open(createFakeVault({ stored: storedOf(log) }), '#client')
    expect(screen.getByText('Furthest apart: Sad. You guessed 3, the client put 7.')).toBeTruthy()
  })
})

describe('a session', () => {
  test('of a day to come can be planned and not rated', async () => {
    const [year] = todayHere().date.split('-')
    const vault = createFakeVault({ stored: storedOf(logWith({ date: `${Number(year) + 1}-06-01` })) })
    const { user } = await open(vault, '#after')
    expect(screen.getByText(/can be planned now and rated when the day has come/)).toBeTruthy()
    expect(radios().every(({ disabled }) => disabled)).toBe(true)
    await press(user, 'Save as planned')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.status).toBe('planned')
  })

  test('that the client did not come to is saved as that, with nothing to rate', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault, '#before')
    await user.click(screen.getByLabelText('Did not come'))
    await user.click(screen.getByRole('tab', { name: 'After' }))
    expect(radios()).toEqual([])
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.status).toBe('no-show')
  })

  test('that is closed can be corrected, and says that the earlier version is kept', async () => {
    const vault = createFakeVault({ stored: storedOf(logWith({ status: 'held', closedAt: savedAt })) })
    const { user } = await open(vault)
    expect(screen.getByText(/The version from before is kept/)).toBeTruthy()
    await user.type(notes(), 'later')
    await press(user, 'Save the correction')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session).toMatchObject({ status: 'held', closedAt: savedAt, notes: 'later' })
  })

  test('that is nowhere says so', async () => {
    renderApp({
      at: `/log/${sessionId}`,
      screens: { '/log/$sessionId': LogSessionScreen },
      handlers: createFakeVault().handlers,
    })
    expect(await screen.findByText('This session is no longer there.')).toBeTruthy()
  })

  test('keeps a rupture’s details when “Nobody” was pressed by mistake', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.click(screen.getByLabelText('I did'))
    await press(user, /Withdrawal/)
    await press(user, /^Nobody/)
    expect(screen.queryByText(/^Withdrawal/)).toBeNull()
    await user.click(screen.getByLabelText('Both of us'))
    await press(user, 'Save session')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.ruptureNote).toMatchObject({ seenBy: 'both', isWithdrawal: true })
  })
})

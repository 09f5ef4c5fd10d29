import { cleanup, configure, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { english } from '#shared/i18n/en/index.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { LogSessionScreen, NewLogScreen } from './log-session-screen.tsx'
import { dateIn, dayAfter } from '#shared/records/days.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import {
  clientId,
  clientResponse,
  createFakeVault,
  logWith,
  overviewOf,
  savedAt,
  sessionId,
  storedOf,
  summaryOf,
} from './testing/fake-vault.ts'

// The form is large and jsdom is slow, so the tests look for roles in small parts of it only.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)
afterEach(() => void vi.restoreAllMocks())

const radios = () => [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')]
const notes = () => screen.getByLabelText<HTMLTextAreaElement>('Notes')
const press = (user: ReturnType<typeof userEvent.setup>, name: string | RegExp) =>
  user.click(screen.getByText(name, { selector: 'button, button *' }))

async function open(
  vault: ReturnType<typeof createFakeVault>,
  part = '',
  status = vaultStatus(),
  platform: 'linux' | 'mac' = 'linux',
) {
  const app = renderApp({
    at: `/log/${sessionId}${part}`,
    screens: { '/log/$sessionId': LogSessionScreen, '/log/$sessionId/of/$clientId': NewLogScreen },
    handlers: { ...vault.handlers, vault: { status: () => status } },
    platform,
  })
  await screen.findByText(/^Session \d+ with Otter$/)
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

const nameOf = (group: Element | null | undefined) =>
  document.getElementById(group?.getAttribute('aria-labelledby') ?? '')?.textContent

const questionOf = (name: string) =>
  [...document.querySelectorAll('[role=radiogroup]')].find((group) => nameOf(group) === name)

/** The question whose rating has the focus. */
const focusedQuestion = () => nameOf(document.activeElement?.closest('[role=radiogroup]'))

async function rateAll(user: ReturnType<typeof userEvent.setup>, digits: readonly string[]) {
  radios()[0]?.focus()
  await user.keyboard(digits.join(''))
}

describe('a new log', () => {
  test('has no preset ratings', async () => {
    await open(createFakeVault({ draft: blankDraft() }), '#after')
    expect(screen.getAllByText('Not rated')).toHaveLength(14)
    expect(radios().filter((radio) => radio.checked)).toEqual([])
  })

  test('takes all fourteen ratings by digits, Enter leaves the words, and Ctrl+Enter saves it as held', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user, failures } = await open(vault, '#after')
    await rateAll(user, ['7', '8', '6', '7', '5', '7', '3'])
    expect(document.activeElement?.closest('[role=toolbar]')).toBeTruthy()
    await user.keyboard('{Enter}4212630')
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

  test('saves missing ratings as left out, and omits a form without any answer', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault, '#after')
    await rateAll(user, ['7'])
    await press(user, 'Save')
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

  test('saved from Before, has begun', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault)
    await rateAll(user, ['7', '2'])
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.status).toBe('begun')
    expect(vault.saves[0]?.log.responses[0]?.occasion).toBe('before')
    // Before leads to After, where the first question has the focus.
    await waitFor(() => expect(focusedQuestion()).toBe('What my client wants to change'))
  })

  test('saved from Before without a rating, stays planned and on Before', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault)
    await user.click(screen.getByLabelText('By video'))
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session).toMatchObject({ status: 'planned', modality: 'video' })
    expect(screen.getByRole('tab', { name: 'Before' }).getAttribute('aria-selected')).toBe('true')
  })

  test('moves from the last rating of Before to the words below it', async () => {
    const { user } = await open(createFakeVault({ draft: blankDraft() }))
    await rateAll(user, ['7', '2'])
    expect(document.activeElement?.closest('[role=toolbar]')).toBeTruthy()
  })

  test('can be saved from Before without being begun', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault)
    await rateAll(user, ['7'])
    await press(user, 'Keep as planned')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.status).toBe('planned')
  })

  test('focuses the next step after saving', async () => {
    const { user } = await open(createFakeVault({ draft: blankDraft() }), '#after')
    await rateAll(user, ['7'])
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Hand over'))
    expect(screen.getByRole('link', { name: 'Today' }).getAttribute('href')).toBe('/')
    expect(screen.getByText('Open Otter’s page')).toBeTruthy()
  })

  test('fault 251: is kept nowhere before its first entry, and no more once that is taken back', async () => {
    const vault = createFakeVault()
    const { user } = await open(vault, `/of/${clientId}`)
    expect(screen.queryByText('Discard the draft')).toBeNull()
    expect(await saveUnsaved()).toBe(true)
    expect(vault.drafts).toEqual([])
    await user.keyboard('7')
    await waitFor(() => expect(vault.draft()?.log.session).toMatchObject({ number: 9, clientId }))
    await user.keyboard('{Shift>}{Enter}{/Shift}{Backspace}')
    await waitFor(() => expect(vault.draft()).toBeNull())
  })
})

describe('the keys of the form', () => {
  test('the first question without a rating has the focus when it opens', async () => {
    const before = {
      ...clientResponse('attune-feelings-before', { supportive: 6 }),
      rater: 'therapist' as const,
    }
    const log = logWith({}, { responses: [{ ...before, occasion: 'before' }] })
    await open(createFakeVault({ draft: { ...blankDraft(), log } }))
    expect(focusedQuestion()).toMatch(/^Inadequate/)
  })

  test('fault 252: a final session opens on its heading, so that a stray digit changes nothing', async () => {
    const vault = createFakeVault({ stored: storedOf(logWith({ status: 'held', closedAt: savedAt })) })
    const { user } = await open(vault)
    expect(document.activeElement?.tagName).toBe('H1')
    await user.keyboard('5')
    expect(await saveUnsaved()).toBe(true)
    expect(vault.drafts).toEqual([])
  })

  test('Alt with a digit opens a part, at its first question without a rating', async () => {
    const { user } = await open(createFakeVault({ draft: blankDraft() }))
    await user.keyboard('{Alt>}2{/Alt}')
    expect(focusedQuestion()).toBe('What my client wants to change')
    await user.keyboard('{Alt>}3{/Alt}')
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Client' }))
    await user.keyboard('{Alt>}1{/Alt}')
    expect(focusedQuestion()).toMatch(/^Supportive/)
  })

  test('Ctrl+S saves like Ctrl+Enter, also from the notes and from outside of the form', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault, '#after')
    await user.type(notes(), 'x{Control>}s{/Control}')
    await screen.findByText(/^Saved /)
    await user.type(notes(), 'y')
    await user.click(screen.getByRole('heading', { level: 1 }))
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(() => expect(vault.saves.map(({ log }) => log.session.notes)).toEqual(['x', 'xy']))
  })

  test('on a Mac it is Cmd+S', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault, '#after', vaultStatus(), 'mac')
    await user.type(notes(), 'x{Control>}s{/Control}')
    expect(vault.saves).toEqual([])
    await user.keyboard('{Meta>}s{/Meta}')
    await screen.findByText(/^Saved /)
  })

  test('fault 253: saves nothing from inside a dialog', async () => {
    const vault = createFakeVault({ stored: storedOf(logWith({ status: 'held' })) })
    const { user } = await open(vault, '#client')
    await press(user, 'Hand over…')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Save and hand over'))
    await user.keyboard('{Control>}s{/Control}')
    expect(vault.saves).toEqual([])
  })

  test('fault 254: neither sealing nor “Nobody” throws the focus away', async () => {
    const { user } = await open(createFakeVault({ stored: begun() }), '#after')
    questionOf('Sad')?.querySelector('input')?.focus()
    await user.keyboard('4')
    screen.getByText('Seal the guess').closest('button')?.focus()
    await user.keyboard('{Enter}')
    expect(focusedQuestion()).toBe('Who noticed one?')
    expect(screen.getByText('Sealed with the next save. Until then you can take that back.')).toBeTruthy()
    await user.keyboard(' ')
    await press(user, /^Nobody/)
    expect(focusedQuestion()).toBe('Who noticed one?')
    expect(screen.queryByText(/^Withdrawal/)).toBeNull()
  })

  test('fault 254: Enter leads from choices, words and lines to the next question', async () => {
    const ruptureNote = {
      seenBy: 'therapist' as const,
      isWithdrawal: false,
      isConfrontation: false,
      intensity: null,
      resolution: null,
      tried: [],
      note: '',
    }
    const { user } = await open(createFakeVault({ stored: storedOf(logWith({}, { ruptureNote })) }), '#after')
    questionOf('Who noticed one?')?.querySelector('input')?.focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement?.textContent).toMatch(/^Withdrawal/)
    await user.keyboard(' {Enter}6')
    expect(focusedQuestion()).toBe('Where it stands')
    await user.keyboard('{Enter}')
    expect(document.activeElement?.textContent).toBe('Named it together')
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByLabelText('A line about it'))
    await user.keyboard('{Enter}')
    expect(document.activeElement?.textContent).toBe('Client cried')
  })
})

describe('marking as final', () => {
  test('is a step of its own, which saves too', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'done')
    await press(user, 'Save and mark as final')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session).toMatchObject({ status: 'held', notes: 'done' })
    expect(vault.saves[0]?.log.session.closedAt).not.toBeNull()
    expect(screen.queryByText('Save and mark as final')).toBeNull()
    expect(document.activeElement).not.toBe(document.body)
  })
})

test('fault 135: a session in a vault that can only be read shows its text, takes no input and offers no save', async () => {
  const vault = createFakeVault({ stored: begun({ notes: 'What was said' }) })
  const status = vaultStatus({ access: 'read-only', readOnlyReason: 'gone-back' })
  const { user } = await open(vault, '#after', status)
  await screen.findByText(english.app.nothingCanBeSaved.text)
  expect(notes().value).toBe('What was said')
  expect(notes().matches(':disabled')).toBe(true)
  expect(radios().every((radio) => radio.matches(':disabled'))).toBe(true)
  expect(screen.queryByText(/^(Save|Discard|Hand over)/, { selector: 'button, button *' })).toBeNull()
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(vault.saves).toEqual([])
})

describe('unsaved text', () => {
  test('becomes a draft after a pause', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'Came late')
    expect(await screen.findByText(/^Draft kept /)).toBeTruthy()
    expect(vault.draft()?.log.session.notes).toBe('Came late')
    expect(vault.draft()?.baseRevision).toBe(1)
  })

  test('is saved as a draft at once when Attune locks', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'x')
    expect(vault.draft()).toBeNull()
    expect(await saveUnsaved()).toBe(true)
    expect(vault.draft()?.log.session.notes).toBe('x')
  })

  test('fault 103: stays at a lock with a half-typed year, which is there again, marked, and can’t be saved', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user, unmount } = await open(vault, '#before')
    await user.click(screen.getByRole('spinbutton', { name: /^year/ }))
    await user.keyboard('26')
    await user.click(screen.getByRole('tab', { name: 'After' }))
    await user.type(notes(), 'Came late')
    expect(await saveUnsaved()).toBe(true)
    const { date } = logWith().session
    expect(vault.draft()).toMatchObject({
      typedDate: `0026${date.slice(4)}`,
      log: { session: { date, notes: 'Came late' } },
    })
    unmount()
    const again = await open(vault, '#after')
    expect(notes().value).toBe('Came late')
    await again.user.type(notes(), '{Control>}{Enter}{/Control}')
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true'))
    expect(vault.saves).toEqual([])
    const year = screen.getByRole('spinbutton', { name: /^year/ })
    expect(year.textContent).toBe('26')
    expect(screen.getByText('Use a complete date between 1900 and 2100.')).toBeTruthy()
    await again.user.click(year)
    expect(screen.getByText('Use a complete date between 1900 and 2100.')).toBeTruthy()
    await again.user.keyboard(date.slice(0, 4))
    await waitFor(() => expect(screen.queryByText('Use a complete date between 1900 and 2100.')).toBeNull())
    expect(await saveUnsaved()).toBe(true)
    expect(vault.draft()?.typedDate).toBeNull()
  })

  test('fault 106: is kept whole when it is too long, takes the focus when a save is refused, and can be shortened', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault, '#after')
    await user.click(notes())
    await user.paste('a'.repeat(100_000))
    expect(screen.getByText(/it is 80,000 characters too long/)).toBeTruthy()
    await user.click(screen.getByRole('tab', { name: 'Before' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(document.activeElement).toBe(notes()))
    expect(vault.saves).toEqual([])
    expect(await saveUnsaved()).toBe(true)
    expect(vault.draft()?.log.session.notes).toHaveLength(100_000)
    await user.clear(notes())
    await user.type(notes(), 'shorter{Control>}{Enter}{/Control}')
    await waitFor(() => expect(vault.saves[0]?.log.session.notes).toBe('shorter'))
  })

  test('is reported, also to the lock, if the draft could not be saved', async () => {
    const vault = createFakeVault({ stored: begun() })
    vault.fail(new AppError('disk-full'))
    const { user } = await open(vault)
    await user.type(notes(), 'x')
    expect(await saveUnsaved()).toBe(false)
    expect(await screen.findByText('The draft could not be kept.')).toBeTruthy()
  })

  test('comes back with its time, and discarding it brings back the saved version', async () => {
    const draft = { ...blankDraft(), baseRevision: 1, log: logWith({ status: 'begun', notes: 'a draft' }) }
    const vault = createFakeVault({ stored: begun({ notes: 'what was saved' }), draft })
    const { user } = await open(vault, '#after')
    expect(screen.getByText(/^Your draft from .* is here\.$/)).toBeTruthy()
    expect(notes().value).toBe('a draft')
    await press(user, 'Return to the saved version')
    await user.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Discard the draft' }),
    )
    await waitFor(() => expect(notes().value).toBe('what was saved'))
    expect(vault.draft()).toBeNull()
  })
})

describe('a save that fails', () => {
  test('leaves everything on the screen, says why, and can be repeated', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'Came late')
    vault.fail(new AppError('disk-full'))
    await press(user, 'Save')
    expect(await screen.findByText('The disk is full.')).toBeTruthy()
    expect(notes().value).toBe('Came late')
    vault.fail(null)
    await press(user, 'Try again')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.notes).toBe('Came late')
  })

  test('because somebody else saved can overwrite that on purpose', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'mine')
    vault.moveOn()
    await press(user, 'Save')
    expect(await screen.findByText(/saved from somewhere else/)).toBeTruthy()
    await press(user, 'Save mine as the newer version')
    await screen.findByText(/^Saved /)
    expect(vault.saves.at(-1)).toMatchObject({ expectedRevision: 2, isOverOther: true })
  })

  test('because its number is taken can use the next one', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault, '#after')
    await rateAll(user, ['7'])
    vault.fail(new AppError('conflict', ['log.session.number']))
    await press(user, 'Save')
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

  test('skipped in a session that was only begun leaves it begun, and the emotions take the focus', async () => {
    const vault = createFakeVault({ stored: storedOf(logWith({ status: 'begun' }), true) })
    vault.hide([emotions])
    const { user } = await open(vault, '#client')
    expect(screen.getByText('This can’t be taken back.')).toBeTruthy()
    await press(user, 'Skip the guess and show')
    await screen.findByRole('row', { name: /Sad/ })
    expect(vault.saves[0]?.log.session).toMatchObject({ guess: 'skipped', status: 'begun' })
    await waitFor(() =>
      expect(document.activeElement?.textContent).toBe('Emotions: your guess and the client’s rating'),
    )
  })

  test('can be reached from the client’s tab, with the focus on its first number', async () => {
    const vault = createFakeVault({ stored: storedOf(logWith({ status: 'held' }), true) })
    const { user } = await open(vault, '#client')
    await press(user, 'Make my guess')
    await waitFor(() => expect(document.activeElement?.closest('[role=radiogroup]')).toBeTruthy())
    expect(within(screen.getByRole('radiogroup', { name: 'Sad' })).getAllByRole('radio')[0]).toBe(
      document.activeElement,
    )
  })

  test('has the focus at once if the address asks for it', async () => {
    await open(createFakeVault({ stored: storedOf(logWith({ status: 'held' }), true) }), '#guess')
    expect(within(screen.getByRole('radiogroup', { name: 'Sad' })).getAllByRole('radio')[0]).toBe(
      document.activeElement,
    )
  })

  test('cannot be changed once it is sealed, and says why', async () => {
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

  test('is shown beside the client’s rating, with the widest gap in words', async () => {
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
  test('on a future day can be planned but not rated', async () => {
    const [year] = todayHere().date.split('-')
    const vault = createFakeVault({ stored: storedOf(logWith({ date: `${Number(year) + 1}-06-01` })) })
    const { user } = await open(vault, '#after')
    expect(screen.getByText(/Plan it now; rate it on the day/)).toBeTruthy()
    expect(radios().every(({ disabled }) => disabled)).toBe(true)
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.status).toBe('planned')
  })

  test('fault 100: held where it is tomorrow already is not in the future', async () => {
    // The two zones are 26 hours apart, so their dates always differ.
    const real = Intl.DateTimeFormat().resolvedOptions()
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
      ...real,
      timeZone: 'Etc/GMT+12',
    })
    const zone = 'Pacific/Kiritimati'
    const date = dateIn(zone, new Date())
    expect(date > todayHere().date).toBe(true)
    const vault = createFakeVault({ stored: storedOf(logWith({ status: 'held', date, zone })) })
    const { user } = await open(vault)
    expect(screen.queryByText(/Plan it now/)).toBeNull()
    await user.type(notes(), 'on the plane')
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session).toMatchObject({ date, zone, notes: 'on the plane' })
  })

  test('that the client missed is saved as missed, without ratings', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault, '#before')
    await user.click(screen.getByLabelText('Did not come'))
    await user.click(screen.getByRole('tab', { name: 'After' }))
    expect(radios()).toEqual([])
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.status).toBe('no-show')
  })

  test('that is closed can be corrected, and says that the earlier version stays', async () => {
    const vault = createFakeVault({ stored: storedOf(logWith({ status: 'held', closedAt: savedAt })) })
    const { user } = await open(vault)
    expect(screen.getByText(/The earlier version is kept/)).toBeTruthy()
    await user.type(notes(), 'later')
    await press(user, 'Save the correction')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session).toMatchObject({ status: 'held', closedAt: savedAt, notes: 'later' })
  })

  test('that does not exist says so', async () => {
    renderApp({
      at: `/log/${sessionId}`,
      screens: { '/log/$sessionId': LogSessionScreen },
      handlers: createFakeVault().handlers,
    })
    expect(await screen.findByText('This session is no longer there.')).toBeTruthy()
  })

  test('keeps a rupture’s details if “Nobody” was pressed by mistake', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.click(screen.getByLabelText('I did'))
    await press(user, /Withdrawal/)
    await press(user, /^Nobody/)
    expect(screen.queryByText(/^Withdrawal/)).toBeNull()
    await user.click(screen.getByLabelText('Both of us'))
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.ruptureNote).toMatchObject({ seenBy: 'both', isWithdrawal: true })
  })
})

describe('the client’s tab', () => {
  test('has one button for the hand-over, also after a save', async () => {
    const { user } = await open(createFakeVault({ stored: begun() }), '#client')
    expect(screen.getAllByText('Hand over…')).toHaveLength(1)
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(screen.getAllByText('Hand over…')).toHaveLength(1)
  })

  test('offers to see both sides after a save, once the client has answered', async () => {
    const answered = clientResponse('attune-alliance-client', { goals: 5 })
    const vault = createFakeVault({
      stored: storedOf(logWith({ status: 'held' }, { responses: [answered] })),
    })
    const { user } = await open(vault, '#after')
    await user.type(notes(), 'x')
    await press(user, 'Save')
    const link = await screen.findByRole('link', { name: 'Side by side' })
    expect(link.getAttribute('href')).toBe(`/log/${sessionId}/returned#shown`)
    expect(document.activeElement).toBe(link)
  })

  test('begins with the client’s own words, and shows felt empathy beside the therapist’s rating', async () => {
    const experience = {
      ...clientResponse('attune-session-experience', { 'felt-empathy': 3, helpfulness: 6 }),
      comment: 'I felt a bit on my own.',
    }
    const own = { ...clientResponse('attune-own-empathy', { 'own-empathy': 8 }), rater: 'therapist' as const }
    const log = logWith({ status: 'held', guess: 'skipped' }, { responses: [own, experience] })
    await open(createFakeVault({ stored: storedOf(log) }), '#client')
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(headings.slice(0, 2)).toEqual(['Hand over', 'In the client’s words'])
    const felt = screen.getByRole('row', { name: /^How I felt today/ })
    expect(
      within(felt)
        .getAllByRole('cell')
        .slice(-2)
        .map(({ textContent }) => textContent),
    ).toEqual(['8', '3'])
    const helped = screen.getByRole('row', { name: /^What today did for me/ })
    expect(
      within(helped)
        .getAllByRole('cell')
        .slice(-2)
        .map(({ textContent }) => textContent),
    ).toEqual(['not asked', '6'])
  })
})

describe('before the session', () => {
  const ratings = [7.5, 7, 7.5, 7.5, 7.5, 7, 7.5, 8, 4]
  const note = {
    seenBy: 'therapist' as const,
    isWithdrawal: true,
    isConfrontation: false,
    intensity: null,
    resolution: 'unresolved' as const,
    tried: [],
    note: 'Went quiet after the homework.',
  }

  test('an open matter comes back, with its session and the therapist’s own words', async () => {
    const overview = overviewOf(
      ratings.map((rating, index) => summaryOf(index + 1, rating, index === 8 ? note : null)),
    )
    await open(createFakeVault({ draft: { ...blankDraft(), log: logWith({ number: 10 }) }, overview }))
    const card = await screen.findByRole('region', { name: 'Left open last time' })
    expect(card.textContent).toMatch(/In session 9 the client’s rating of working together was 4/)
    expect(card.textContent).toContain('In session 9 you noticed a withdrawal, still open.')
    expect(card.textContent).toContain('Went quiet after the homework.')
    expect(within(card).getByRole('link', { name: /Otter/ }).getAttribute('href')).toContain('/clients/')
  })

  test('a matter older than the last session is not called last time’s', async () => {
    const overview = overviewOf([summaryOf(5, null, note), summaryOf(6, null), summaryOf(7, null)])
    await open(createFakeVault({ draft: blankDraft(), overview }))
    expect(await screen.findByRole('region', { name: 'Still open from earlier sessions' })).toBeTruthy()
  })

  test('after the session the log asks whether it is over, and not before it', async () => {
    const overview = overviewOf([summaryOf(5, null, note), summaryOf(6, null), summaryOf(7, null)])
    await open(createFakeVault({ draft: blankDraft(), overview }), '#after')
    const card = await screen.findByRole('region', { name: 'What was still open before this session' })
    expect(within(card).getByRole('radiogroup', { name: 'Session 5: is it over?' })).toBeTruthy()
    cleanup()
    const tomorrow = dayAfter(todayHere().date, 1)
    const ahead = { ...blankDraft(), log: logWith({ date: tomorrow, status: 'planned' }) }
    const { queryClient } = await open(createFakeVault({ draft: ahead, overview }), '#after')
    await waitFor(() => expect(queryClient.isFetching()).toBe(0))
    expect(screen.queryByText('What was still open before this session')).toBeNull()
  })

  test('a failure to find what is open is said beside the form, and does not take it away', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    vault.handlers.clients.overview = () => {
      throw new AppError('not-available')
    }
    const { queryClient } = await open(vault)
    await waitFor(() => expect(queryClient.isFetching()).toBe(0))
    expect(screen.getByText(english.repairs.failed)).toBeTruthy()
    expect(radios().length).toBeGreaterThan(0)
  })

  test('nothing is shown if nothing is open, and the client’s code links to their page', async () => {
    const { queryClient } = await open(createFakeVault({ draft: blankDraft() }))
    await waitFor(() => expect(queryClient.isFetching()).toBe(0))
    expect(screen.queryByText('Left open last time')).toBeNull()
    expect(screen.getByRole('link', { name: 'Otter' }).getAttribute('href')).toContain('/clients/')
  })
})

import { Link } from '@tanstack/react-router'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { InputAt } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { exampleClient as client } from '#shared/overview/testing/example-sessions.ts'
import { sessionIdSchema } from '#shared/records/ids.ts'
import { storedSessionLogSchema } from '#shared/records/session-log.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { EnterPaperOfSessionScreen, EnterPaperScreen } from './paper-entry-screens.tsx'

const files = import.meta.glob<unknown>('../../../../../assets/instruments/**/*.json', {
  eager: true,
  import: 'default',
})
const formOf = (name: string) =>
  instrumentSchema.parse(files[`../../../../../assets/instruments/${name}.json`])
const alliance = formOf('attune-alliance-client')
const emotions = formOf('attune-emotions-client')
const phq9 = formOf('phq-9')
const earlierPhq9 = formOf('earlier/phq-9.1')

const one = sessionIdSchema.parse('11111111-1111-4111-8111-111111111111')
const two = sessionIdSchema.parse('21111111-1111-4111-8111-111111111111')

const answersOf = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, missingReason: null }]))

const response = (instrumentId: string, values: Record<string, number>, change: object = {}) => ({
  id: crypto.randomUUID(),
  instrumentId,
  instrumentVersion: 2,
  rater: 'client',
  occasion: 'after',
  answers: answersOf(values),
  words: [],
  comment: '',
  recordedAt: '2026-05-12T10:00:00.000Z',
  ...change,
})

interface Setting {
  at?: string
  own?: string[]
  responses?: object[]
  hasHiddenEmotions?: boolean
  sessions?: { id: typeof one; number: number; date: string; isBegun: boolean }[]
  save?: (given: InputAt<'paper.save'>) => { isChanged: boolean }
}

function show({
  at = `/enter/${two}`,
  own = [alliance.id],
  responses = [],
  hasHiddenEmotions = false,
  sessions = [
    { id: two, number: 2, date: '2026-05-12', isBegun: false },
    { id: one, number: 1, date: '2026-05-05', isBegun: false },
  ],
  save = () => ({ isChanged: true }),
}: Setting = {}) {
  const saved: InputAt<'paper.save'>[] = []
  const app = renderApp({
    at: `/clients/${client.id}/paper${at}`,
    screens: {
      // Where the user leaves to, and comes back from.
      '/clients/$clientId': () => <Link to={`/clients/${client.id}/paper/enter/${two}`}>In again</Link>,
      '/clients/$clientId/paper/enter': EnterPaperScreen,
      '/clients/$clientId/paper/enter/$sessionId': EnterPaperOfSessionScreen,
    },
    handlers: {
      clients: { get: () => client },
      paper: {
        choice: () => ({
          instrumentIds: own,
          offered: [alliance, emotions, phq9],
          earlier: [earlierPhq9],
          sessions: sessions.map((session) => ({ ...session, guess: 'open' as const })),
        }),
        save: (given) => {
          saved.push(given)
          return save(given)
        },
      },
      sessions: {
        get: ({ id }) =>
          storedSessionLogSchema.parse({
            session: {
              id,
              clientId: client.id,
              number: id === two ? 2 : 1,
              status: 'held',
              date: id === two ? '2026-05-12' : '2026-05-05',
              zone: 'UTC',
              modality: 'in-person',
              durationMinutes: 50,
              notes: '',
              guess: 'open',
              closedAt: null,
            },
            responses,
            ruptureNote: null,
            events: [],
            revision: 1,
            savedAt: '2026-05-12T10:00:00.000Z',
            hasHiddenEmotions,
          }),
      },
      risk: { ofSession: () => ({ risks: [], crisisText: '', isCrisisTextWritten: true }) },
    },
  })
  return { ...app, saved, user: userEvent.setup() }
}

/** Opens the questions, where the first one has the focus. */
async function typing(setting: Setting = {}) {
  const app = show(setting)
  await app.user.click(await screen.findByRole('button', { name: 'Start typing' }))
  await waitFor(() => expect(document.activeElement?.matches('input[type="radio"]')).toBe(true))
  expect(screen.getAllByRole('radiogroup')[0]?.contains(document.activeElement)).toBe(true)
  return app
}

const answered = () =>
  screen.getAllByRole<HTMLInputElement>('radio', { checked: true }).map(({ value }) => value)

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
})
afterEach(cleanup)

test('the questions come in the order, the words and the numbers of the sheet', async () => {
  await typing({ own: [phq9.id] })
  expect(
    screen.getAllByRole('radiogroup').map((group) => group.getAttribute('aria-labelledby')),
  ).toHaveLength(phq9.items.length)
  phq9.items.forEach(({ text }, at) => {
    const group = screen.getByRole('radiogroup', { name: `${at + 1}. ${text}` })
    expect(within(group).getAllByRole('radio')).toHaveLength(4)
  })
  const first = screen.getAllByRole('radiogroup')[0]!
  expect(within(first).getByRole('radio', { name: '2 More than half the days' })).toBeTruthy()
  const last = screen.getAllByRole('radiogroup').at(-1)!
  const note = document.getElementById(last.getAttribute('aria-describedby') ?? '')
  expect(note?.textContent).toMatch(/^Only if you marked “Several days” or more for one of these: 1, 2,/)
})

test('digits alone fill a sheet, Enter leaves a question out, and the check names it', async () => {
  const { user, saved } = await typing()
  await user.keyboard('7')
  await user.keyboard('{Enter}')
  await user.keyboard('104')
  expect(answered()).toEqual(['7', '10', '4'])
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByRole('heading', { name: 'Check before saving: K-07' })).toBeTruthy()
  expect(screen.getByText('One question has no answer: 2.')).toBeTruthy()
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
  expect(rows.map((row) => within(row).getAllByRole('cell').at(-1)?.textContent)).toEqual([
    '7',
    'No answer',
    '10',
    '4',
  ])
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('The sheet is saved with session 2, May 12, 2026.')).toBeTruthy()
  const [goals, , bond, overall] = alliance.items.map(({ id }) => id) as [string, string, string, string]
  expect(saved).toEqual([
    {
      sessionId: two,
      forms: [
        {
          instrumentId: alliance.id,
          instrumentVersion: alliance.version,
          answers: answersOf({ [goals]: 7, [bond]: 10, [overall]: 4 }),
        },
      ],
      comment: null,
      replaces: [],
    },
  ])
})

test('two presses on Save save once', async () => {
  const { user, saved } = await typing()
  await user.keyboard('5')
  await user.click(screen.getByRole('button', { name: 'Check' }))
  await user.dblClick(await screen.findByRole('button', { name: 'Save' }))
  await screen.findByText(/^The sheet is saved/)
  expect(saved).toHaveLength(1)
})

test('nothing goes to the check before anything is entered', async () => {
  const { user } = await typing()
  await user.click(screen.getByRole('button', { name: 'Check' }))
  expect(screen.getByRole('alert').textContent).toBe(
    'Nothing is entered yet. Enter an answer or what the client added.',
  )
  await user.type(screen.getByRole('textbox'), 'Only words.')
  await user.click(screen.getByRole('button', { name: 'Check' }))
  expect(await screen.findByText('No answer was entered. Every question is saved as left out.')).toBeTruthy()
  expect(screen.getByText('Only words.')).toBeTruthy()
})

test('a sheet without an answer beside one with answers is named as not saved', async () => {
  const { user } = await typing({ own: [alliance.id, phq9.id] })
  await user.keyboard('5')
  await user.click(screen.getByRole('button', { name: 'Check' }))
  const sheet = (await screen.findByRole('heading', { name: `PHQ-9, version ${phq9.version}` })).closest(
    'section',
  )!
  expect(within(sheet).getByText('No answer was entered. This sheet is not saved.')).toBeTruthy()
})

test('an answer to a question that was not to be answered is named in the check', async () => {
  const { user } = await typing({ own: [phq9.id] })
  await user.keyboard('000000000' + '2')
  await user.click(screen.getByRole('button', { name: 'Check' }))
  expect(await screen.findByText(/^2 .* \(not to be answered, so it is not saved\)$/)).toBeTruthy()
})

test('answers from the screen are replaced only after a question', async () => {
  const { user, saved } = show({ responses: [response(alliance.id, { goals: 3 })] })
  expect(await screen.findByText(/^Answered on the screen on May 12, 2026\./)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Start typing' }))
  // What the client answered is not a start for the sheet.
  expect(screen.queryAllByRole('radio', { checked: true })).toEqual([])
  await user.keyboard('8')
  await user.click(screen.getByRole('button', { name: 'Check' }))
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  const dialog = within(await screen.findByRole('alertdialog'))
  expect(dialog.getByText(/an earlier version of the session keeps them\.$/)).toBeTruthy()
  expect(saved).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Save the sheet' }))
  await screen.findByText(/^The sheet is saved/)
  expect(saved[0]?.replaces).toEqual([alliance.id])
})

test('what was entered from paper before is filled in, to be put right', async () => {
  const { user, saved } = await typing({
    responses: [
      response(
        alliance.id,
        { goals: 3, bond: 6 },
        { comment: 'So so.', fromPaperAt: '2026-05-13T08:00:00.000Z' },
      ),
    ],
  })
  expect(answered()).toEqual(['3', '6'])
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('So so.')
  await user.keyboard('{Backspace}')
  await user.click(screen.getByRole('button', { name: 'Check' }))
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  await user.click(await screen.findByRole('button', { name: 'Save the sheet' }))
  await screen.findByText(/^The sheet is saved/)
  expect(saved[0]?.forms[0]?.answers).toEqual(answersOf({ bond: 6 }))
  expect(saved[0]?.comment).toBeNull()
})

test('fault 297: what is typed survives leaving, which asks first', async () => {
  const { user, unmount } = await typing()
  await user.keyboard('76')
  await user.click(screen.getByRole('button', { name: 'Choose other sheets' }))
  await user.click(screen.getByRole('link', { name: 'Back to K-07' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Leave without saving?' }))
  await user.click(dialog.getByRole('button', { name: 'Keep typing' }))
  await user.click(screen.getByRole('button', { name: 'Go on typing' }))
  expect(answered()).toEqual(['7', '6'])
  unmount()
})

test('an entry that has begun goes on where it was', async () => {
  const { user } = await typing()
  await user.keyboard('76')
  await user.click(screen.getByRole('button', { name: 'Choose other sheets' }))
  await user.click(screen.getByRole('link', { name: 'Back to K-07' }))
  await user.click(await screen.findByRole('button', { name: 'Leave without saving' }))
  await user.click(screen.getByRole('link', { name: 'In again' }))
  expect(await screen.findByText(/^Your unsaved text from/)).toBeTruthy()
  expect(answered()).toEqual(['7', '6'])
})

test('the session with a begun entry is offered first, else the newest', async () => {
  show({
    at: '/enter',
    sessions: [
      { id: two, number: 2, date: '2026-05-12', isBegun: false },
      { id: one, number: 1, date: '2026-05-05', isBegun: true },
    ],
  })
  await screen.findByRole('button', { name: /Session 1, May 5, 2026 \(begun, not saved\)/ })
  cleanup()
  show({ at: '/enter' })
  await screen.findByRole('button', { name: /Session 2, May 12, 2026/ })
})

test('without a session that a sheet can belong to, it says what to do', async () => {
  show({ at: '/enter', sessions: [] })
  expect(await screen.findByText(/Log the session first\.$/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Log a session' }).getAttribute('href')).toContain(
    `/log/new/${client.id}`,
  )
})

test('a session that was missed, cancelled or lies ahead takes no sheet, and another one can be chosen', async () => {
  const { user } = show({ at: '/enter/31111111-1111-4111-8111-111111111111' })
  expect((await screen.findByRole('alert')).textContent).toMatch(/^A sheet can’t belong to this session/)
  await user.click(screen.getByRole('button', { name: /Choose a session/ }))
  await user.click(await screen.findByRole('option', { name: /Session 1/ }))
  expect(await screen.findByRole('button', { name: 'Start typing' })).toBeTruthy()
})

test('a sheet of an earlier version takes the place of the newest one', async () => {
  const { user, saved } = show({ own: [phq9.id] })
  await user.click(await screen.findByRole('button', { name: 'Sheets that were printed earlier' }))
  await user.click(screen.getByRole('checkbox', { name: 'PHQ-9, version 1' }))
  expect(
    screen.getByRole<HTMLInputElement>('checkbox', { name: `PHQ-9, version ${phq9.version}` }).checked,
  ).toBe(false)
  await user.click(screen.getByRole('button', { name: 'Start typing' }))
  await user.keyboard('1')
  await user.click(screen.getByRole('button', { name: 'Check' }))
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  await screen.findByText(/^The sheet is saved/)
  expect(saved[0]?.forms.map(({ instrumentVersion }) => instrumentVersion)).toEqual([1])
})

test('emotions on a sheet end the guess, and this is said first', async () => {
  const { user } = show({ own: [emotions.id] })
  expect(await screen.findByText(/^You have not guessed them in this session\./)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Make my guess first' }).getAttribute('href')).toContain('guess')
  await user.click(screen.getByRole('checkbox', { name: /^What you felt today/ }))
  expect(screen.queryByText(/^You have not guessed/)).toBeNull()
})

test('hidden emotions count as answered and are not shown', async () => {
  show({ own: [emotions.id], hasHiddenEmotions: true })
  expect(await screen.findByText(/^The client has answered it\./)).toBeTruthy()
})

test('a failure keeps everything and says what to do', async () => {
  const { user } = await typing({
    save: () => {
      throw new AppError('status-not-possible')
    },
  })
  await user.keyboard('5')
  await user.click(screen.getByRole('button', { name: 'Check' }))
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  expect(await screen.findByText(/^A sheet can’t belong to this session/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Change something' }))
  expect(answered()).toEqual(['5'])
})

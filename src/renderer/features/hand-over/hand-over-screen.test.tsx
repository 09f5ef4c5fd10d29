import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import type { HandOverAnswers, HandOverForm } from '#shared/contract/operations/hand-over.ts'
import type { SeenTogether } from '#shared/overview/seen-together.ts'
import { AppError } from '#shared/contract/result.ts'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { sessionIdSchema } from '#shared/records/ids.ts'
import { askedWordingSchema } from '#shared/records/own-words.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { question as questionOf } from '#renderer/lib/ask.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { typedText } from '#renderer/testing/typed-text.ts'
import { HandOverScreen } from './hand-over-screen.tsx'

const files = import.meta.glob<unknown>('../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const instruments = ['attune-alliance-client', 'attune-emotions-client'].map((id) =>
  instrumentSchema.parse(files[`../../../../assets/instruments/${id}.json`]),
)
const sessionId = sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d10')
const wordingId = (place: number) => `00000000-0000-4000-9000-00000000000${String(place)}`
const passphrase = 'quiet harbour seven lamps'

afterEach(cleanup)

async function handOver(start: Partial<HandOverForm> & { pin?: string; seen?: SeenTogether } = {}) {
  let seen = start.seen ?? null
  let pinTriesLeft = start.pin === undefined ? 0 : 3
  const ownWords = start.ownWords ?? { isFirst: false, asked: [] }
  let given: HandOverAnswers = {
    answers: start.answers ?? {},
    comment: start.comment ?? '',
    ownRatings: start.ownRatings ?? {},
    declined: start.declined ?? [],
  }
  let isFinished = start.isFinished ?? false
  let isDiskFull = false
  let isBack = false
  const finishes: { stopped: boolean }[] = []
  const app = renderApp({
    at: '/',
    screens: { '/': HandOverScreen },
    state: () => (isBack ? 'open' : 'handOver'),
    handlers: {
      vault: {
        status: () =>
          vaultStatus({
            state: isBack ? 'open' : 'handOver',
            hasPin: start.pin !== undefined,
            pinTriesLeft,
          }),
      },
      handOver: {
        together: () => (seen === null ? null : { ...seen, views: seen.answer === 'yes' ? seen.views : [] }),
        agree: ({ agrees }) => {
          if (seen !== null) seen = { ...seen, answer: agrees ? 'yes' : 'no' }
          return undefined
        },
        form: () => ({
          instruments: start.instruments ?? instruments,
          ownWords,
          canDecline: start.canDecline ?? [],
          ...given,
          isFinished,
        }),
        saveAnswers: (answers) => {
          if (isDiskFull) throw new AppError('disk-full')
          given = answers
          return undefined
        },
        finish: (how) => {
          finishes.push(how)
          isFinished = true
          return undefined
        },
        return: (asked) => {
          if ('pin' in asked && pinTriesLeft === 0) throw new AppError('pin-used-up')
          if ('pin' in asked && typedText(asked.pin) !== start.pin) {
            pinTriesLeft -= 1
            throw new AppError('wrong-pin')
          }
          if ('passphrase' in asked && typedText(asked.passphrase) !== passphrase)
            throw new AppError('wrong-passphrase')
          isBack = true
          return { sessionId, hasRisk: false, wasSeenTogether: seen?.answer === 'yes' }
        },
      },
    },
  })
  await screen.findByRole('heading')
  return {
    ...app,
    user: userEvent.setup(),
    finishes,
    given: () => given,
    fillDisk: (isFull: boolean) => {
      isDiskFull = isFull
    },
  }
}

const press = (name: string) => userEvent.setup().click(screen.getByRole('button', { name }))
const question = (name: string) => within(screen.getByRole('radiogroup', { name }))

describe('the form', () => {
  test('begins by saying who sees it, where it stays, and that every answer is optional', async () => {
    await handOver()
    expect(screen.getByText('Your therapist will see this after you finish.')).toBeTruthy()
    expect(screen.getByText('It stays on this computer.')).toBeTruthy()
    expect(screen.getByText('Skip anything you like.')).toBeTruthy()
  })

  test('saves each answer shortly after it is given, and can remove it again', async () => {
    const { user, given, failures } = await handOver()
    await press('Start')
    const goals = question('What I want to change')
    await user.click(goals.getByRole('radio', { name: '7 out of 10' }))
    await waitFor(() =>
      expect(given().answers).toEqual({
        'attune-alliance-client': { goals: { value: 7, missingReason: null } },
      }),
    )
    await user.click(screen.getByRole('button', { name: /^Take back/ }))
    await waitFor(() => expect(given().answers).toEqual({ 'attune-alliance-client': {} }))
    expect(failures).toEqual([])
  })

  test('never moves on by itself', async () => {
    const { user } = await handOver()
    await press('Start')
    for (const group of screen.getAllByRole('radiogroup'))
      await user.click(within(group).getByRole('radio', { name: '3 out of 10' }))
    expect(screen.getByText('1 of 6')).toBeTruthy()
  })

  test('can be paged through with Next without any answer, and back again', async () => {
    const { finishes } = await handOver()
    await press('Start')
    expect(screen.getByText('1 of 6')).toBeTruthy()
    for (const place of ['2 of 6', '3 of 6', '4 of 6', '5 of 6', '6 of 6']) {
      await press('Next')
      expect(screen.getByText(place)).toBeTruthy()
    }
    await press('Back')
    expect(screen.getByText('5 of 6')).toBeTruthy()
    await press('Next')
    await press('I am done')
    expect(await screen.findByRole('heading', { name: 'Thank you.' })).toBeTruthy()
    expect(finishes).toEqual([{ stopped: false }])
  })

  test('asks for goals and problems in the client’s own words on pages of their own, which count and can be skipped', async () => {
    const asked = [
      { kind: 'problem', words: 'I freeze when she shouts' },
      { kind: 'goal', words: 'Sleep through the night' },
      { kind: 'goal', words: 'Call my brother' },
    ].map((each, place) => askedWordingSchema.parse({ ...each, id: wordingId(place) }))
    const { user, given, failures, finishes } = await handOver({ ownWords: { isFirst: false, asked } })
    await press('Start')
    for (let page = 1; page < 6; page += 1) await press('Next')
    expect(screen.getByText('6 of 8')).toBeTruthy()
    expect(
      screen.getByRole('heading', { name: 'How close are you to each of these goals today?' }),
    ).toBeTruthy()
    await user.click(question('Sleep through the night').getByRole('radio', { name: '0 out of 10' }))
    await user.click(question('Call my brother').getByRole('radio', { name: '7 out of 10' }))
    await waitFor(() => expect(given().ownRatings).toEqual({ [wordingId(1)]: 0, [wordingId(2)]: 7 }))
    await user.click(screen.getByRole('button', { name: /^Take back.*Call my brother$/ }))
    await waitFor(() => expect(given().ownRatings).toEqual({ [wordingId(1)]: 0 }))
    await press('Next')
    expect(screen.getByRole('heading', { name: 'How bad is this problem today?' })).toBeTruthy()
    expect(screen.getByText('As bad as can be')).toBeTruthy()
    await press('Next')
    expect(screen.getByText('8 of 8')).toBeTruthy()
    await press('I am done')
    expect(await screen.findByRole('heading', { name: 'Thank you.' })).toBeTruthy()
    expect([finishes, failures, given().answers]).toEqual([[{ stopped: false }], [], {}])
  })

  test('asks for them first if the therapist put them there, and keeps them over a reload', async () => {
    const asked = [askedWordingSchema.parse({ id: wordingId(0), kind: 'goal', words: 'Sleep' })]
    const { user } = await handOver({
      ownWords: { isFirst: true, asked },
      ownRatings: { [wordingId(0)]: 3 },
    })
    await press('Start')
    expect(screen.getByText('1 of 7')).toBeTruthy()
    const sleep = question('Sleep')
    expect(sleep.getByRole<HTMLInputElement>('radio', { name: '3 out of 10' }).checked).toBe(true)
    expect(document.activeElement).toBe(sleep.getByRole('radio', { name: '3 out of 10' }))
    await user.keyboard('{Enter}')
    expect(screen.getByText('2 of 7')).toBeTruthy()
  })

  test('shows what was answered before a reload', async () => {
    await handOver({ answers: { 'attune-alliance-client': { goals: { value: 4, missingReason: null } } } })
    await press('Start')
    const goals = question('What I want to change')
    expect(goals.getByRole<HTMLInputElement>('radio', { name: '4 out of 10' }).checked).toBe(true)
  })

  test('asks for a comment last, and saves it before it ends', async () => {
    const { user, given, finishes } = await handOver()
    await press('Start')
    for (let page = 1; page < 6; page += 1) await press('Next')
    await user.type(screen.getByRole('textbox'), 'It helped.')
    await press('I am done')
    await screen.findByRole('heading', { name: 'Thank you.' })
    expect(given().comment).toBe('It helped.')
    expect(finishes).toEqual([{ stopped: false }])
  })

  test('says if answers are not saved, keeps them, and tries again', async () => {
    const { user, given, fillDisk } = await handOver()
    await press('Start')
    fillDisk(true)
    await user.click(screen.getAllByRole('radio', { name: '2 out of 10' })[0]!)
    expect(await screen.findByText('Your answers are not saved yet.')).toBeTruthy()
    fillDisk(false)
    await press('Try again')
    await waitFor(() => expect(given().answers['attune-alliance-client']?.['goals']?.value).toBe(2))
    await waitFor(() => expect(screen.queryByText('Your answers are not saved yet.')).toBeNull())
  })

  test('is saved at once when Attune locks', async () => {
    const { user, given } = await handOver()
    await press('Start')
    await user.click(screen.getAllByRole('radio', { name: '2 out of 10' })[0]!)
    expect(await saveUnsaved()).toBe(true)
    expect(given().answers['attune-alliance-client']?.['goals']?.value).toBe(2)
  })
})

describe('the form by keyboard', () => {
  const focused = () => document.activeElement
  const radio = (group: string, name: string) => question(group).getByRole('radio', { name })

  test('starts each screen at its first question, and Enter after the last answer goes on', async () => {
    const { user, given } = await handOver()
    await press('Start')
    expect(focused()).toBe(radio('What I want to change', '0 out of 10'))
    await user.keyboard('7{Enter}')
    expect(focused()).toBe(radio('The point of what we do in our sessions', '0 out of 10'))
    await user.keyboard('4{Enter}')
    expect(screen.getByText('2 of 6')).toBeTruthy()
    expect(focused()).toBe(radio('How it felt to be with my therapist today', '0 out of 10'))
    await press('Back')
    expect(focused()).toBe(radio('What I want to change', '7 out of 10'))
    await waitFor(() => expect(given().answers['attune-alliance-client']?.['tasks']?.value).toBe(4))
  })

  test('fault 282: Enter passes no question that has no answer, until it is pressed on Next', async () => {
    const { user } = await handOver()
    await press('Start')
    await user.keyboard('{Enter}4{Enter}')
    expect(screen.getByText('1 of 6')).toBeTruthy()
    expect(focused()).toBe(screen.getByRole('button', { name: 'Next' }))
    await user.keyboard('{Enter}')
    expect(screen.getByText('2 of 6')).toBeTruthy()
  })

  test('fault 282: a key that is held down leafs through nothing, even if all is answered', async () => {
    const all = Object.fromEntries(
      instruments[0]!.items.map(({ id }) => [id, { value: 5, missingReason: null }]),
    )
    const { user } = await handOver({ answers: { 'attune-alliance-client': all } })
    await press('Start')
    await user.keyboard('{Enter}')
    fireEvent.keyDown(focused()!, { key: 'Enter', repeat: true })
    expect(screen.getByText('1 of 6')).toBeTruthy()
    fireEvent.keyDown(focused()!, { key: 'Enter' })
    expect(screen.getByText('2 of 6')).toBeTruthy()
  })

  test('reaches Next by Tab without passing “Take back”, and Backspace takes back', async () => {
    const { user, given } = await handOver()
    await press('Start')
    await user.keyboard('7{Enter}4{Tab}')
    expect(focused()).toBe(screen.getByRole('button', { name: 'Back' }))
    await user.keyboard('{Shift>}{Tab}{/Shift}{Backspace}')
    await waitFor(() =>
      expect(given().answers['attune-alliance-client']).toEqual({ goals: { value: 7, missingReason: null } }),
    )
    expect(screen.getAllByRole('button', { name: /^Take back/ })).toHaveLength(1)
  })

  test('ends in the field for the comment', async () => {
    await handOver()
    await press('Start')
    for (let page = 1; page < 6; page += 1) await press('Next')
    expect(focused()).toBe(screen.getByRole('textbox'))
  })

  test('names the instruction for the questions below it', async () => {
    await handOver()
    await press('Start')
    const instruction = 'Think about today. There is no right answer. Low numbers help too.'
    expect(within(screen.getByRole('group', { name: instruction })).getAllByRole('radiogroup')).toHaveLength(
      2,
    )
  })

  test('keeps the focus where it is when an answer brings another screen', async () => {
    const phq9 = instrumentSchema.parse(files['../../../../assets/instruments/phq-9.json'])
    const { user } = await handOver({ instruments: [phq9] })
    await press('Start')
    expect(screen.getByText('1 of 4')).toBeTruthy()
    await user.keyboard('2')
    expect(screen.getByText('1 of 5')).toBeTruthy()
    expect(focused()).toBe(screen.getAllByRole('radio', { name: 'More than half the days' })[0])
  })
})

describe('stopping', () => {
  test('is there on every screen, asks once, and says that the client stopped', async () => {
    const { finishes } = await handOver()
    for (const way of ['Start', 'Next', 'Next', 'Next', 'Next']) {
      expect(screen.getByRole('button', { name: 'Stop here' })).toBeTruthy()
      await press(way)
    }
    await press('Stop here')
    expect(finishes).toEqual([])
    await press('Stop')
    await screen.findByRole('heading', { name: 'Thank you.' })
    expect(finishes).toEqual([{ stopped: true }])
  })
})

describe('returning to the therapist', () => {
  test('needs the right passphrase and opens the neutral page', async () => {
    const { user, queryClient } = await handOver({ isFinished: true })
    await press('I am the therapist')
    await user.type(screen.getByLabelText('Your passphrase'), 'a wrong guess{Enter}')
    expect(await screen.findByText(/This passphrase doesn’t match/)).toBeTruthy()
    expect(queryClient.getQueryData(questionOf('vault.status').queryKey)).toMatchObject({ state: 'handOver' })
    await user.clear(screen.getByLabelText('Your passphrase'))
    await user.type(screen.getByLabelText('Your passphrase'), `${passphrase}{Enter}`)
    await waitFor(() =>
      expect(queryClient.getQueryData(questionOf('vault.status').queryKey)).toMatchObject({ state: 'open' }),
    )
    expect(window.location.hash).toBe(`#/log/${sessionId}/returned`)
  })

  test('is possible in the middle of the form too, and saves the last answer', async () => {
    const { user, given } = await handOver()
    await press('Start')
    await user.click(screen.getAllByRole('radio', { name: '9 out of 10' })[0]!)
    await press('For the therapist')
    await user.type(screen.getByLabelText('Your passphrase'), `${passphrase}{Enter}`)
    await waitFor(() => expect(given().answers['attune-alliance-client']?.['goals']?.value).toBe(9))
  })

  test('asks for a passphrase before it checks one', async () => {
    const { user } = await handOver({ isFinished: true })
    await press('I am the therapist')
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Enter your passphrase.')).toBeTruthy()
  })
})

describe('returning by PIN', () => {
  const pinBox = () => screen.findByLabelText<HTMLInputElement>('Your PIN')

  test('comes first if there is a PIN, and opens the neutral page', async () => {
    const { user, queryClient } = await handOver({ isFinished: true, pin: '2718' })
    await press('I am the therapist')
    expect(await pinBox()).toBe(document.activeElement)
    await user.keyboard('2718{Enter}')
    await waitFor(() =>
      expect(queryClient.getQueryData(questionOf('vault.status').queryKey)).toMatchObject({ state: 'open' }),
    )
  })

  test('says how many tries are left, and after the last one takes only the passphrase', async () => {
    const { user, queryClient } = await handOver({ isFinished: true, pin: '2718' })
    await press('I am the therapist')
    await user.type(await pinBox(), '1111{Enter}')
    expect(await screen.findByText(/There are 2 tries left/)).toBeTruthy()
    expect((await pinBox()).value).toBe('')
    await user.type(await pinBox(), '2222{Enter}')
    expect(await screen.findByText(/There is one try left/)).toBeTruthy()
    await user.type(await pinBox(), '3333{Enter}')
    expect(await screen.findByText(/wrong three times/)).toBeTruthy()
    expect(screen.queryByLabelText('Your PIN')).toBeNull()
    expect(screen.queryByRole('button', { name: /Use the PIN/ })).toBeNull()
    await user.type(screen.getByLabelText('Your passphrase'), `${passphrase}{Enter}`)
    await waitFor(() =>
      expect(queryClient.getQueryData(questionOf('vault.status').queryKey)).toMatchObject({ state: 'open' }),
    )
  })

  test('does not count a try that cannot be a PIN', async () => {
    const { user } = await handOver({ isFinished: true, pin: '2718' })
    await press('I am the therapist')
    await user.type(await pinBox(), '27a{Enter}')
    expect(await screen.findByText('Enter your PIN: 4 to 8 digits.')).toBeTruthy()
    await user.clear(await pinBox())
    await user.type(await pinBox(), '1111{Enter}')
    expect(await screen.findByText(/There are 2 tries left/)).toBeTruthy()
  })

  test('can be exchanged for the passphrase at any time', async () => {
    const { user, queryClient } = await handOver({ isFinished: true, pin: '2718' })
    await press('I am the therapist')
    await user.click(await screen.findByRole('button', { name: 'Use the passphrase instead' }))
    expect(await screen.findByLabelText('Your passphrase')).toBe(document.activeElement)
    await user.keyboard(`${passphrase}{Enter}`)
    await waitFor(() =>
      expect(queryClient.getQueryData(questionOf('vault.status').queryKey)).toMatchObject({ state: 'open' }),
    )
  })
})

test('forgets everything that the therapist’s screens had loaded', async () => {
  const { queryClient } = await handOver()
  const keys = queryClient
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey[0])
  expect(new Set(keys)).toEqual(new Set(['handOver.form', 'handOver.together']))
})

describe('both views, looked at together', () => {
  const view = (id: string, client: number, therapist: number) => ({
    id,
    text: `About ${id}`,
    minimum: 0,
    maximum: 10,
    low: 'Not at all',
    high: 'Very much',
    client,
    therapist,
  })
  const seen = (...views: SeenTogether['views']): SeenTogether => ({ answer: null, views })
  const agree = () => userEvent.click(screen.getByRole('button', { name: 'Yes, show it' }))

  test('the client is asked first, and nothing of either view is there before', async () => {
    await handOver({ seen: seen(view('goals', 7, 2)) })
    expect(
      screen.getByRole('heading', { level: 1, name: 'Would you like to look at this together?' }),
    ).toBeTruthy()
    expect(document.body.textContent).not.toContain('About goals')
    await agree()
    expect(
      await screen.findByRole('heading', { level: 1, name: 'This session, as each of us saw it' }),
    ).toBeTruthy()
    expect(screen.getByText('You 7, your therapist 2')).toBeTruthy()
    expect(
      screen.getByText('You are furthest apart here: “About goals” (you 7, your therapist 2).'),
    ).toBeTruthy()
    expect(screen.getByText('What did each of you have in mind?')).toBeTruthy()
  })

  test('a client who says no sees nothing of it', async () => {
    await handOver({ seen: seen(view('goals', 7, 2)) })
    await userEvent.click(screen.getByRole('button', { name: 'No, thank you' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'That is fine.' })).toBeTruthy()
    expect(document.body.textContent).not.toContain('About goals')
    expect(screen.queryByRole('button', { name: 'Yes, show it' })).toBeNull()
  })

  test.each([
    ['the same numbers', [view('a', 5, 5), view('b', 9, 9)], 'You both put the same numbers.'],
    ['numbers one apart', [view('a', 5, 6), view('b', 9, 9)], 'You are close on everything'],
    [
      'several gaps of the same width',
      [view('a', 2, 5), view('b', 9, 6), view('c', 4, 7)],
      'You are 3 apart on several of these.',
    ],
  ])('%s are said in plain words', async (_what, views, words) => {
    await handOver({ seen: seen(...views) })
    await agree()
    expect(await screen.findByText(new RegExp(words))).toBeTruthy()
  })

  test('returning asks for the proof, and leads to the line on what was said', async () => {
    await handOver({ seen: seen(view('goals', 7, 2)) })
    await agree()
    await userEvent.click(await screen.findByRole('button', { name: 'I am the therapist' }))
    expect(screen.getByText('Nothing on this page is kept. It closes when you return.')).toBeTruthy()
    await userEvent.type(screen.getByLabelText('Your passphrase'), passphrase)
    await userEvent.click(screen.getByRole('button', { name: 'Go back to Attune' }))
    await waitFor(() => expect(window.location.hash).toBe(`#/log/${sessionId}/returned#together`))
  })
})

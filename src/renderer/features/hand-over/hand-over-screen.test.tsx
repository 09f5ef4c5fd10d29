import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { askedWordingSchema } from '#shared/records/own-words.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { handOver, press, question, wordingId } from './testing/open-hand-over.ts'

afterEach(cleanup)

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

test('forgets everything that the therapist’s screens had loaded', async () => {
  const { queryClient } = await handOver()
  const keys = queryClient
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey[0])
  expect(new Set(keys)).toEqual(new Set(['handOver.form', 'handOver.together']))
})

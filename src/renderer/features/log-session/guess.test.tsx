import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { clientResponse, createFakeVault, logWith, sessionId, storedOf } from './testing/fake-vault.ts'
import { begun, notes, open, press } from './testing/open-log.ts'

afterEach(cleanup)

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
    expect(screen.getByText('This can’t be undone.')).toBeTruthy()
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

import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { english } from '#shared/i18n/en/index.ts'
import { dayAfter } from '#shared/records/days.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import { createFakeVault, logWith, overviewOf, summaryOf } from './testing/fake-vault.ts'
import { blankDraft, open, radios } from './testing/open-log.ts'

afterEach(cleanup)

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

import { act, cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { AttentionOnToday } from '#shared/attention/attention.ts'
import { AppError } from '#shared/contract/result.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { TodayScreen } from './today-screen.tsx'

afterEach(cleanup)

function show(attention: () => Promise<AttentionOnToday>) {
  renderApp({
    at: '/',
    screens: { '/': TodayScreen },
    handlers: {
      today: {
        get: () => ({
          date: '2025-03-04',
          hasClients: true,
          risks: [],
          sessions: [],
          upcoming: [],
          drafts: [],
          unfinished: [],
        }),
      },
      attention: { today: attention },
      formPlans: { dueToday: () => [] },
      vault: { status: () => vaultStatus() },
    },
  })
}

test('the day appears once, together with the clients to look at first', async () => {
  const { promise, resolve } = Promise.withResolvers<AttentionOnToday>()
  show(() => promise)
  expect(await screen.findByText('Tuesday, Mar 4, 2025')).toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('Opening…')
  expect(screen.queryByRole('region')).toBeNull()
  await act(async () => {
    resolve({ clients: [], flagged: 0 })
    await promise
  })
  expect(await screen.findByRole('region', { name: 'Sessions today' })).toBeTruthy()
  expect(screen.getByRole('region', { name: 'Worth attention first' }).textContent).toContain(
    'Nobody needs attention first',
  )
})

test('a list that can’t be read does not keep the day away, and the day stays while it is asked for again', async () => {
  const again = Promise.withResolvers<AttentionOnToday>()
  let asked = 0
  show(() => {
    asked += 1
    return asked === 1 ? Promise.reject(new AppError('disk-error')) : again.promise
  })
  const sessions = await screen.findByRole('region', { name: 'Sessions today' })
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }))
  const list = screen.getByRole('region', { name: 'Worth attention first' })
  expect(list.textContent).toContain('Looking…')
  expect(screen.getByRole('region', { name: 'Sessions today' })).toBe(sessions)
  await act(async () => {
    again.resolve({ clients: [], flagged: 0 })
    await again.promise
  })
  expect(await screen.findByText('Nobody needs attention first.')).toBeTruthy()
  expect(asked).toBe(2)
})

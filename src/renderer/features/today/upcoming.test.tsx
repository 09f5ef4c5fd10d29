import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { todaySchema } from '#shared/overview/today.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { TodayScreen } from './today-screen.tsx'

afterEach(cleanup)

/** Shows Today with so many planned sessions, numbered from 1. */
function show(count: number) {
  const today = todaySchema.parse({
    date: '2026-03-20',
    risks: [],
    sessions: [],
    upcoming: Array.from({ length: count }, (_each, index) => ({
      clientId: '7d9d3f42-9a0f-4a52-8f39-2a55d1f2a911',
      clientCode: 'Otter',
      isFictional: false,
      sessionId: crypto.randomUUID(),
      number: index + 1,
      date: '2026-03-21',
      timeOfDay: null,
      status: 'planned',
    })),
    drafts: [],
    unfinished: [],
    hasClients: true,
  })
  renderApp({
    at: '/',
    screens: { '/': TodayScreen },
    handlers: {
      today: { get: () => today },
      attention: { today: () => ({ clients: [], flagged: 0 }) },
      formPlans: { dueToday: () => [] },
    },
  })
}

const listed = async () => {
  const card = (await screen.findByRole('heading', { name: 'Coming up' })).closest('section')
  return within(card!)
    .getAllByText(/^Session \d+/)
    .map(({ textContent }) => textContent)
}

test('the next twelve planned sessions are shown, and on request all of them', async () => {
  show(14)
  expect(await listed()).toHaveLength(12)
  await userEvent.click(screen.getByRole('button', { name: 'Show all 14 planned sessions' }))
  const all = await listed()
  expect(all).toHaveLength(14)
  expect(all.at(-1)).toMatch(/^Session 14\b/)
})

test('twelve planned sessions are all there are', async () => {
  show(12)
  expect(await listed()).toHaveLength(12)
  expect(screen.queryByRole('button', { name: /^Show all/ })).toBeNull()
})

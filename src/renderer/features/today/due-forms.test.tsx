import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { FormAtSession } from '#shared/overview/due-forms.ts'
import { sessionIdSchema } from '#shared/records/ids.ts'
import { todaySchema } from '#shared/overview/today.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { TodayScreen } from './today-screen.tsx'

afterEach(cleanup)

const sessionId = sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d10')
const today = todaySchema.parse({
  date: '2026-03-20',
  risks: [],
  sessions: [
    {
      clientId: '7d9d3f42-9a0f-4a52-8f39-2a55d1f2a911',
      clientCode: 'Otter',
      isFictional: false,
      sessionId,
      number: 4,
      date: '2026-03-20',
      timeOfDay: null,
      status: 'planned',
    },
  ],
  upcoming: [],
  drafts: [],
  unfinished: [],
  hasClients: true,
})
const formAt = (title: string, moment: FormAtSession['moment']): FormAtSession => ({
  instrumentId: title.toLowerCase(),
  title,
  plan: { rhythm: { kind: 'monthly' }, moment: moment ?? 'after', lastDay: null },
  moment,
  state: { kind: 'due' },
})

function show(forms: FormAtSession[]) {
  return renderApp({
    at: '/',
    screens: { '/': TodayScreen },
    handlers: {
      today: { get: () => today },
      attention: { today: () => ({ clients: [], flagged: 0 }) },
      formPlans: { dueToday: () => (forms.length === 0 ? [] : [{ sessionId, forms }]) },
    },
  })
}

test('a session to come says which forms are due, at the beginning and at the end', async () => {
  show([formAt('PHQ-9', 'beginning'), formAt('GAD-7', 'after'), formAt('Mood', 'beginning')])
  expect(await screen.findByText('Due at the beginning: PHQ-9 and Mood.')).toBeTruthy()
  expect(screen.getByText('Due at the end: GAD-7.')).toBeTruthy()
})

test('without a form that is due, nothing is said', async () => {
  show([])
  expect(await screen.findByText(/^Session 4/)).toBeTruthy()
  expect(screen.queryByText(/^Due /)).toBeNull()
})

import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { OutputAt } from '#shared/contract/contract.ts'
import { clientIdSchema, sessionIdSchema } from '#shared/records/ids.ts'
import type { SessionLog } from '#shared/records/session-log.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import { exampleClient } from '#renderer/testing/example-client.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { PlanSessionButton } from './plan-session-button.tsx'

afterEach(cleanup)

const clientId = clientIdSchema.parse('7d9d3f42-9a0f-4a52-8f39-2a55d1f2a911')
const year = String(Number(todayHere().date.slice(0, 4)) + 1)

const client = exampleClient({ id: clientId, usualDurationMinutes: 45 })

function show(onDay: OutputAt<'sessions.onDay'> = []) {
  const saved: SessionLog[] = []
  renderApp({
    at: '/',
    screens: { '/': () => <PlanSessionButton clientId={clientId} /> },
    handlers: {
      vault: { status: () => vaultStatus() },
      clients: { get: () => client },
      sessions: {
        onDay: () => onDay,
        nextNumber: () => ({ number: 9 }),
        save: ({ log }) => {
          saved.push(log)
          return { ...log, revision: 1, savedAt: '2026-03-20T15:00:00.000Z', hasHiddenEmotions: false }
        },
      },
    },
  })
  return { user: userEvent.setup(), saved }
}

async function fillIn(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'Plan…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Plan a session' })
  await user.click(within(dialog).getByRole('spinbutton', { name: /month, Day/ }))
  await user.keyboard(`0603${year}`)
  return dialog
}

test('a plan is saved under the next number, with the client’s usual length and without a time if there is none', async () => {
  const { user, saved } = show()
  const dialog = await fillIn(user)
  await user.click(within(dialog).getByRole('button', { name: 'Plan' }))
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  expect(saved).toMatchObject([
    {
      session: {
        clientId,
        number: 9,
        status: 'planned',
        date: `${year}-06-03`,
        timeOfDay: null,
        durationMinutes: 45,
      },
    },
  ])
})

test('a second session of one client on one day asks once', async () => {
  const other = {
    id: sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d01'),
    number: 8,
    status: 'planned',
    timeOfDay: '09:00',
  } as const
  const { user, saved } = show([other])
  const dialog = await fillIn(user)
  await user.click(within(dialog).getByRole('button', { name: 'Plan' }))
  expect((await within(dialog).findByRole('status')).textContent).toMatch(
    /There is already a session on this day\.Session 8, planned, 9:00.AM/,
  )
  expect(saved).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Plan a second session' }))
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  expect(saved).toHaveLength(1)
})

test('a session that was cancelled in time is no reason to ask', async () => {
  const { user, saved } = show([
    {
      id: sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d01'),
      number: 8,
      status: 'cancelled-by-client',
      timeOfDay: null,
    },
  ])
  const dialog = await fillIn(user)
  await user.click(within(dialog).getByRole('button', { name: 'Plan' }))
  await expect.poll(() => saved.length).toBe(1)
})

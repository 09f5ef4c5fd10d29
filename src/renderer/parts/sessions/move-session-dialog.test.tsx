import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { OutputAt } from '#shared/contract/contract.ts'
import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import { sessionIdSchema } from '#shared/records/ids.ts'
import { exampleClient } from '#renderer/testing/example-client.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { MoveSessionDialog } from './move-session-dialog.tsx'

afterEach(cleanup)

const sessionId = sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d01')
const otherId = sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d02')

const listed = (code: string, id: string): ClientListItem => ({
  client: exampleClient({ id, code, usualDurationMinutes: 45 }),
  sessionCount: 3,
  lastHeldOn: null,
  nextPlannedOn: null,
})
const otter = listed('Otter', '7d9d3f42-9a0f-4a52-8f39-2a55d1f2a911')
const moss = listed('Moss', '7d9d3f42-9a0f-4a52-8f39-2a55d1f2a912')
const reed = listed('Reed', '7d9d3f42-9a0f-4a52-8f39-2a55d1f2a913')

type OnDay = OutputAt<'sessions.onDay'>
const held: OnDay[number] = { id: otherId, number: 4, status: 'held', timeOfDay: null }

async function show(onDay: (clientId: string, date: string) => OnDay) {
  const moved: string[] = []
  renderApp({
    at: '/',
    screens: {
      '/': () => (
        <MoveSessionDialog
          session={{ sessionId, clientId: otter.client.id, clientCode: 'Otter', number: 8 }}
          onClose={() => undefined}
        />
      ),
    },
    handlers: {
      vault: { status: () => vaultStatus() },
      clients: { list: () => [otter, moss, reed] },
      sessions: {
        extent: () => ({
          revision: 3,
          date: '2026-03-04',
          earlierVersions: 0,
          hasDraft: false,
          riskAnswers: 0,
          unreadRisks: 0,
          prompts: 0,
          agendaItems: 0,
          baselines: 0,
          ownRatings: 0,
          declinedForms: 1,
          comments: 0,
          sharedWith: [],
          leavesBackupsOn: null,
        }),
        onDay: ({ clientId, date }) => onDay(clientId, date),
        move: ({ id, toClientId }) => {
          moved.push(toClientId)
          return { id, clientId: toClientId, clientCode: 'Moss', number: 5, isInOrder: true }
        },
      },
    },
  })
  const user = userEvent.setup()
  const dialog = await screen.findByRole('dialog', { name: 'Move session 8 of Otter to another client' })
  const choose = async (code: string) => {
    await user.click(await within(dialog).findByRole('button', { name: /Client/ }))
    await user.click(await screen.findByRole('option', { name: code }))
  }
  return { user, dialog, choose, moved }
}

test('a second session on the day at the other client asks once, before the move', async () => {
  const { user, dialog, choose, moved } = await show((clientId, date) =>
    clientId === moss.client.id && date === '2026-03-04' ? [held] : [],
  )
  await choose('Moss')
  expect(await within(dialog).findByText('There is already a session on this day.')).toBeTruthy()
  expect(within(dialog).getByText('Session 4, held')).toBeTruthy()
  await choose('Reed')
  await expect.poll(() => within(dialog).queryByText('There is already a session on this day.')).toBeNull()
  await choose('Moss')
  await within(dialog).findByText('There is already a session on this day.')
  await user.click(within(dialog).getByRole('button', { name: 'Move to Moss' }))
  await expect.poll(() => moved).toEqual([moss.client.id])
})

test('one that was cancelled in time is no reason to ask, and the dialog says what is given again', async () => {
  const { dialog, choose } = await show(() => [{ ...held, status: 'cancelled-by-client' }])
  await choose('Moss')
  const confirm = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Move to Moss' })
  await expect.poll(() => confirm.disabled).toBe(false)
  expect(within(dialog).queryByText(/already a session/)).toBeNull()
  expect(dialog.textContent).toContain(
    'The client declined a form in it. That moves along, and Otter is given',
  )
})

test('nothing moves while nobody knows what is on the day', async () => {
  const { dialog, choose } = await show(() => {
    throw new AppError('not-available')
  })
  await choose('Moss')
  await within(dialog).findByRole('alert')
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Move to Moss' }).disabled).toBe(true)
})

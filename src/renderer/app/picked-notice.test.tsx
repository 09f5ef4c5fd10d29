import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Link, useLocation } from '@tanstack/react-router'
import { afterEach, expect, test } from 'vitest'
import { agendaItemSchema } from '#shared/supervision/agenda.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { PickedNotice } from './picked-notice.tsx'
import { usePicking } from './use-picking.ts'

const kite = '99999999-9999-4999-8999-999999999999'
const lantern = '88888888-8888-4888-8888-888888888888'

/** Stays while the address changes from one client to the other, as the app's frame does. */
function Frame() {
  const picking = usePicking()
  const { pathname } = useLocation()
  return (
    <>
      <button type="button" onClick={() => picking.pick(pathname)}>
        Pick
      </button>
      <Link to="/clients/$clientId" params={{ clientId: kite }}>
        Kite
      </Link>
      <Link to="/clients/$clientId" params={{ clientId: lantern }}>
        Lantern
      </Link>
      <PickedNotice picking={picking} />
    </>
  )
}

afterEach(cleanup)

test('the notice is about the screen it was made on, and does not come back with that screen', async () => {
  const user = userEvent.setup()
  renderApp({
    at: `/clients/${kite}`,
    screens: { '/clients/$clientId': Frame },
    handlers: {
      supervision: {
        add: ({ id, kind }) =>
          agendaItemSchema.parse({
            id,
            kind,
            clientId: kite,
            sessionId: null,
            promptAnswerId: null,
            meetingId: null,
            line: '',
            reason: null,
            question: '',
            state: 'open',
            putOffCount: 0,
            putOffSince: null,
            createdAt: '2026-03-20T15:00:00.000Z',
          }),
      },
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Pick' }))
  expect(await screen.findByText('This client is on the agenda for supervision.')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Lantern' }))
  await expect.poll(() => screen.queryByText(/on the agenda/)).toBeNull()
  await user.click(screen.getByRole('link', { name: 'Kite' }))
  await expect
    .poll(() => screen.getByRole('link', { name: 'Kite' }).getAttribute('aria-current'))
    .toBe('page')
  expect(screen.queryByText(/on the agenda/)).toBeNull()
})

import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { clientIdSchema } from '#shared/records/ids.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ReturnedNotice } from './returned-notice.tsx'

const clientId = clientIdSchema.parse('6f1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a11')

afterEach(cleanup)

test('fault 96: a client who was erased and is back is named, with the ways to erase them again and to keep them', async () => {
  let isKept = false
  const keepReturned = vi.fn(() => {
    isKept = true
    return undefined
  })
  renderApp({
    at: '/',
    screens: { '/': ReturnedNotice },
    handlers: {
      rights: {
        returned: () => (isKept ? [] : [{ clientId, code: 'Fern', erasedAt: '2026-03-20T15:00:00.000Z' }]),
        keepReturned,
      },
    },
  })
  await screen.findByText('Fern was erased on Mar 20, 2026, and is in the vault again')
  expect(screen.getByRole('link', { name: 'Erase Fern again…' }).getAttribute('href')).toBe(
    `/clients/${clientId}/erase`,
  )
  await userEvent.setup().click(screen.getByRole('button', { name: 'Keep Fern' }))
  expect(keepReturned).toHaveBeenCalledWith({ clientId })
  await waitFor(() => expect(screen.queryByText(/was erased on/)).toBeNull())
})

import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { packRows } from '#shared/attention/client-rows.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { AppShell } from './app-shell.tsx'

beforeEach(() => {
  // The page is never idle here, so nothing is asked for without a sign of the user.
  vi.stubGlobal('requestIdleCallback', () => 1)
  vi.stubGlobal('cancelIdleCallback', () => undefined)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('the pointer on Clients, or the focus, asks for what Clients shows before the click, and so does the way there', async () => {
  for (const sign of ['pointer', 'focus', 'way']) {
    let asked = 0
    renderApp({
      at: '/',
      screens: { '/': AppShell },
      handlers: {
        attention: {
          list: () => {
            asked += 1
            return packRows([])
          },
        },
      },
    })
    const user = userEvent.setup()
    const clients = await screen.findByRole('link', { name: 'Clients' })
    await user.hover(screen.getByRole('link', { name: 'Evidence' }))
    expect(asked).toBe(0)
    if (sign === 'pointer') await user.hover(clients)
    else if (sign === 'focus') clients.focus()
    else fireEvent.click(clients)
    await waitFor(() => expect(asked).toBe(1))
    cleanup()
  }
})

import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
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

test('the pointer on Clients, or the focus, asks for what Clients shows before the click', async () => {
  for (const sign of ['pointer', 'focus']) {
    const asked: string[] = []
    const answer = (path: string) => () => {
      asked.push(path)
      return []
    }
    renderApp({
      at: '/',
      screens: { '/': AppShell },
      handlers: {
        clients: { list: answer('clients.list') },
        attention: { list: answer('attention.list') },
      },
    })
    const user = userEvent.setup()
    const clients = await screen.findByRole('link', { name: 'Clients' })
    await user.hover(screen.getByRole('link', { name: 'Evidence' }))
    expect(asked).toEqual([])
    if (sign === 'pointer') await user.hover(clients)
    else clients.focus()
    await waitFor(() => expect(asked).toEqual(['clients.list', 'attention.list']))
    cleanup()
  }
})

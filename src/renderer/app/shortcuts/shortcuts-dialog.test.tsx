import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

afterEach(cleanup)

test('lists every command that has keys, and those of ratings and charts', async () => {
  const onClose = vi.fn()
  renderApp({ at: '/here', screens: { '/here': () => <ShortcutsDialog onClose={onClose} /> }, handlers: {} })
  const lines = (await screen.findAllByRole('term')).map(
    (term) => `${term.textContent}: ${term.nextElementSibling?.textContent ?? ''}`,
  )
  expect(lines).toContain('Go to client or command…: CtrlK')
  expect(lines).toContain('Back: Alt←')
  expect(lines).toContain('Keyboard shortcuts: F1')
  expect(lines).toContain('Save: CtrlEnter')
  expect(lines).toContain('Larger: Ctrl+')
  expect(lines).toContain('First and last session: HomeEnd')
  expect(lines.filter((line) => line.startsWith('About'))).toEqual([])
  await userEvent.setup().click(screen.getByRole('button', { name: 'Close' }))
  expect(onClose).toHaveBeenCalledOnce()
})

import { useState } from 'react'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { fakeFormDrafts } from '../testing/form-drafts.ts'
import { renderApp } from '../testing/render-app.tsx'
import { NewClientScreen } from '../features/clients/new-client-screen.tsx'
import { ErrorBoundary } from './error-boundary.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** The screen, with a part that fails to render until the button switches it. */
function Failing() {
  const [fails, setFails] = useState(false)
  return (
    <>
      <button onClick={() => setFails((before) => !before)}>switch the fault</button>
      <ErrorBoundary>
        <NewClientScreen />
        <Fault isOn={fails} />
      </ErrorBoundary>
    </>
  )
}

function Fault({ isOn }: { isOn: boolean }) {
  if (isOn) throw new Error('planted')
  return null
}

test('fault 105: a screen that fails to render keeps the text, and shows it after “try again”', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const kept: StoredFormDraft[] = []
  renderApp({
    at: '/clients/new',
    screens: { '/clients/new': Failing },
    handlers: { drafts: fakeFormDrafts(kept) },
  })
  const user = userEvent.setup()
  await user.type(await screen.findByRole('textbox', { name: /^Notes/ }), 'Sent by Dr. Lim')
  // No pause, so only the end of the screen can save the text.
  await user.click(screen.getByText('switch the fault'))
  expect(screen.queryByDisplayValue('Sent by Dr. Lim')).toBeNull()
  await waitFor(() => expect(kept[0]?.content).toContain('Sent by Dr. Lim'))
  await user.click(screen.getByText('switch the fault'))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByDisplayValue('Sent by Dr. Lim')).toBeTruthy()
})

import { useState } from 'react'
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { useKept } from '../lib/use-kept.ts'
import { renderApp } from '../testing/render-app.tsx'
import { NumberEntry } from '../parts/number-entry.tsx'
import { useLocking } from './use-locking.ts'

afterEach(cleanup)

test('a lock saves a number that is still being typed, and reports only then', async () => {
  const events: unknown[] = []
  function Screen() {
    useLocking()
    const [minutes, setMinutes] = useState<number | null>(null)
    const { keep } = useKept(async (typed: number | null) => void events.push(typed), 600)
    return (
      <NumberEntry
        label="Length"
        value={minutes}
        onChange={(next) => {
          setMinutes(next)
          keep(next)
        }}
      />
    )
  }
  const ready = vi.fn(({ isDraftSafe }: { isDraftSafe: boolean }) => void events.push({ isDraftSafe }))
  const { send } = renderApp({ at: '/', screens: { '/': Screen }, handlers: { lock: { ready } } })
  await userEvent.setup().type(await screen.findByRole('textbox', { name: 'Length' }), '50')
  expect(events).toEqual([])
  act(() => send({ name: 'locking', reason: 'command' }))
  await waitFor(() => expect(events).toEqual([50, { isDraftSafe: true }]))
})

import { useState } from 'react'
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderInCache } from '../testing/render-hooks.tsx'
import { renderApp } from '../testing/render-app.tsx'
import { ReadingFile, useGiveUpOnLeaving } from './reading-file.tsx'

afterEach(cleanup)

/** A screen that may be reading a file. */
function showScreen() {
  return renderInCache(() => {
    const [isReading, setIsReading] = useState(false)
    useGiveUpOnLeaving(isReading)
    return setIsReading
  })
}

test('fault 126: leaving a screen while it reads a file gives the file up', async () => {
  const { result, unmount, asked } = showScreen()
  act(() => result.current(true))
  expect(asked).toEqual([])
  unmount()
  await waitFor(() => expect(asked).toEqual(['reading.cancel']))
})

test('leaving before and after a file was read asks for nothing', () => {
  const before = showScreen()
  before.unmount()
  const after = showScreen()
  act(() => after.result.current(true))
  act(() => after.result.current(false))
  after.unmount()
  expect([...before.asked, ...after.asked]).toEqual([])
})

test('an import shows its step and how much of it is done', async () => {
  const steps = [
    { step: 'reading', share: 0.256 },
    { step: 'saving', share: 1 },
  ] as const
  let asked = 0
  renderApp({
    at: '/reading',
    screens: { '/reading': () => <ReadingFile name="phq.csv" showsProgress /> },
    handlers: { reading: { progress: () => steps[Math.min(asked++, 1)] ?? null, cancel: () => undefined } },
  })
  const first = await screen.findByRole('progressbar', { name: 'Reading phq.csv…' })
  expect(first.getAttribute('value')).toBe('0.25')
  expect(screen.getByText('25%')).toBeDefined()
  const second = await screen.findByRole('progressbar', { name: 'Saving what “phq.csv” holds…' })
  expect(second.getAttribute('value')).toBe('1')
  expect(screen.getByText(/nothing is changed/)).toBeDefined()
})

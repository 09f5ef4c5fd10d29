import { useState } from 'react'
import { act, cleanup, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderInCache } from '../testing/render-hooks.tsx'
import { useGiveUpOnLeaving } from './reading-file.tsx'

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

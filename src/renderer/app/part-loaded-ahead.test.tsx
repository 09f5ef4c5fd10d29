import { Suspense, useState, type ComponentType } from 'react'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { partLoadedAhead } from './part-loaded-ahead.tsx'

afterEach(cleanup)

let mounted = 0

/** Shows the number of its mount, so that a test sees whether it mounted again. */
function Room() {
  const [number] = useState(() => (mounted += 1))
  return <p>room {number}</p>
}

const inSuspense = (Part: ComponentType) => (
  <Suspense fallback={<p>waiting</p>}>
    <Part />
  </Suspense>
)

test('a part that was loaded ahead appears at once, without a placeholder', async () => {
  const { Part, loadAhead } = partLoadedAhead(() => Promise.resolve(Room))
  loadAhead()
  await Promise.resolve()
  render(inSuspense(Part))
  expect(screen.queryByText('waiting')).toBeNull()
  expect(screen.getByText(/^room/)).toBeTruthy()
})

test('a part that was not loaded ahead appears after a wait and does not mount again', async () => {
  const { Part, loadAhead } = partLoadedAhead(() => Promise.resolve(Room))
  const { rerender } = render(inSuspense(Part))
  const words = (await screen.findByText(/^room/)).textContent
  loadAhead()
  await Promise.resolve()
  rerender(inSuspense(Part))
  expect(screen.getByText(/^room/).textContent).toBe(words)
})

test('a part that could not be loaded ahead is tried again when it is shown', async () => {
  let tries = 0
  const { Part, loadAhead } = partLoadedAhead(() => {
    tries += 1
    return tries === 1 ? Promise.reject(new Error('not there')) : Promise.resolve(Room)
  })
  loadAhead()
  await Promise.resolve()
  render(inSuspense(Part))
  expect(await screen.findByText(/^room/)).toBeTruthy()
  expect(tries).toBe(2)
})

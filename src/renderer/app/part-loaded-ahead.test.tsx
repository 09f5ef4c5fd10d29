import { Suspense, useState, type ComponentType } from 'react'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { partLoadedAhead } from './part-loaded-ahead.tsx'

afterEach(cleanup)

let mounted = 0

/** Says which of its kind it is, so that one that started anew is told from the first. */
function Room() {
  const [number] = useState(() => (mounted += 1))
  return <p>room {number}</p>
}

const inSuspense = (Part: ComponentType) => (
  <Suspense fallback={<p>waiting</p>}>
    <Part />
  </Suspense>
)

test('what was loaded ahead is there at once, without anything shown in its place', async () => {
  const { Part, loadAhead } = partLoadedAhead(() => Promise.resolve(Room))
  loadAhead()
  await Promise.resolve()
  render(inSuspense(Part))
  expect(screen.queryByText('waiting')).toBeNull()
  expect(screen.getByText(/^room/)).toBeTruthy()
})

test('what was not is waited for, and stays the same once it is there', async () => {
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

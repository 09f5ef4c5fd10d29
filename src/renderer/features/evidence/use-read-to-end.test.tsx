import { act, cleanup, render } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useReadToEnd } from './use-read-to-end.ts'

type Look = (entries: { target: Element; isIntersecting: boolean }[]) => void

let look: Look

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = vi.fn<(element: Element) => void>()
      disconnect = vi.fn<() => void>()
      constructor(callback: Look) {
        look = callback
      }
    },
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Text({ onRead }: { onRead: (() => void) | null }) {
  const beginning = useRef<HTMLParagraphElement>(null)
  const end = useRef<HTMLParagraphElement>(null)
  useReadToEnd({ beginning, end }, onRead)
  return (
    <>
      <p ref={beginning}>beginning</p>
      <p ref={end}>end</p>
    </>
  )
}

function read() {
  const onRead = vi.fn<() => void>()
  const { getByText } = render(<Text onRead={onRead} />)
  const see = (...visible: ('beginning' | 'end')[]) =>
    act(() =>
      look(
        (['beginning', 'end'] as const).map((name) => ({
          target: getByText(name),
          isIntersecting: visible.includes(name),
        })),
      ),
    )
  return { onRead, see }
}

test('a text is read once its beginning was visible and the reader scrolls to its end', () => {
  const { onRead, see } = read()
  see('beginning')
  expect(onRead).not.toHaveBeenCalled()
  see('end')
  expect(onRead).toHaveBeenCalledTimes(1)
})

test('a text that the reader jumps past is not read', () => {
  const { onRead, see } = read()
  see()
  see('end')
  expect(onRead).not.toHaveBeenCalled()
})

test('a text whose end is visible at once is not read until the reader does something', () => {
  const { onRead, see } = read()
  see('beginning', 'end')
  expect(onRead).not.toHaveBeenCalled()
})

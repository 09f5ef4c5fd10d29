import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { refuseDrops } from '../lib/file-drops.ts'
import { startI18n } from '../lib/i18n.ts'
import { DropNote } from './drop-note.tsx'

beforeAll(() => {
  startI18n()
  refuseDrops(window)
})
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const note = () => screen.getByRole('status').textContent

const over = (target: Element, types: readonly string[]) =>
  fireEvent.dragOver(target, { dataTransfer: { types, dropEffect: 'copy' } })

test('over a screen that takes no file a note says where files go, and leaves by itself', () => {
  vi.useFakeTimers()
  render(
    <>
      <p>the screen</p>
      <div onDragOver={(event) => event.preventDefault()}>takes files</div>
      <DropNote />
    </>,
  )
  over(screen.getByText('the screen'), ['text/plain'])
  expect(note()).toBe('')
  over(screen.getByText('the screen'), ['Files'])
  expect(note()).toMatch(/^A file can’t be dropped here/)
  over(screen.getByText('takes files'), ['Files'])
  expect(note()).toBe('')
  over(screen.getByText('the screen'), ['Files'])
  act(() => void vi.advanceTimersByTime(6_000))
  expect(note()).toBe('')
})

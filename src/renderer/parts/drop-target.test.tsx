import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startI18n } from '#renderer/lib/i18n.ts'
import { DropTarget } from './drop-target.tsx'

beforeAll(startI18n)
afterEach(cleanup)

const onFile = vi.fn()
const file = new File(['text'], 'references.ris')

function show(isBusy = false) {
  onFile.mockClear()
  render(
    <DropTarget isBusy={isBusy} onFile={onFile}>
      <p>choose</p>
    </DropTarget>,
  )
  const inside = screen.getByText('choose')
  return {
    target: inside.parentElement,
    /** Drops these files, some of them folders; returns whether the target took the drop. */
    drop: (files: readonly File[], folders: readonly File[] = []) =>
      !fireEvent.drop(inside, {
        dataTransfer: {
          types: ['Files'],
          files,
          items: files.map((each) => ({
            kind: 'file',
            webkitGetAsEntry: () => ({ isDirectory: folders.includes(each) }),
          })),
        },
      }),
    over: () => !fireEvent.dragOver(inside, { dataTransfer: { types: ['Files'] } }),
    leave: () => fireEvent.dragLeave(inside, { relatedTarget: document.body }),
  }
}

test('one file that is dropped is taken as if it had been chosen', () => {
  const { drop } = show()
  expect(drop([file])).toBe(true)
  expect(onFile.mock.calls).toEqual([[file]])
  expect(screen.queryByText('One file at a time, please')).toBeNull()
})

test('several files and a folder are refused in words, which the next good drop takes away', () => {
  const { drop } = show()
  expect(drop([file, file])).toBe(true)
  expect(screen.getByText('One file at a time, please')).toBeTruthy()
  drop([file], [file])
  expect(screen.getByText('That is a folder')).toBeTruthy()
  expect(onFile).not.toHaveBeenCalled()
  drop([file])
  expect(screen.queryByText('That is a folder')).toBeNull()
  expect(onFile).toHaveBeenCalledOnce()
})

test('it shows that a file is over it, and no longer once that has left', () => {
  const { target, over, leave } = show()
  expect(over()).toBe(true)
  expect(target?.hasAttribute('data-over')).toBe(true)
  leave()
  expect(target?.hasAttribute('data-over')).toBe(false)
})

test('while a file is being read, none is taken', () => {
  const { drop, over } = show(true)
  expect(over()).toBe(false)
  expect(drop([file])).toBe(false)
  expect(onFile).not.toHaveBeenCalled()
})

import { fireEvent } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { droppedFile, refuseDrops } from './file-drops.ts'

beforeAll(() => refuseDrops(window))
afterEach(() => document.body.replaceChildren())

/** What is dragged, as far as a page sees it. */
function dragged(types: readonly string[], files: readonly File[] = [], folders: readonly File[] = []) {
  return {
    types,
    files,
    dropEffect: 'copy',
    items: files.map((file) => ({
      kind: 'file',
      webkitGetAsEntry: () => ({ isDirectory: folders.includes(file) }),
    })),
  }
}

/** Drags over a target and drops there; returns whether the browser was kept from acting on it, and what the pointer said. */
function drop(target: Element, dataTransfer: ReturnType<typeof dragged>) {
  document.body.append(target)
  const isKept = (['dragOver', 'drop'] as const).map((type) => !fireEvent[type](target, { dataTransfer }))
  return { isKept, effect: dataTransfer.dropEffect }
}

const make = (name: 'p' | 'textarea' | 'input') => document.createElement(name)

test.each(['p', 'textarea', 'input'] as const)(
  'fault 303: a file that is dropped on a %s opens nothing',
  (name) => {
    expect(drop(make(name), dragged(['Files']))).toEqual({ isKept: [true, true], effect: 'none' })
  },
)

test('fault 303: a link that is dropped beside a field opens nothing', () => {
  expect(drop(make('p'), dragged(['text/uri-list'])).isKept).toEqual([true, true])
})

test('words can still be dragged into a field, and a part that takes a drop keeps it', () => {
  expect(drop(make('textarea'), dragged(['text/plain'])).isKept).toEqual([false, false])
  const taking = make('p')
  const taken = dragged(['Files'])
  for (const type of ['dragover', 'drop']) taking.addEventListener(type, (event) => event.preventDefault())
  drop(taking, taken)
  expect(taken.dropEffect).toBe('copy')
})

test('one file is taken; several, a folder and nothing are not', () => {
  const [one, other] = [new File(['1'], 'one.ris'), new File(['2'], 'other.ris')]
  const dropOf = (...given: Parameters<typeof dragged>) =>
    droppedFile(dragged(...given) as unknown as DataTransfer)
  expect(dropOf(['Files'], [one])).toEqual({ file: one })
  expect(dropOf(['Files'], [one, other])).toEqual({ refused: 'several' })
  expect(dropOf(['Files'], [one], [one])).toEqual({ refused: 'folder' })
  expect(dropOf(['text/plain'])).toBeNull()
})

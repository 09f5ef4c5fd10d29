import { expect, test } from 'vitest'
import { isSameInput } from './is-same-input.ts'

test.each<[unknown, unknown]>([
  [undefined, undefined],
  ['a', 'a'],
  [{}, {}],
  [
    { id: 'a', list: [1, { b: null }] },
    { list: [1, { b: null }], id: 'a' },
  ],
  [{ secret: Uint8Array.of(1, 2) }, { secret: Uint8Array.of(1, 2) }],
])('%j and %j say the same', (one, other) => {
  expect(isSameInput(one, other)).toBe(true)
})

test.each<[unknown, unknown]>([
  [undefined, null],
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: undefined }, { b: undefined }],
  [[1, 2], [1]],
  [[], {}],
  [{ secret: Uint8Array.of(1, 2) }, { secret: Uint8Array.of(1, 3) }],
  ['1', 1],
  [new Date(0), new Date(0)],
])('%j and %j do not', (one, other) => {
  expect(isSameInput(one, other)).toBe(false)
})

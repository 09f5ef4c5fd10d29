import { expect, test } from 'vitest'
import { readRatingKey } from './rating-keys.ts'

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const unrated = { value: null, focused: 0, previousDigit: null }

test('a digit outside a shorter scale changes nothing', () => {
  expect(readRatingKey({ ...bare, key: '7' }, unrated, { minimum: 0, maximum: 3 })).toEqual({
    kind: 'focus',
    value: 0,
  })
})

test('1 and then 0 on a scale that ends at 3 is zero', () => {
  const afterOne = { value: 1, focused: 1, previousDigit: '1' }
  expect(readRatingKey({ ...bare, key: '0' }, afterOne, { minimum: 0, maximum: 3 })).toEqual({
    kind: 'rate',
    value: 0,
  })
})

test('Home and End go to the ends of the given scale', () => {
  const scale = { minimum: 1, maximum: 5 }
  expect(readRatingKey({ ...bare, key: 'Home' }, unrated, scale)).toEqual({ kind: 'rate', value: 1 })
  expect(readRatingKey({ ...bare, key: 'End' }, unrated, scale)).toEqual({ kind: 'rate', value: 5 })
})

test('other keys are left to the browser', () => {
  for (const key of ['Tab', 'a', 'Escape', 'F6']) {
    expect(readRatingKey({ ...bare, key }, unrated, { minimum: 0, maximum: 10 })).toEqual({ kind: 'none' })
  }
})

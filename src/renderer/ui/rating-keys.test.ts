import { describe, expect, test } from 'vitest'
import { readRatingKey, type RatingPosition } from './rating-keys.ts'

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const unrated = { value: null, focused: 0, previousDigit: null, movesOn: false }

test('a digit outside a shorter scale changes nothing', () => {
  expect(readRatingKey({ ...bare, key: '7' }, unrated, { minimum: 0, maximum: 3 })).toEqual({
    kind: 'focus',
    value: 0,
  })
})

test('1 and then 0 on a scale that ends at 3 is zero', () => {
  const afterOne = { value: 1, focused: 1, previousDigit: '1', movesOn: false }
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

describe('where a digit moves on', () => {
  const toTen = { minimum: 0, maximum: 10 }
  const asked = { ...unrated, movesOn: true }
  const afterOne = { value: 1, focused: 1, previousDigit: '1', movesOn: true }
  const read = (digit: string, position: RatingPosition = asked, scale = toTen) =>
    readRatingKey({ ...bare, key: digit }, position, scale)

  test('it rates and goes to the next question', () => {
    for (const digit of ['0', '2', '9'])
      expect(read(digit)).toEqual({ kind: 'rate-on', value: Number(digit) })
  })

  test('fault 250: 1 waits for the next key: 0 makes it ten, another digit answers the next question', () => {
    expect(read('1')).toEqual({ kind: 'rate', value: 1 })
    expect(read('0', afterOne)).toEqual({ kind: 'rate-on', value: 10 })
    for (const digit of ['1', '5']) expect(read(digit, afterOne)).toEqual({ kind: 'pass-on', digit })
  })

  test('1 does not wait on a scale that ends before ten', () => {
    expect(read('1', asked, { minimum: 0, maximum: 4 })).toEqual({ kind: 'rate-on', value: 1 })
  })

  test('12 is twelve on a scale that has it', () => {
    expect(read('2', afterOne, { minimum: 0, maximum: 12 })).toEqual({ kind: 'rate-on', value: 12 })
  })

  test('fault 250: a digit that is held down answers no question', () => {
    const held = { ...bare, key: '5', repeat: true }
    expect(readRatingKey(held, asked, toTen)).toEqual({ kind: 'focus', value: 0 })
  })

  test('a digit outside the scale stays', () => {
    expect(read('7', asked, { minimum: 0, maximum: 3 })).toEqual({ kind: 'focus', value: 0 })
  })
})

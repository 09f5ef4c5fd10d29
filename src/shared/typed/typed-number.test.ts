import { expect, it } from 'vitest'
import { typedNumber } from './typed-number.ts'

it.each([
  ['2.5', 2.5],
  ['2,5', 2.5],
  [' 2,5 ', 2.5],
  ['0,125', 0.125],
  ['.25', 0.25],
  ['12', 12],
  ['−.39', -0.39],
  ['-1', -1],
  ['1,204', 1204],
  ['1 204', 1204],
  ['12,345,678', 12_345_678],
  ['٤٥٫٥', 45.5],
  ['４５', 45],
])('"%s" is read as %d', (text, number) => {
  expect(typedNumber(text)).toBe(number)
})

it.each(['', ' ', 'five', '1e1', '0x10', 'Infinity', '1.2.3', '1,2,3', '2.5 points'])(
  '"%s" is not a number',
  (text) => {
    expect(typedNumber(text)).toBeNull()
  },
)

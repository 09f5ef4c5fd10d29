import { describe, expect, test } from 'vitest'
import { isCommonPin } from './common-pin.ts'

/** Ten thousand PINs, spread evenly over all of this length. */
const spreadPins = (length: number) =>
  Array.from({ length: 10_000 }, (_, at) => String(at * (length === 6 ? 97 : 1)).padStart(length, '0'))

describe('isCommonPin', () => {
  test.each([
    '1234 0000 1111 9999 12345678 987654 7890 2468 1357 8642',
    '1212 6969 123123 12341234 0101 1122 445566',
    '1984 2001 1900 2026',
    '2580 0852 5683 1004 147258369',
  ])('refuses %s', (pins) => {
    for (const pin of pins.split(' ')) expect(isCommonPin(pin), pin).toBe(true)
  })

  test.each(['2719', '8305', '4071', '90412', '160357', '12346', '1223'])('takes %s', (pin) => {
    expect(isCommonPin(pin)).toBe(false)
  })

  test('leaves 95 of 100 PINs of four digits, and 99 of 100 of six', () => {
    const refused = (length: number) => spreadPins(length).filter(isCommonPin).length / 10_000
    expect(refused(4)).toBeLessThan(0.05)
    expect(refused(6)).toBeLessThan(0.01)
  })
})

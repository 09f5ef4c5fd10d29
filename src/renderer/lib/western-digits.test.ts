import { expect, test } from 'vitest'
import { westernDigits } from './western-digits.ts'

// Systems that write their digits one by one, unlike Roman or Chinese numerals.
const systems = Intl.supportedValuesOf('numberingSystem').filter((system) => {
  const { format } = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false })
  return /^\p{Nd}{10}$/u.test(format(1_234_567_890))
})

test.each(systems)('the digits of the system %s', (system) => {
  const { format } = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false })
  expect(westernDigits(`${format(1_234_567_890)} kg`)).toBe('1234567890 kg')
})

test('there are the digits of many scripts', () => {
  expect(systems.length).toBeGreaterThan(50)
})

test('other characters stay', () => {
  expect(westernDigits('½ ² IV 四 K-07')).toBe('½ ² IV 四 K-07')
})

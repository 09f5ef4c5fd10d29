import { expect, test } from 'vitest'
import { westernDigits } from './western-digits.ts'

// A system without digits of its own writes words or letters.
const written = (system: string): string =>
  new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(1_234_567_890)

const systems = Intl.supportedValuesOf('numberingSystem').filter((system) =>
  /^\p{Nd}{10}$/u.test(written(system)),
)

test.each(systems)('the digits of the system %s', (system) => {
  expect(westernDigits(`${written(system)} kg`)).toBe('1234567890 kg')
})

test('there are the digits of many scripts', () => {
  expect(systems.length).toBeGreaterThan(50)
})

test('other characters stay', () => {
  expect(westernDigits('½ ² IV 四 K-07')).toBe('½ ² IV 四 K-07')
})

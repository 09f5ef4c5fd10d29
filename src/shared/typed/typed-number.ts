import { westernDigits } from './western-digits.ts'

// Figures as typed or pasted from a paper: −.39, 0,39, 1 204 and 1,204 are numbers, too.
const plainNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)$/

/**
 * A number as people type it; null if it is none. A comma before one or two digits, or after a zero, is a decimal
 * sign. The digits may be of any script.
 */
export function typedNumber(text: string): number | null {
  const signed = westernDigits(text).replace('٫', '.').trim().replace('−', '-').replaceAll(/\s/g, '')
  const grouped = /^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(signed)
    ? signed.replaceAll(',', '')
    : signed.replace(',', '.')
  return plainNumber.test(grouped) ? Number(grouped) : null
}

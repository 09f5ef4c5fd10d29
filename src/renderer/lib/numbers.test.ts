import { expect, test } from 'vitest'
import { listInWords } from './lists.ts'
import { numberFormat } from './numbers.ts'

test('a number has the groups of the catalogue’s language and a true minus sign', () => {
  expect(numberFormat().format(1234.5)).toBe('1,234.5')
  expect(numberFormat({ maximumFractionDigits: 1 }).format(-0.24)).toBe('−0.2')
})

test('each part of a list keeps its own direction', () => {
  expect(listInWords(['K-07', 'Granite', 'Orchard'])).toBe('K-07, Granite, and Orchard')
  expect(listInWords(['K-07', 'שלום'])).toBe('K-07 and \u2068שלום\u2069')
})

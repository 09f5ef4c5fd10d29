import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv, type CsvCell } from './csv.ts'
import { readCsv } from './read-csv.ts'

const cellsOf = (text: string) => [...readCsv(text)].map((row) => row?.cells ?? null)

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom("'", '=', '"', ',', '\r', '\n', '-', 'ش', '\u202e', ';') }),
)

test('any table that was written is read back cell by cell', () => {
  const cell: fc.Arbitrary<CsvCell> = fc.oneof(
    anyText,
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.record({
      header: fc.array(anyText, { minLength: width, maxLength: width }),
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width })),
    }),
  )
  fc.assert(
    fc.property(table, ({ header, rows }) => {
      const read = cellsOf(toCsv(header, rows))
      const written = rows.map((row) => row.map((each) => (typeof each === 'number' ? String(each) : each)))
      expect(read).toEqual([header, ...written])
    }),
  )
})

test('fault 140: text that begins with an apostrophe and a formula comes back with its own apostrophe', () => {
  const texts = ["'=1", '=1', "''+1", "'", "it's"]
  expect(cellsOf(toCsv(['a', 'b', 'c', 'd', 'e'], [texts]))[1]).toEqual(texts)
})

test('rows know their line, also after a cell with several lines', () => {
  const rows = [...readCsv(toCsv(['a'], [['one\r\ntwo'], ['three']]))]
  expect(rows.map((row) => row?.line)).toEqual([1, 2, 4])
})

test('a table that another program saved with LF and without quotes is read', () => {
  expect(cellsOf('a,b\n1,\n2,"x"')).toEqual([
    ['a', 'b'],
    ['1', null],
    ['2', 'x'],
  ])
})

test.each(['a\r\n"not closed', 'a\r\n"closed" and more'])('%j is refused from the broken cell on', (text) => {
  expect(cellsOf(text)).toEqual([['a'], null])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

const cellsOf = (csv: string): string[] =>
  [...csv.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text]) => text!.replaceAll('""', '"'))

test('cells are quoted, lines end as RFC 4180 says, and a byte order mark says UTF-8', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['say "hi", twice', 1.5],
        [null, -3],
      ],
    ),
  ).toBe('\uFEFF"a","b"\r\n"say ""hi"", twice",1.5\r\n,-3\r\n')
})

test('fault 51: text that a spreadsheet would run as a formula stays text', () => {
  const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a']
  expect(cellsOf(toCsv([], [hostile]))).toEqual(hostile.map((cell) => `'${cell}`))
})

test('no text begins a cell with a formula’s first character, and the rest of it is unchanged', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (row) => {
      const cells = cellsOf(toCsv([], [row]))
      expect(cells).toHaveLength(row.length)
      cells.forEach((cell, index) => {
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
        expect([row[index], `'${row[index]}`]).toContain(cell)
      })
    }),
  )
})

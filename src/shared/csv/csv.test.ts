import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv, withoutDefusing } from './csv.ts'

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
  const harmless = hostile.map((cell) => `'${cell.replace(/(?<=[\t\r\n])=/, "'=")}`)
  expect(cellsOf(toCsv([], [hostile]))).toEqual(harmless)
})

test('fault 164: no text begins a formula for a spreadsheet program whose columns are parted by semicolons', () => {
  const hostile = ['kind;=1+1;', 'two lines\n=1+1;', 'a\tb;-1', "a;'=1", 'first; then = second', 'x;;＝1']
  const csv = toCsv([], [hostile])
  expect(cellsOf(csv)).toEqual([
    "kind;'=1+1;",
    "two lines\n'=1+1;",
    "a\tb;'-1",
    "a;''=1",
    'first; then = second',
    "x;;'＝1",
  ])
  for (const field of csv.split(/[;\r\n]/)) expect(field).not.toMatch(/^[=+\-@＝＋－＠]/)
  expect(cellsOf(csv).map(withoutDefusing)).toEqual(hostile)
})

test('what was put before formulas can be taken away again, whatever the text', () => {
  const piece = fc.constantFrom("'", ';', '=', '-', '\t', '\n', '\r', 'a', ' ', '＝')
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (cell) => {
        const [written] = cellsOf(toCsv([], [[cell]]))
        expect(written?.split(/[;\t\r\n]/).filter((each) => /^[=\-＝]/.test(each))).toEqual([])
        expect(withoutDefusing(written ?? '')).toBe(cell)
      },
    ),
    { numRuns: 1_000 },
  )
})

test('no text begins a cell with a formula’s first character, and the rest of it is unchanged', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (row) => {
      const cells = cellsOf(toCsv([], [row]))
      expect(cells).toHaveLength(row.length)
      cells.forEach((cell, index) => {
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
        expect(withoutDefusing(cell)).toBe(row[index])
      })
    }),
  )
})

/** The letters that fit beside each other on a sheet, and in the narrowest window. */
const mostLetters = 75
/** The room between two columns, in letters. */
const gapInLetters = 2
/** What a column needs whose words may be broken. */
const fewestLetters = 6

/**
 * Says of each column of a table whether its words stay whole, in the head and in the cells. Columns with short words come
 * first, until the sheet is full; only in the others a word may be broken.
 */
export function wholeColumns(head: readonly string[], rows: readonly (readonly string[])[]): boolean[] {
  const lettersOf = (column: number): number =>
    gapInLetters + longest([head, ...rows].map((row) => longestWord(row[column] ?? '')))
  const columns = head.map((_name, column) => ({ column, letters: lettersOf(column) }))
  const whole = new Set<number>()
  let free = mostLetters - fewestLetters * columns.length
  for (const { column, letters } of columns.toSorted((one, other) => one.letters - other.letters)) {
    free -= Math.max(0, letters - fewestLetters)
    if (free < 0) break
    whole.add(column)
  }
  return head.map((_name, column) => whole.has(column))
}

const longestWord = (text: string): number => longest(text.split(/\s/).map((word) => word.length))

/** A table may have more rows, and a text more words, than a call has room for. */
const longest = (lengths: readonly number[]): number =>
  lengths.reduce((most, length) => Math.max(most, length), 0)

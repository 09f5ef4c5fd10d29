/** What a row of answers on the client's form has to fit into, in px: eleven cells of 56 with gaps of 8. */
const row = { width: 696, gap: 8, padding: 20, letter: 10 }
/** As many lines as an answer can take without being higher than a cell with a number. */
const mostLines = 2

/** Whether answers with words fit beside each other on the client's form, with at most two lines each. */
export function fitInRow(answers: readonly { readonly text: string }[]): boolean {
  const width = (row.width - row.gap * (answers.length - 1)) / answers.length - row.padding
  const letters = Math.floor(width / row.letter)
  return answers.every(({ text }) => linesOf(text, letters) <= mostLines)
}

/** The lines that a text takes; a word that is longer than a line never fits. */
function linesOf(text: string, letters: number): number {
  let lines = 1
  let used = 0
  for (const { length } of text.split(/\s+/)) {
    if (length > letters) return Infinity
    const isFirst = used === 0
    if (isFirst || used + 1 + length <= letters) used += length + (isFirst ? 0 : 1)
    else {
      lines += 1
      used = length
    }
  }
  return lines
}

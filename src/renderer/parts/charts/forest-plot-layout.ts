/** The words of one row in lines, and its place from the top of the rows in px. */
export type ForestPlace = { lines: string[]; notes: string[]; top: number; middle: number; bottom: number }

/** The positions of the three columns of a forest plot, in px: words, marks, figures. */
export type ForestLayout = {
  width: number
  height: number
  rowsTop: number
  rowsHeight: number
  plotLeft: number
  plotRight: number
  places: ForestPlace[]
}

/** Line heights of a row's words in px, as the drawing sets them. */
export const lineHeight = { label: 20, note: 18 }

/** Room below the rows for the axis and its name, in px. */
export const axisHeight = 68

const narrowest = 480
const headHeight = 32
const rowPadding = 10
const gap = 20
const figuresWidth = { withInterval: 152, alone: 80 }
const labelShare = { withInterval: 0.39, alone: 0.47 }
// Average character widths of the interface face at 14 and 13 px, estimated wide, so that lines break in time.
const labelCharacter = 7.2
const noteCharacter = 6.7

/** Breaks the words of all rows into lines and stacks the rows; below 480 px it stops shrinking. */
export function forestLayout(
  rows: readonly { label: string; notes: readonly string[]; brackets: string }[],
  givenWidth: number,
): ForestLayout {
  const width = Math.max(narrowest, givenWidth)
  const figures = rows.some(({ brackets }) => brackets !== '') ? 'withInterval' : 'alone'
  const labelWidth = Math.min(440, Math.max(160, Math.round(width * labelShare[figures])))
  const places: ForestPlace[] = []
  let top = 0
  for (const row of rows) {
    const lines = balancedLines(row.label, labelWidth / labelCharacter)
    const notes = row.notes.flatMap((note) => brokenIntoLines(note, labelWidth / noteCharacter))
    const words = lines.length * lineHeight.label + notes.length * lineHeight.note
    const bottom = top + words + rowPadding * 2
    places.push({ lines, notes, top, middle: (top + bottom) / 2, bottom })
    top = bottom
  }
  return {
    width,
    height: headHeight + top + axisHeight,
    rowsTop: headHeight,
    rowsHeight: top,
    plotLeft: labelWidth + gap,
    plotRight: width - figuresWidth[figures] - gap,
    places,
  }
}

/** As few lines as possible, about equally long, so that no word is alone on the last one. */
export function balancedLines(text: string, mostCharacters: number): string[] {
  let lines = brokenIntoLines(text, mostCharacters)
  for (let most = Math.floor(mostCharacters) - 1; most > mostCharacters / 2; most -= 1) {
    const narrower = brokenIntoLines(text, most)
    if (narrower.length > lines.length) break
    lines = narrower
  }
  return lines
}

/** Breaks words into lines of at most this many characters; a longer word has its own line. */
export function brokenIntoLines(text: string, mostCharacters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= mostCharacters) {
      lines[lines.length - 1] = `${last} ${word}`
    } else {
      lines.push(word)
    }
  }
  return lines
}

/** A text without capitals and accents, with the original position of each character. */
export type FoldedText = { text: string; originalIndex: readonly number[] }

const combiningMarks = /\p{M}/gu

/** Removes case and accents for comparing: "visla" finds "Vîslă"; "ø" stays as it is. */
export function foldText(original: string): FoldedText {
  let text = ''
  const originalIndex: number[] = []
  let index = 0
  for (const character of original) {
    const folded = character.normalize('NFD').replace(combiningMarks, '').toLowerCase()
    for (let unit = 0; unit < folded.length; unit += 1) originalIndex.push(index)
    text += folded
    index += character.length
  }
  originalIndex.push(index)
  return { text, originalIndex }
}

/** A text without capitals and accents, which still knows where each of its characters stood in the original. */
export type FoldedText = { text: string; originalIndex: readonly number[] }

const combiningMarks = /\p{M}/gu

/** Folds a text for comparing: case and accents go, so that "Vîslă" is found by "visla" and "ø" stays itself. */
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

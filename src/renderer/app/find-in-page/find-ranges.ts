/**
 * Where the words stand below an element, in reading order, whatever their case. Words may go over from one inline
 * element to the next, but not from one paragraph or cell to another. Text typed into fields is not searched.
 */
export function findRanges(root: Element, words: string): Range[] {
  if (words.trim() === '') return []
  const pieces = piecesOf(root)
  const all = pieces.map(({ text, startsBlock }) => (startsBlock ? '\n' : '') + text).join('')
  const wanted = new RegExp(words.trim().replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`), 'gi')
  const placeAt = placesIn(pieces)
  return [...all.matchAll(wanted)].flatMap(({ index, 0: { length } }) => {
    const [start, end] = [placeAt(index), placeAt(index + length - 1)]
    if (start === null || end === null) return []
    const range = document.createRange()
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset + 1)
    return [range]
  })
}

/** A text node with the place where it begins in the text of all. */
interface Piece {
  readonly node: Text
  readonly text: string
  readonly startsBlock: boolean
  readonly from: number
}

function piecesOf(root: Element): Piece[] {
  const blocks = new Map<Element, Element>()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const pieces: Piece[] = []
  let before: Element | null = null
  let length = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!(node instanceof Text) || parent === null || parent.closest('textarea, script, style') !== null)
      continue
    const block = blockOf(parent, root, blocks)
    const startsBlock = block !== before
    const from = length + (startsBlock ? 1 : 0)
    pieces.push({ node, text: node.data, startsBlock, from })
    length = from + node.data.length
    before = block
  }
  return pieces
}

/** The nearest element around that is not inline. */
function blockOf(element: Element, root: Element, known: Map<Element, Element>): Element {
  const found = known.get(element)
  if (found !== undefined) return found
  const { parentElement } = element
  const isInline = ['inline', 'contents'].includes(getComputedStyle(element).display)
  const block =
    isInline && element !== root && parentElement !== null ? blockOf(parentElement, root, known) : element
  known.set(element, block)
  return block
}

/** Gives a function that finds the node at a place. Ask for places in their order: it goes through the nodes once. */
function placesIn(pieces: readonly Piece[]) {
  let current = 0
  return (at: number): { node: Text; offset: number } | null => {
    while (at >= (pieces[current + 1]?.from ?? Number.POSITIVE_INFINITY)) current += 1
    const piece = pieces[current]
    return piece === undefined || at < piece.from ? null : { node: piece.node, offset: at - piece.from }
  }
}

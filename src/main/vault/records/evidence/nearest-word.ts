import { distance } from 'fastest-levenshtein'

/** A word of the index, and in how many summaries it is. */
export interface IndexedWord {
  readonly word: string
  readonly summaries: number
}

/** Below this length a slip can't be distinguished from another word. */
const shortest = 4

/** From this length two slips are forgiven, so that two swapped letters are. */
const longFrom = 6

/**
 * The word of the index that a mistyped word most likely means: the one with the fewest slips, of several the one in
 * the most summaries. A slip is a letter too many, too few or wrong. Null if none is close, or if the typed word is
 * shorter than four letters. Both are in lower case.
 */
export function nearestWord(typed: string, words: Iterable<IndexedWord>): string | null {
  if (typed.length < shortest) return null
  const most = typed.length < longFrom ? 1 : 2
  let nearest: { word: string; slips: number; summaries: number } | null = null
  for (const { word, summaries } of words) {
    if (Math.abs(word.length - typed.length) > most) continue
    const slips = distance(typed, word)
    if (slips > most) continue
    if (
      nearest === null ||
      slips < nearest.slips ||
      (slips === nearest.slips && summaries > nearest.summaries)
    )
      nearest = { word, slips, summaries }
  }
  return nearest?.word ?? null
}

import { distance } from 'fastest-levenshtein'

/** A word that can be searched for, and in how many summaries it is. */
export interface IndexedWord {
  readonly word: string
  readonly summaries: number
}

/** Below this length a slip can't be distinguished from another word: “form” is no “from”. */
const shortest = 5

/** From this length two slips still leave a word recognizable. */
const longFrom = 9

/**
 * The word that a mistyped word most likely means: the one with the fewest slips, of several the one in the most
 * summaries. A slip is a letter too many, too few or wrong, or two neighbours swapped. Null if none is close, if the
 * typed word is shorter than five letters, or if the words begin differently: hardly anybody mistypes the first letter,
 * and “mother” is not “other”. Both are in lower case.
 */
export function nearestWord(typed: string, words: Iterable<IndexedWord>): string | null {
  if (typed.length < shortest) return null
  const most = mostSlips(typed)
  let nearest: { word: string; slips: number; summaries: number } | null = null
  for (const { word, summaries } of words) {
    if (Math.abs(word.length - typed.length) > most || !beginAlike(typed, word)) continue
    const slips = slipsBetween(typed, word)
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

/** With what a word meant by `typed` can begin: its first letter, or its first two swapped. */
export function beginningsOf(typed: string): string[] {
  const [first = '', second = ''] = typed
  return first === second ? [first] : [first, second + first]
}

/** How many letters a word meant by `typed` can have. */
export function lengthsLike(typed: string): { shortest: number; longest: number } {
  return { shortest: typed.length - mostSlips(typed), longest: typed.length + mostSlips(typed) }
}

function mostSlips(typed: string): number {
  return typed.length < longFrom ? 1 : 2
}

function beginAlike(typed: string, word: string): boolean {
  return typed[0] === word[0] || (typed[0] === word[1] && typed[1] === word[0])
}

function slipsBetween(typed: string, word: string): number {
  return areSwapped(typed, word) ? 1 : distance(typed, word)
}

/** Whether two words differ only in that two neighbouring letters are swapped. */
function areSwapped(typed: string, word: string): boolean {
  if (typed.length !== word.length) return false
  let at = 0
  while (at < typed.length && typed[at] === word[at]) at += 1
  return (
    typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed.slice(at + 2) === word.slice(at + 2)
  )
}

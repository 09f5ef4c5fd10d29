/** A word that was typed, or a phrase of the field; any of its spellings and synonyms is a match. */
export interface SearchTerm {
  /** Each is one or more words that follow each other; the last one may be the beginning of a word. */
  readonly alternatives: readonly string[]
}

/**
 * Phrases that mean the same to a psychotherapist who searches, in lower case and without hyphens, because the index
 * separates words at them. Each line also joins British and American spelling where they differ.
 */
const sameMeaning: readonly (readonly string[])[] = [
  [
    'dropout',
    'drop out',
    'dropping out',
    'dropped out',
    'premature termination',
    'premature ending',
    'early termination',
    'unilateral termination',
    'attrition',
  ],
  ['alliance', 'working relationship', 'therapeutic relationship', 'therapeutic bond'],
  ['routine outcome monitoring', 'outcome monitoring', 'progress monitoring', 'progress feedback', 'rom'],
  ['countertransference', 'counter transference'],
  ['randomized', 'randomised', 'rct'],
  ['behavior', 'behaviour'],
  ['behavioral', 'behavioural'],
  ['cbt', 'cognitive behavioral', 'cognitive behavioural'],
  ['counseling', 'counselling'],
  ['counselor', 'counsellor'],
  ['ptsd', 'post traumatic stress', 'posttraumatic stress'],
  ['deterioration', 'deteriorated', 'got worse', 'worsening', 'reliably worse'],
  ['burnout', 'burn out', 'burned out'],
  ['telehealth', 'teletherapy', 'telepsychology', 'online therapy', 'video therapy', 'videoconference'],
  ['no show', 'non attendance', 'nonattendance', 'missed appointment', 'missed session'],
]

const groups = new Map(sameMeaning.flatMap((group) => group.map((phrase) => [phrase, group] as const)))
/** Every word of these phrases. */
export const fieldWords: ReadonlySet<string> = new Set(
  [...groups.keys()].flatMap((phrase) => phrase.split(' ')),
)

const longestPhrase = Math.max(...[...groups.keys()].map((phrase) => phrase.split(' ').length))

/** Groups typed words into terms. The longest phrase of the field wins; every other word stands alone. */
export function termsOf(words: readonly string[]): SearchTerm[] {
  const terms: SearchTerm[] = []
  for (let at = 0; at < words.length;) {
    const { length, alternatives } = termAt(words, at)
    terms.push({ alternatives })
    at += length
  }
  return terms
}

function termAt(words: readonly string[], at: number): { length: number; alternatives: readonly string[] } {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length -= 1) {
    const alternatives = groups.get(words.slice(at, at + length).join(' '))
    if (alternatives !== undefined) return { length, alternatives }
  }
  return { length: 1, alternatives: [words[at] ?? ''] }
}

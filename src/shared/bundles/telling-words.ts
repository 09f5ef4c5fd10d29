/** What a text can give a person away by. */
export const tellingKinds = ['code', 'e-mail', 'address', 'phone', 'date', 'number', 'event', 'name'] as const
export type TellingKind = (typeof tellingKinds)[number]

const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec'
const days = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'

/** Things that happen to few people, or that a person who knows the client has heard of. */
const events = [
  'abort\\w*',
  'abus\\w*',
  'accident\\w*',
  'adopt\\w*',
  'affair\\w*',
  'amput\\w*',
  'arrest\\w*',
  'assault\\w*',
  'asylum',
  'bankrupt\\w*',
  'bereave\\w*',
  'birth\\w*',
  'born',
  'burgl\\w*',
  'cancer',
  'charged',
  'convict\\w*',
  'court',
  'custody',
  'dead',
  'death\\w*',
  'deport\\w*',
  'diagnos\\w*',
  'died',
  'dies',
  'divorc\\w*',
  'drown\\w*',
  'emigrat\\w*',
  'engaged',
  'engagement',
  'fired',
  'flood\\w*',
  'funeral',
  'hospital\\w*',
  'immigrat\\w*',
  'inherit\\w*',
  'jail\\w*',
  'killed',
  'kills?',
  'lawsuit',
  'married',
  'marriage',
  'miscarr\\w*',
  'murder\\w*',
  'newspaper\\w*',
  'operation',
  'overdos\\w*',
  'police',
  'pregnan\\w*',
  'prison\\w*',
  'prosecut\\w*',
  'rape\\w*',
  'redundan\\w*',
  'refugee\\w*',
  'self-harm\\w*',
  'stab\\w*',
  'stillb\\w*',
  'stroke',
  'suicid\\w*',
  'surgery',
  'surrogat\\w*',
  'torture\\w*',
  'trial',
  'twins?',
  'violence',
  'wedding',
  'widow\\w*',
] as const

/** Words that have a capital wherever they stand, and are no names. */
const alwaysCapital = new Set("i i'd i'll i'm i've ok phq cbt attune".split(' '))

/** Ordinary words: at the beginning of a sentence they are no names. Elsewhere, Will and May are. */
const ordinary = new Set(
  `a about actually after again all also although always am an and another any are as ask at attune back be because been
  before being below better both bring but by can client clients come could day did do does doing don't during each either
  even every everything explain feel feels felt finally first for from get give go goes had has have having he help hence
  her here hers him his how however i i'd i'll i'm i've if in instead into is isn't it it's its just keep last lately later
  let look made make many may maybe me might more most much must my need never next no nobody none nor not nothing now
  of off often oh ok okay on once one only or other our out over perhaps please rather really repair rupture said same
  say says see seems session sessions she should since so some something sometimes still stuck supervision take than thanks
  that that's the their them then there there's therapist therapy these they they're thing things this those though
  through to today together too tried try two under until up us very was wasn't we we're week weeks well were what what's
  when whenever where whether which while who whose why will with without won't would yes yet you you're your
  alliance phq cbt`.split(/\s+/),
)

const patterns: readonly (readonly [Exclude<TellingKind, 'code' | 'name'>, RegExp])[] = [
  ['e-mail', /(?<![^\s@<>(),;:])[^\s@<>(),;:]{1,64}@[^\s@<>(),;:]{1,200}/gu],
  ['address', /\b(?:https?:\/\/|www\.)\S+/giu],
  [
    'date',
    new RegExp(
      `\\b(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{2}|\\d{4})?|\\d{1,2}(?:st|nd|rd|th)?\\.? (?:of )?(?:${months})\\b(?: \\d{4})?|(?:${months})\\.? \\d{1,4}|(?:${months
        .split('|')
        .filter((month) => !['may', 'march', 'mar', 'jan', 'sept?'].includes(month))
        .join('|')})|(?:${days}))(?!\\w)`,
      'giu',
    ),
  ],
  ['phone', /\+?\(?\d[\d\s()./-]{6,30}\d/gu],
  ['event', new RegExp(`(?<![\\p{L}\\p{N}])(?:${events.join('|')})(?![\\p{L}\\p{N}])`, 'giu')],
  ['number', /(?<![\p{L}\p{N}])\d[\d.,:]*(?:st|nd|rd|th|%)?(?![\p{L}\p{N}])/gu],
]

/** The number of a session or week is in every bundle, and so tells nothing more. */
const numbered = /\b(?:sessions?|weeks?)(?:\s+\d+(?:\s*(?:,|and|to|or|[-–])\s*\d+)*)/giu

/** Words and initials with a capital; a code is looked for before. */
const capitals = /(?<![\p{L}\p{N}])\p{Lu}(?:[\p{L}\p{M}\p{N}'’-]*[\p{L}\p{N}]|\.)?/gu

/** What was found in a text, in the order of the kinds: each word as it is written, without repetitions. */
export interface Telling {
  readonly kind: TellingKind
  readonly words: readonly string[]
}

/**
 * Finds what could give a person away: codes of clients, e-mail and web addresses, phone numbers, dates, numbers, rare
 * events, and words with a capital that begin no sentence of a known kind. It knows English words and no meaning, so a
 * text without a finding is not safe.
 */
export function findTelling(text: string, codes: readonly string[]): Telling[] {
  const found = new Map<TellingKind, Set<string>>()
  const add = (kind: TellingKind, word: string): void => {
    found.set(kind, (found.get(kind) ?? new Set()).add(word))
  }
  // What one kind has taken is blanked, so that a date is not also a number.
  let rest = asSeen(text)
  const take = (kind: TellingKind, pattern: RegExp): void => {
    rest = rest.replaceAll(pattern, (word) => {
      add(kind, word.trim())
      return ' '.repeat(word.length)
    })
  }
  for (const code of codes) take('code', codePattern(code))
  rest = rest.replaceAll(numbered, (words) => ' '.repeat(words.length))
  for (const [kind, pattern] of patterns) take(kind, pattern)
  for (const { 0: word, index } of rest.matchAll(capitals)) {
    const plain = word.replaceAll('’', "'").toLowerCase()
    const isExcused = alwaysCapital.has(plain) || (ordinary.has(plain) && beginsSentence(rest, index))
    if (!isExcused) add('name', word)
  }
  return tellingKinds.flatMap((kind) => {
    const words = found.get(kind)
    return words === undefined ? [] : [{ kind, words: [...words] }]
  })
}

/** The text without characters that nobody sees, such as a soft hyphen: they must not hide a word from the test. */
function asSeen(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '')
}

/** How far back the end of the sentence before is looked for. */
const farthestBack = 40

/** Whether a word stands at the beginning of the text, a line, a sentence or something quoted. */
function beginsSentence(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - farthestBack), index)
  return (index <= farthestBack && before.trim() === '') || /[.!?:;…\n"“”'‘(\-–—•*/][^\S\n]*$/u.test(before)
}

function codePattern(code: string): RegExp {
  const literal = asSeen(code)
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal.replaceAll(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`, 'giu')
}

/** British spellings of what Attune's words say, each with the American one. Each is the whole word, in lower case. */
const pairs: Readonly<Record<string, string>> = {
  analyse: 'analyze',
  analysed: 'analyzed',
  behaviour: 'behavior',
  behavioural: 'behavioral',
  behaviours: 'behaviors',
  cancelled: 'canceled',
  cancelling: 'canceling',
  centre: 'center',
  centred: 'centered',
  centres: 'centers',
  colour: 'color',
  colouring: 'coloring',
  colours: 'colors',
  counselling: 'counseling',
  favour: 'favor',
  favoured: 'favored',
  generalised: 'generalized',
  judgement: 'judgment',
  judgements: 'judgments',
  labelled: 'labeled',
  licence: 'license',
  licences: 'licenses',
  neighbouring: 'neighboring',
  neighbours: 'neighbors',
  practise: 'practice',
  practised: 'practiced',
  programme: 'program',
  programmes: 'programs',
  recognise: 'recognize',
  recognised: 'recognized',
  standardised: 'standardized',
  towards: 'toward',
}

const british = new RegExp(String.raw`\b(${Object.keys(pairs).join('|')})\b`, 'gi')
// What is filled in between braces is the name of a value and no word.
const placeholder = /(\{\{[^}]*\}\})/

/** Words on screens, in lists and in groups. */
export type Words = string | readonly Words[] | { readonly [name: string]: Words }

/** The catalogue in American spelling. Leaves the names of values in braces alone. */
export function inAmerican(words: Words): Words {
  if (typeof words === 'string') return americanOf(words)
  if (isList(words)) return words.map(inAmerican)
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, inAmerican(word)]))
}

function isList(words: Exclude<Words, string>): words is readonly Words[] {
  return Array.isArray(words)
}

/** One text in American spelling. Leaves the names of values in braces alone. */
export function americanOf(text: string): string {
  return text
    .split(placeholder)
    .map((part) => (placeholder.test(part) ? part : part.replaceAll(british, spelledAs)))
    .join('')
}

/** Where a position in a text is once `americanOf` has changed the text, which has no braces. */
export function placeInAmerican(text: string, position: number): number {
  return [...text.matchAll(british)].reduce((place, { 0: word, index }) => {
    const shift = spelledAs(word).length - word.length
    if (index + word.length <= position) return place + shift
    return index < position ? Math.min(place, place - position + index + word.length + shift) : place
  }, position)
}

function spelledAs(word: string): string {
  const american = pairs[word.toLowerCase()] ?? word
  return word.startsWith(word.charAt(0).toLowerCase())
    ? american
    : american.charAt(0).toUpperCase() + american.slice(1)
}

/** Whether a computer's locale spells as Americans do: that of the United States and of the Philippines. */
export function spellsAmerican(computer: string): boolean {
  try {
    const { language, region } = new Intl.Locale(computer).maximize()
    return language === 'en' && (region === 'US' || region === 'PH')
  } catch {
    return false
  }
}

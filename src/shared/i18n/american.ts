/** The catalogue's British spellings, each with the American one. Each is the whole word, in lower case. */
const pairs: Readonly<Record<string, string>> = {
  cancelled: 'canceled',
  colour: 'color',
  judgement: 'judgment',
  licence: 'license',
  licences: 'licenses',
  neighbouring: 'neighboring',
  neighbours: 'neighbors',
  practise: 'practice',
  recognise: 'recognize',
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

function americanOf(text: string): string {
  return text
    .split(placeholder)
    .map((part) => (placeholder.test(part) ? part : part.replaceAll(british, spelledAs)))
    .join('')
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

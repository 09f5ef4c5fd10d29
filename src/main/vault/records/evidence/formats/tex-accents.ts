const letters: Readonly<Record<string, string>> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
}
/** The combining mark of each accent command. */
const marks: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  b: '\u0331',
  c: '\u0327',
  d: '\u0323',
  H: '\u030B',
  k: '\u0328',
  r: '\u030A',
  u: '\u0306',
  v: '\u030C',
}
const letter = String.raw`(?<!\\)\\(aa|AA|ae|AE|oe|OE|ss|[oOlL])(?![A-Za-z])(?:\{\}| )?`
const accent = String.raw`(?<!\\)\\(?:(['${'`'}^"~=.]) ?|([bcdHkruv])(?= |\{|\\) ?)(?:\{\\?([A-Za-z])\}|\\([ij])(?![A-Za-z])|([A-Za-z]))`
const bracedLetter = new RegExp(String.raw`\{${letter}\}`, 'g')
const plainLetter = new RegExp(letter, 'g')
const bracedAccent = new RegExp(String.raw`\{${accent}\}`, 'g')
const plainAccent = new RegExp(accent, 'g')

/**
 * Replaces the accented letters that a text spells as TeX commands, also between braces, by the letters themselves. The
 * library would take a braced one at the beginning of a name for an organisation.
 */
export function spellAccents(text: string): string {
  const named = (_: string, name: string): string => letters[name] ?? ''
  const spelled = (_: string, sign?: string, command?: string, ...bases: unknown[]): string => {
    const base = bases.slice(0, 3).find((found) => typeof found === 'string') ?? ''
    return `${String(base)}${marks[sign ?? command ?? ''] ?? ''}`.normalize('NFC')
  }
  return text
    .replace(bracedLetter, named)
    .replace(plainLetter, named)
    .replace(bracedAccent, spelled)
    .replace(plainAccent, spelled)
}

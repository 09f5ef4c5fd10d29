/**
 * An entry as the library can read it. Gives it a key in place of a missing one or one that the library refuses, which
 * Attune doesn't keep; renames fields whose names begin with a digit; takes the year from biblatex's `date`; and spells accented
 * letters as letters, because the library takes a braced one at the beginning of a name for an organisation.
 */
export function tidyBibtex(entry: string): string {
  const keyed = unaccented(entry)
    .replace(/^(@[^\S\n]*[A-Za-z]+\s*[{(])(?:[^,={}"]*,)?/, '$1key,')
    .replace(/^([^\S\n]*)(?=\d[\w-]*\s*=)/gm, '$1x')
  const year = /^[^\S\n]*date\s*=\s*[{"]?(\d{4})/im.exec(keyed)?.[1]
  return year === undefined || /^[^\S\n]*year\s*=/im.test(keyed)
    ? keyed
    : keyed.replace('key,', `key, year = {${year}},`)
}

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
  u: '\u0306',
  v: '\u030C',
  H: '\u030B',
  c: '\u0327',
  k: '\u0328',
  r: '\u030A',
}
const letter = String.raw`(?<!\\)\\(aa|AA|ae|AE|oe|OE|ss|[oOlL])(?![A-Za-z])(?:\{\}| )?`
const accent = String.raw`(?<!\\)\\(?:(['${'`'}^"~=.]) ?|([uvHckr])(?= |\{) ?)(?:\{\\?([A-Za-z])\}|\\([ij])(?![A-Za-z])|([A-Za-z]))`

function unaccented(text: string): string {
  const spelled = (_: string, sign?: string, command?: string, ...bases: unknown[]): string => {
    const base = bases.slice(0, 3).find((found) => typeof found === 'string') ?? ''
    return `${String(base)}${marks[sign ?? command ?? ''] ?? ''}`.normalize('NFC')
  }
  const named = (_: string, name: string): string => letters[name] ?? ''
  return text
    .replace(new RegExp(String.raw`\{${letter}\}`, 'g'), named)
    .replace(new RegExp(letter, 'g'), named)
    .replace(new RegExp(String.raw`\{${accent}\}`, 'g'), spelled)
    .replace(new RegExp(accent, 'g'), spelled)
}

import { texSymbols } from './tex-symbols.ts'

const initials = /^(?:\p{Lu}\.?[\s-]*){1,4}$/u

/**
 * A list of authors as BibTeX has it, with unknown commands left out and its usual slips mended, such as "et al." or a
 * comma after a name.
 */
export function tidyAuthors(tex: string): string {
  const list = tex
    .replace(/\\([A-Za-z]+)\s*/g, (_, name: string) => texSymbols[name] ?? '')
    .replace(/\\[,;: ]/g, ' ')
    .replaceAll('$', '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?:,|^| and) ?(?:and )?\{?et al\.?,?\}?\.?$|(?<=\S) et al\.?$/i, ' and others')
    .replace(/^and /, '')
    .replace(/[,;] and /g, ' and ')
  const text = list.slice(0, lengthWithoutEnd(list))
  return text.includes('{') ? text : withoutBraces(text)
}

/** A list without organisations in braces: names between which programs or people wrote ";", "&" or only commas. */
function withoutBraces(text: string): string {
  return text
    .replace(/ ?; ?| \\?& /g, ' and ')
    .replace(/, and /g, ' and ')
    .split(' and ')
    .map((name) => {
      const parts = name.split(', ')
      const isPaired = parts.length > 3 && parts.length % 2 === 0
      return isPaired && parts.every((part, index) => index % 2 === 0 || initials.test(part))
        ? parts
            .map((part, index) => (index % 2 === 0 ? part : `, ${part} and `))
            .join('')
            .replace(/ and $/, '')
        : name
    })
    .join(' and ')
}

/** The length of a list without the "and", the comma or the semicolon that it ends in. */
function lengthWithoutEnd(list: string): number {
  let length = list.length
  for (;;) {
    if (',; '.includes(list.charAt(length - 1)) && length > 0) length -= 1
    else if (list.startsWith(' and', length - 4) && length >= 4) length -= 4
    else return length
  }
}

import { scriptText, texSymbols } from './tex-symbols.ts'

const command = /\\(?:([A-Za-z]+)\*?\s*|([^A-Za-z]))/y
const script = /([\^_])\s*(?:\{([^{}]*)\}|\\([A-Za-z]+)|([^\s{}\\$]))/y
const joined = /---?|``|''/y
const joinedSigns: Readonly<Record<string, string>> = { '---': '—', '--': '–', '``': '“', "''": '”' }
const group = /\s*\{[^{}]*\}/y
/** Commands whose first group is no text. */
const withOption = new Set(['href', 'textcolor', 'color', 'hspace', 'vspace'])
const scripts: Readonly<Record<string, '^' | '_'>> = { textsuperscript: '^', textsubscript: '_' }

/**
 * The text that a title or a journal's name in TeX stands for: quotation marks, dashes and maths as characters.
 * Accents must be spelled as letters before. A command that Attune doesn't know is left out, and what it is applied to stays. Takes time in
 * proportion to the text's length.
 */
export function texToPlain(text: string): string {
  const written: string[] = []
  let isMaths = false
  let at = 0
  const takes = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    at += found?.[0].length ?? 0
    return found
  }
  const lastDollar = text.lastIndexOf('$')
  while (at < text.length) {
    const raised = isMaths ? takes(script) : null
    const found = raised === null ? takes(command) : null
    if (raised !== null) written.push(scriptOf(raised))
    else if (found?.[1] !== undefined) {
      const sign = scripts[found[1]]
      if (withOption.has(found[1])) takes(group)
      else if (sign !== undefined) {
        const inner = groupText(takes(group)?.[0] ?? '')
        written.push(scriptText(sign, inner) ?? inner)
      } else written.push(texSymbols[found[1]] ?? '')
    } else if (found?.[2] !== undefined) written.push(signText(found[2]))
    else {
      const sign = takes(joined)
      const character = sign?.[0] ?? text.charAt(at)
      if (sign !== null) written.push(joinedSigns[character] ?? '')
      else if (character === '$' && (isMaths || at < lastDollar)) isMaths = !isMaths
      else if (character === '~') written.push(' ')
      else if (character !== '{' && character !== '}') written.push(character)
      if (sign === null) at += 1
    }
  }
  return written.join('').replace(/\s+/g, ' ').trim()
}

function scriptOf([, sign, braced, name, single]: RegExpExecArray): string {
  const text = name === undefined ? groupText(braced ?? single ?? '') : (texSymbols[name] ?? '')
  if (text === '°' || text === '′') return text
  return scriptText(sign === '^' ? '^' : '_', text) ?? `${sign ?? ''}${text}`
}

/** The text of a group without another one in it. */
function groupText(text: string): string {
  return text
    .replace(/\\([A-Za-z]+)\s*/g, (_, name: string) => texSymbols[name] ?? '')
    .replace(/[{}\\$]/g, '')
    .trim()
}

/** What a backslash before a sign stands for: the sign itself, a space, or nothing. */
function signText(sign: string): string {
  if (/[\s,:;\\>]/.test(sign)) return ' '
  return /[!\-/()[\]@]/.test(sign) ? '' : sign
}

// Characters with a meaning in LaTeX, and "<", which the library treats as the start of markup.
const latex: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '\\{',
  '}': '\\}',
  '<': '{\\textless}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  ...Object.fromEntries(['&', '%', '$', '#', '_'].map((character) => [character, `\\${character}`])),
}

/** Plain text as BibTeX writes it, so that the library reads the same text. */
export function escapeTex(text: string): string {
  return (
    text
      .replace(/[\\{}<~^&%$#_]/g, (character) => latex[character] ?? '')
      // Two of these in a row would be read as a dash or a quotation mark.
      .replace(/([-'`?!])(?=[-'`])/g, '$1{}')
  )
}

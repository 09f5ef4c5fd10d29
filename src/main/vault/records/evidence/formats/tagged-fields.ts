import { articleLimits } from '#shared/evidence/article-limits.ts'

/** The reference formats that have one tagged value a line. */
export type TaggedFormat = 'ris' | 'nbib' | 'enw'

/** One value of a record with its tag, continued lines joined by a blank. */
export type TaggedField = { readonly tag: string; readonly value: string }

/** How each format begins a record, and a value. Programs differ in the blanks around the hyphen. */
export const taggedSyntax = {
  ris: {
    start: /^TY {0,2}-/,
    field: /^(?:([A-Z][A-Z0-9])(?:[ \t]{0,2}- |[ \t]{1,2}-|-$)|[A-Z]{3,20} {2}- )(.*)$/,
  },
  nbib: { start: /^PMID {0,2}- ?\d/, field: /^([A-Z]{2,4}) {0,2}- ?(.*)$/ },
  enw: { start: /^%0 /, field: /^%([^\s%])(?: (.*))?$/ },
} as const satisfies Record<TaggedFormat, { start: RegExp; field: RegExp }>

/** The text and the first line, from 1, of each record; what stands before the first one is left out. */
export function splitTagged(text: string, format: TaggedFormat): { text: string; line: number }[] {
  const records: { lines: string[]; line: number }[] = []
  for (const [index, line] of text.split('\n').entries()) {
    // One more than a file may have is enough for the file to be refused.
    if (records.length > articleLimits.records) break
    if (taggedSyntax[format].start.test(line)) records.push({ lines: [], line: index + 1 })
    records.at(-1)?.lines.push(line)
  }
  return records.map(({ lines, line }) => ({ text: lines.join('\n'), line }))
}

/** The values of one record in order; what follows the end of a RIS record is left out. */
export function taggedFields(text: string, format: TaggedFormat): TaggedField[] {
  const fields: { tag: string; parts: string[] }[] = []
  for (const line of text.split('\n')) {
    const found = taggedSyntax[format].field.exec(line)
    if (format === 'ris' && found?.[1] === 'ER') break
    // A name of a program's own, longer than a tag, begins a value that belongs to no tag.
    if (found !== null) fields.push({ tag: found[1] ?? '', parts: [found[2]?.trim() ?? ''] })
    else fields.at(-1)?.parts.push(line.trim())
  }
  return fields.map(({ tag, parts }) => ({ tag, value: parts.join(' ').trim() }))
}

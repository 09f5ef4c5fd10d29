import { articleDraftSchema, type ArticleDraft } from '#shared/evidence/article.ts'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import { articleProblem, type ArticleProblem } from '#shared/evidence/article-problem.ts'
import type { ImportFormat, LeftOut } from '#shared/evidence/import-preview.ts'
import { articleProblemsOf } from '#shared/evidence/schema-problems.ts'
import { quoted } from '#shared/instruments/packs/place.ts'
import { loadCitationLibrary, type CitationLibrary } from './citation-library.ts'
import { checkFileText } from './file-text.ts'
import { readBibtex } from './read-bibtex.ts'
import { readTagged } from './read-tagged.ts'
import { readSummary } from './read-summary.ts'
import { referenceToDraft, type UnnamedDraft } from './reference-to-draft.ts'
import { splitReferences, type ReferenceFormat, type ReferenceText } from './split-references.ts'
import { splitSummaries, type SummaryBlocks } from './split-summaries.ts'

// Made once: making a schema takes longer than reading a reference with it.
const unnamedDraftSchema = articleDraftSchema.omit({ id: true })

/** One record of a file: a summary with its own id, a reference without one, or the record's problems. */
export type ReadRecord = { readonly line: number; readonly label: string } & (
  | { readonly kind: 'summary'; readonly article: ArticleDraft }
  | { readonly kind: 'reference'; readonly article: UnnamedDraft; readonly leftOut: LeftOut[] }
  | { readonly kind: 'refused'; readonly problems: ArticleProblem[] }
)

/** The records of a file, or the problems of the file itself. */
export type ReadFile = {
  readonly format: ImportFormat | null
  readonly records: readonly ReadRecord[]
  readonly problems: ArticleProblem[]
}

/** Reads a file of summaries or references, whichever it contains. Never throws because of its content. */
export async function readRecords(file: { name: string; text: string }): Promise<ReadFile> {
  const checked = checkFileText(file.text)
  if (!checked.ok) return refused(null, checked.problem)
  const format = formatOf(file.name, checked.text)
  if (format === null) return refused(null, articleProblem('', otherProgram(checked.text)))
  const parts = partsOf(checked.text, format)
  if (parts === null) return refused(format, articleProblem('', 'no-front-matter'))
  if (parts.length === 0) return refused(format, articleProblem('', 'nothing-found'))
  // Counts the records before reading them, because reading takes most of the time.
  if (parts.length > articleLimits.records) {
    return refused(format, articleProblem('', { code: 'too-many', limit: articleLimits.records }))
  }
  return { format, records: await readParts(parts, format), problems: [] }
}

/** Whether `readRecords` accepts a text of this size: its length, its number of records, and its longest record. */
export function isReadableSize(text: string, format: ImportFormat): boolean {
  if (!checkFileText(text).ok) return false
  const parts = partsOf(text, format)
  return (
    parts !== null &&
    parts.length <= articleLimits.records &&
    parts.every((part) =>
      'frontMatter' in part
        ? part.frontMatter.length <= articleLimits.frontMatter
        : part.text.length <= articleLimits.reference,
    )
  )
}

function partsOf(text: string, format: ImportFormat): (SummaryBlocks | ReferenceText)[] | null {
  return format === 'markdown' ? splitSummaries(text) : splitReferences(text, format)
}

function refused(format: ImportFormat | null, problem: ArticleProblem): ReadFile {
  return { format, records: [], problems: [problem] }
}

/** Decides by the text; uses the name only if the text fits several formats. */
function formatOf(name: string, text: string): ImportFormat | null {
  if (text.startsWith('---\n', text.search(/\S/))) return 'markdown'
  if (/^TY {0,2}-/m.test(text)) return 'ris'
  if (/^PMID {0,2}- ?\d/m.test(text)) return 'nbib'
  if (/^[^\S\n]*@[^\S\n]*[A-Za-z]+\s*[{(]/m.test(text)) return 'bibtex'
  if (/^%0 /m.test(text)) return 'enw'
  if (otherProgram(text) !== 'unknown-format') return null
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === 'md' || ending === 'markdown') return 'markdown'
  if (ending === 'ris') return 'ris'
  return ending === 'bib' || ending === 'bibtex' ? 'bibtex' : null
}

/** The format of another program that Attune doesn't read but knows by name. */
function otherProgram(text: string): 'endnote-xml' | 'web-of-science' | 'ovid-tagged' | 'unknown-format' {
  if (/^\s*<(?:\?xml|xml|records)\b/.test(text) && text.includes('<record')) return 'endnote-xml'
  if (/^PT [A-Z]/m.test(text) && /^(?:AU|TI|SO|UT) /m.test(text)) return 'web-of-science'
  return /^<\d+>[^\S\n]*$/m.test(text) ? 'ovid-tagged' : 'unknown-format'
}

async function readParts(
  parts: readonly (SummaryBlocks | ReferenceText)[],
  format: ImportFormat,
): Promise<ReadRecord[]> {
  const library = format === 'bibtex' ? await loadCitationLibrary() : null
  return parts.flatMap((part) => {
    if ('frontMatter' in part) return [readMarkdown(part)]
    return format === 'markdown' ? [] : [readReference(part, format, library)]
  })
}

function readMarkdown(blocks: SummaryBlocks): ReadRecord {
  const { line } = blocks
  const read = readSummary(blocks)
  return read.ok
    ? { line, label: quoted(read.article.title), kind: 'summary', article: read.article }
    : { line, label: quoted(read.title ?? ''), kind: 'refused', problems: read.problems }
}

function readReference(
  { text, line, strings }: ReferenceText,
  format: ReferenceFormat,
  library: CitationLibrary | null,
): ReadRecord {
  const label = quoted(text.split('\n')[0] ?? '')
  const refuse = (...problems: ArticleProblem[]): ReadRecord => ({ line, label, kind: 'refused', problems })
  if (strings === null || text.length > articleLimits.reference)
    return refuse(articleProblem('', { code: 'too-large', limit: articleLimits.reference }))
  const read =
    format !== 'bibtex'
      ? { ...readTagged(text, format), unread: null }
      : library && readBibtex(text, strings, library)
  if (read === null) return refuse(articleProblem('', 'unreadable-record'))
  const reference = referenceToDraft(read.record, read.written)
  if (reference === null)
    return refuse(
      read.unread === null ? articleProblem('title', 'no-title') : articleProblem('', 'unreadable-record'),
    )
  const parsed = unnamedDraftSchema.safeParse(reference.article)
  if (!parsed.success) return refuse(...articleProblemsOf(parsed.error, reference.article))
  const rest: LeftOut[] = read.unread === null ? [] : [{ part: 'rest', text: quoted(read.unread) }]
  return {
    line,
    label: quoted(parsed.data.title),
    kind: 'reference',
    article: parsed.data,
    leftOut: [...reference.leftOut, ...rest],
  }
}

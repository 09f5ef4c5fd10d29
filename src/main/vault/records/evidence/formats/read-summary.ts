import { articleDraftSchema, type ArticleDraft } from '#shared/evidence/article.ts'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import { articleProblem, type ArticleProblem } from '#shared/evidence/article-problem.ts'
import { articleProblemsOf } from '#shared/evidence/schema-problems.ts'
import { readFrontMatter } from './read-front-matter.ts'
import { partNames } from './part-names.ts'
import type { SummaryBlocks } from './split-summaries.ts'

/** A summary with the fields its file gives, or every departure from the format. */
export type ReadSummary =
  { ok: true; article: ArticleDraft } | { ok: false; title: string | null; problems: ArticleProblem[] }

/** Defaults for fields that a draft's file may omit; `articleSchema` defines a complete summary. */
const absent = {
  authors: [],
  missing: [],
  topics: [],
  sample: {},
  effects: [],
  discrepancies: [],
  caveats: [],
  checked: { doi: false, abstract: false },
} satisfies Partial<ArticleDraft>

/** Reads one summary, front matter and parts. Never throws. `docs/evidence-format.md` documents the format. */
export function readSummary({ frontMatter, body, line }: SummaryBlocks): ReadSummary {
  const read = readFrontMatter(frontMatter, line)
  if (!read.ok) return { ok: false, title: null, problems: read.problems }
  const { values } = read
  const title = typeof values['title'] === 'string' ? values['title'] : null
  const { sections, problems } = readParts(body)
  // The text must come from the file's parts, not from its front matter.
  const own = 'sections' in values ? [articleProblem('sections', 'unknown-field')] : []
  const input = { ...absent, ...values, sections }
  const result = articleDraftSchema.safeParse(input)
  const all = [...own, ...problems, ...(result.success ? [] : articleProblemsOf(result.error, input))]
  return result.success && all.length === 0
    ? { ok: true, article: result.data }
    : { ok: false, title, problems: all.slice(0, articleLimits.problems) }
}

function readParts(body: string): { sections: ArticleDraft['sections']; problems: ArticleProblem[] } {
  const sections: ArticleDraft['sections'] = {
    inBrief: [],
    whatWasFound: [],
    inPractice: [],
    keepInMind: [],
  }
  const problems: ArticleProblem[] = []
  const [beforeFirst = '', ...parts] = body.split(/^## +/m)
  if (beforeFirst.trim() !== '') problems.push(articleProblem('sections', 'text-before-first-part'))
  const seen = new Set<string>()
  for (const part of parts) {
    if (problems.length >= articleLimits.problems) break
    const lineEnd = part.indexOf('\n')
    const heading = (lineEnd === -1 ? part : part.slice(0, lineEnd)).trim()
    const name = partNames.find(({ title }) => title === heading)?.name
    if (name === undefined) problems.push(articleProblem('sections', 'unknown-part'))
    else if (seen.has(name)) problems.push(articleProblem(`sections.${name}`, 'duplicate-key'))
    else {
      seen.add(name)
      sections[name] = paragraphsOf(lineEnd === -1 ? '' : part.slice(lineEnd))
    }
  }
  return { sections, problems }
}

/** The paragraphs of a part, each as one line; one more than the schema allows is enough for it to refuse the part. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = []
  let lines: string[] = []
  const endParagraph = (): void => {
    if (lines.length > 0) paragraphs.push(lines.join(' '))
    lines = []
  }
  for (const line of text.split('\n')) {
    const words = line.trim()
    if (words === '') endParagraph()
    else lines.push(words)
    if (paragraphs.length > articleLimits.entries) return paragraphs
  }
  endParagraph()
  return paragraphs
}

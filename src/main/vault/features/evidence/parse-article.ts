import { parse } from 'yaml'
import { type Article, articleSchema } from '#shared/evidence/article.ts'

/** Where a file departs from the format: a path such as `effects.2.ci` or `In brief`, and what is wrong there. */
export type ArticleProblem = { path: string; message: string }

export type ParsedArticle = { ok: true; article: Article } | { ok: false; problems: ArticleProblem[] }

const sectionByHeading = {
  'In brief': 'inBrief',
  'What was found': 'whatWasFound',
  'In practice': 'inPractice',
  'Keep in mind': 'keepInMind',
} as const

const frontMatterPattern = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/

/**
 * Reads one summary, YAML front matter and four headed parts, and never throws: a file that departs from the
 * format comes back with every problem found. The format is told in `docs/evidence-format.md`.
 */
export function parseArticle(text: string): ParsedArticle {
  const match = frontMatterPattern.exec(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'))
  const [, frontMatter, body] = match ?? []
  if (frontMatter === undefined || body === undefined) {
    return refused('', 'the file starts with a block of front matter between two lines of three hyphens')
  }
  const metadata = readYaml(frontMatter)
  if (!metadata.ok) return refused('', metadata.message)

  const result = articleSchema.safeParse({ ...metadata.values, sections: readSections(body) })
  if (result.success) return { ok: true, article: result.data }
  return {
    ok: false,
    problems: result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  }
}

function refused(path: string, message: string): ParsedArticle {
  return { ok: false, problems: [{ path, message }] }
}

function readYaml(
  frontMatter: string,
): { ok: true; values: Record<string, unknown> } | { ok: false; message: string } {
  try {
    // Aliases are refused so that a small file can't unfold into a huge one.
    const values: unknown = parse(frontMatter, { maxAliasCount: 0 })
    if (typeof values !== 'object' || values === null || Array.isArray(values)) {
      return { ok: false, message: 'the front matter is a list of names and values' }
    }
    return { ok: true, values: { ...values } }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'the front matter is not YAML' }
  }
}

function readSections(body: string): Record<string, string[]> {
  const sections: Record<string, string[]> = {}
  const [beforeFirstHeading = '', ...parts] = body.split(/^## +/m)
  if (beforeFirstHeading.trim() !== '')
    sections['text before the first heading'] = [beforeFirstHeading.trim()]
  for (const part of parts) {
    const lineEnd = part.indexOf('\n')
    const heading = (lineEnd === -1 ? part : part.slice(0, lineEnd)).trim()
    const text = lineEnd === -1 ? '' : part.slice(lineEnd)
    const name = isKnownHeading(heading) ? sectionByHeading[heading] : heading
    sections[name] = [...(sections[name] ?? []), ...paragraphsOf(text)]
  }
  return sections
}

function isKnownHeading(heading: string): heading is keyof typeof sectionByHeading {
  return Object.hasOwn(sectionByHeading, heading)
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
}

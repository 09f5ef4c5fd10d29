import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import { articleProblem, type ArticleProblem } from '#shared/evidence/article-problem.ts'

/** The names and values of a block of front matter, or its problems. */
export type FrontMatter =
  { ok: true; values: Record<string, unknown> } | { ok: false; problems: ArticleProblem[] }

const deepest = 8

/**
 * Reads front matter as plain YAML: names, texts, numbers, yes and no, lists and mappings.
 *
 * Refuses anchors, aliases, tags, duplicate names and deeper nesting than the format has, before it builds any value.
 * So a small file can't expand into a huge one or into anything but plain values. `line` is the line of the file where
 * the block begins.
 */
export function readFrontMatter(text: string, line: number): FrontMatter {
  const refuse = (problem: ArticleProblem): FrontMatter => ({ ok: false, problems: [problem] })
  if (text.length > articleLimits.frontMatter)
    return refuse(articleProblem('', { code: 'too-large', limit: articleLimits.frontMatter }))
  try {
    const lines = new LineCounter()
    const document = parseDocument(text, {
      schema: 'core',
      merge: false,
      // The library compares each name with every other; `hasDuplicateName` looks each one up.
      uniqueKeys: false,
      strict: true,
      stringKeys: true,
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
    })
    const [error] = document.errors
    const unwanted = unwantedIn(document)
    if (unwanted !== null) return refuse(unwanted)
    if (error) {
      const at = lines.linePos(error.pos[0])
      return refuse(articleProblem('', { code: 'not-yaml', line: line + at.line, column: at.col }))
    }
    if (hasDuplicateName(document)) return refuse(articleProblem('', 'duplicate-key'))
    if (!isMap(document.contents)) return refuse(articleProblem('', 'no-mapping'))
    const values: unknown = document.toJS({ maxAliasCount: 0 })
    return typeof values === 'object' && values !== null
      ? { ok: true, values: { ...values } }
      : refuse(articleProblem('', 'no-mapping'))
  } catch (cause) {
    // Thousands of nested brackets overflow the parser's stack.
    if (cause instanceof RangeError) return refuse(articleProblem('', 'too-deep'))
    throw cause
  }
}

function unwantedIn(document: Document): ArticleProblem | null {
  let found: ArticleProblem | null = null
  visit(document, {
    Node: (key, node, path) => {
      const at = placeIn(path)
      if (isAlias(node) || ('anchor' in node && node.anchor !== undefined))
        found = articleProblem(at, 'yaml-alias')
      else if (node.tag !== undefined) found = articleProblem(at, 'yaml-tag')
      else if (path.length > 2 * deepest) found = articleProblem('', 'too-deep')
      else if (key === 'key' && isScalar(node) && node.value === '__proto__')
        found = articleProblem(at, 'unknown-field')
      return found === null ? undefined : visit.BREAK
    },
  })
  return found
}

/** Whether a mapping gives a name twice. Every name is a text or has no value: the parser refuses all others. */
function hasDuplicateName(document: Document): boolean {
  let isFound = false
  visit(document, {
    Map: (_key, { items }) => {
      const names = new Set(items.map(({ key }) => (isScalar(key) ? key.value : key)))
      isFound = names.size < items.length
      return isFound ? visit.BREAK : undefined
    },
  })
  return isFound
}

/** The top-level field that contains a node; nested names may be anything. */
function placeIn(path: readonly unknown[]): string {
  for (const parent of path) {
    if (typeof parent === 'object' && parent !== null && 'key' in parent && isNode(parent.key)) {
      const name = isScalar(parent.key) ? String(parent.key.value) : ''
      return /^[A-Za-z]{1,40}$/.test(name) ? name : ''
    }
  }
  return ''
}

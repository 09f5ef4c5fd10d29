import { z } from 'zod'
import { canonicalJson } from '../json/canonical-json.ts'
import { bundleLimits } from './bundle-limits.ts'

/** Why the text of a bundle or a reply is refused. `not-a-bundle` means that it is another kind of document. */
export const bundleProblems = [
  'too-large',
  'too-deep',
  'not-json',
  'not-a-bundle',
  'newer-version',
  'unknown-field',
  'out-of-range',
  'unsafe-text',
  'not-valid',
  'not-canonical',
] as const
export const bundleProblemSchema = z.enum(bundleProblems)
export type BundleProblem = z.output<typeof bundleProblemSchema>

/** A document that was read, or why not. */
export type DocumentRead<Document> =
  | { readonly kind: 'read'; readonly document: Document }
  | { readonly kind: 'refused'; readonly problem: BundleProblem }

interface DocumentKind<Document> {
  readonly format: string
  /** The newest version that can be read. */
  readonly version: number
  readonly schema: z.ZodType<Document>
}

const refused = (problem: BundleProblem) => ({ kind: 'refused', problem }) as const

/**
 * Reads a document strictly. Refuses text that is longer or nested deeper than any bundle before it is parsed, then
 * everything that the format doesn't have, and text that writing the document would not give: other spellings, fields
 * given twice, numbers that overflow.
 */
export function readDocument<Document>(
  text: string,
  { format, version, schema }: DocumentKind<Document>,
): DocumentRead<Document> {
  if (text.length > bundleLimits.characters) return refused('too-large')
  if (isTooDeep(text)) return refused('too-deep')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused('not-json')
  }
  const kind = kindSchema.safeParse(value)
  if (!kind.success || kind.data.format !== format) return refused('not-a-bundle')
  if (kind.data.version > version) return refused('newer-version')
  const read = schema.safeParse(value)
  if (!read.success) return refused(problemOf(read.error.issues))
  if (canonicalJson(read.data) !== text) return refused('not-canonical')
  return { kind: 'read', document: read.data }
}

const kindSchema = z.looseObject({ format: z.string(), version: z.int().min(1) })

const reasonSchema = z.object({ reason: bundleProblemSchema })

/** The first problem says most: a number outside of its range, a field too many, or anything else. */
function problemOf(issues: readonly z.core.$ZodIssue[]): BundleProblem {
  const [issue] = issues
  if (issue?.code === 'unrecognized_keys') return 'unknown-field'
  if (issue?.code === 'custom') return reasonSchema.safeParse(issue.params).data?.reason ?? 'unsafe-text'
  if (issue?.code === 'too_big' || issue?.code === 'too_small')
    return issue.origin === 'array' || issue.origin === 'string' ? 'too-large' : 'out-of-range'
  // Also a number that overflows, which JSON.parse reads as infinite.
  if (issue?.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int'))
    return 'out-of-range'
  return 'not-valid'
}

/** Whether objects and lists nest deeper than in any bundle. Needs no stack, so no depth can exhaust it. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let position = 0; position < text.length; position += 1) {
    const character = text[position]
    if (isInString) {
      if (character === '\\') position += 1
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > bundleLimits.nesting) return true
    } else if (character === '}' || character === ']') depth -= 1
  }
  return false
}

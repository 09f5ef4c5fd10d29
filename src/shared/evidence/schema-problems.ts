import type { z } from 'zod'
import { quoted } from '../instruments/packs/place.ts'
import { articleLimits } from './article-limits.ts'
import { articleProblem, type ArticleProblem, type ArticleReason } from './article-problem.ts'

// The schema reports problems in sentences for developers; the screen gets codes.
const bySentence: readonly (readonly [start: string, code: Parameters<typeof articleProblem>[1]])[] = [
  ['Text must not contain invisible', 'invisible-character'],
  ['Text must not be a heading', 'wrong-format'],
  ['A name that is taken', 'wrong-format'],
  ['is listed as missing but there', 'missing-but-there'],
  ['is absent and not listed', 'missing-not-said'],
  ['a DOI that was not checked', 'doi-not-checked'],
  ['the abstract was not read', 'abstract-not-read'],
  ['there is no summary to read', 'abstract-not-read'],
  ['the value lies outside', 'outside-interval'],
  ['the interval runs from low', 'interval-upside-down'],
  ['a finding has a value or a range, unless', 'value-needed'],
  ['a finding has a value or a range, not both', 'value-or-range'],
  ['another finding has this id', 'duplicate-id'],
  ['no finding has this id', 'unknown-finding'],
]

/** Turns the schema's findings in a summary into problems with their places, the first fifty of them. */
export function articleProblemsOf(error: z.ZodError, input: unknown): ArticleProblem[] {
  return error.issues
    .slice(0, articleLimits.problems)
    .flatMap((issue): ArticleProblem[] => {
      if (issue.code === 'unrecognized_keys') {
        const isPart = issue.path.length === 1 && issue.path[0] === 'sections'
        return issue.keys
          .slice(0, articleLimits.problems)
          .map((key) =>
            articleProblem(placeOf([...issue.path, key]), isPart ? 'unknown-part' : 'unknown-field'),
          )
      }
      return [articleProblem(placeOf(issue.path), reasonOf(issue, valueAt(input, issue.path)))]
    })
    .slice(0, articleLimits.problems)
}

/** Joins the path to a value with dots; shortens the field names of a file. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((segment) => quoted(String(segment))).join('.')
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

function reasonOf(
  issue: z.core.$ZodIssue,
  value: unknown,
): ArticleReason | Parameters<typeof articleProblem>[1] {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'missing' : { code: 'wrong-type', expected: issue.expected }
    case 'invalid_value':
      return value === undefined
        ? 'missing'
        : { code: 'not-one-of', allowed: issue.values.map((allowed) => String(allowed)) }
    case 'invalid_format':
      return 'wrong-format'
    case 'too_big':
      if (issue.origin === 'string') return { code: 'too-long', limit: Number(issue.maximum) }
      return issue.origin === 'array' ? { code: 'too-many', limit: Number(issue.maximum) } : 'out-of-range'
    case 'too_small':
      if (issue.origin === 'string') return 'empty-text'
      return issue.origin === 'array' ? 'missing' : 'out-of-range'
    default:
      return bySentence.find(([start]) => issue.message.startsWith(start))?.[1] ?? 'inconsistent'
  }
}

import type { z } from 'zod'
import { problem } from './pack-problem.ts'
import type { PackProblem, PackReason } from './pack-problem.ts'
import { placeOf, quoted } from './place.ts'

// The instrument's schema reports problems in sentences for developers; the screen gets codes.
const bySentence: readonly (readonly [pattern: RegExp, reason: (groups: readonly string[]) => PackReason])[] =
  [
    [/^Text must not be empty$/, () => ({ code: 'empty-text' })],
    [/^Text must not begin or end with spaces$/, () => ({ code: 'surrounding-spaces' })],
    [/^Text must not contain markup$/, () => ({ code: 'markup' })],
    [/^Text must not contain invisible characters$/, () => ({ code: 'invisible-character' })],
    [/^The maximum must be above the minimum$/, () => ({ code: 'range-upside-down' })],
    [/^The range must be a whole number of steps$/, () => ({ code: 'range-not-whole-steps' })],
    [/^An item has either anchors or labels$/, () => ({ code: 'anchors-or-labels' })],
    [/^Labels must name every answer once/, () => ({ code: 'labels-incomplete' })],
    [/^Each label has its points$/, () => ({ code: 'points-incomplete' })],
    [/^Points must differ/, () => ({ code: 'points-equal' })],
    [/^An item with points of its own/, () => ({ code: 'points-reversed' })],
    [/^Ids must be unique$/, () => ({ code: 'duplicate-id' })],
    [/^(?:A condition names earlier|An item with a condition)/, () => ({ code: 'condition-impossible' })],
    [/^An item counts twice$/, () => ({ code: 'item-counts-twice' })],
    [/^More answers are required than there are items$/, () => ({ code: 'too-many-required' })],
    [/^A score from fewer answers than items/, () => ({ code: 'prorate-not-said' })],
    [/^Only items of one range can stand/, () => ({ code: 'prorate-mixed-ranges' })],
    [/^A reliability lies between/, () => ({ code: 'reliability-outside' })],
    [/^The spread is larger/, () => ({ code: 'spread-outside' })],
    [/^The step must divide the range of its scale$/, () => ({ code: 'scale-step' })],
    [/^More of an alliance is better/, () => ({ code: 'alliance-direction' })],
    [/^Nothing pairs with a scale/, () => ({ code: 'scale-cannot-pair' })],
    [/^A form pairs with itself only/, () => ({ code: 'pairs-with-itself' })],
    [/^The cut-off lies outside its scale$/, () => ({ code: 'cutoff-outside' })],
    [/^The risk answer must be one/, () => ({ code: 'risk-answer-impossible' })],
    [/^There is no item "(.*)"$/, ([id = '']) => ({ code: 'unknown-item', id: quoted(id) })],
    [/^There is no scale "(.*)"$/, ([id = '']) => ({ code: 'unknown-scale', id: quoted(id) })],
    [
      /^The items give a range from (\S+) to (\S+)$/,
      ([minimum, maximum]) => ({
        code: 'range-mismatch',
        minimum: Number(minimum),
        maximum: Number(maximum),
      }),
    ],
  ]

/** Turns a schema's findings into problems with their places, below a parent place if one is given. */
export function schemaProblems(error: z.ZodError, below: readonly PropertyKey[] = []): PackProblem[] {
  return error.issues.flatMap((issue) => {
    const path = [...below, ...issue.path]
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => problem(placeOf([...path, key]), 'unknown-field'))
    }
    return [problem(placeOf(path), reasonOf(issue))]
  })
}

function reasonOf(issue: z.core.$ZodIssue): PackReason {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { code: 'missing' }
      return issue.expected === 'int'
        ? { code: 'not-whole' }
        : { code: 'wrong-type', expected: issue.expected }
    case 'invalid_value':
      if (issue.input === undefined) return { code: 'missing' }
      return { code: 'not-allowed', allowed: issue.values.map(String) }
    case 'invalid_format':
      return { code: 'bad-id' }
    case 'too_big':
      return issue.origin === 'string'
        ? { code: 'too-long', limit: Number(issue.maximum) }
        : { code: 'too-many', limit: Number(issue.maximum) }
    case 'too_small':
      if (issue.origin === 'string') return { code: 'too-short' }
      return issue.origin === 'array'
        ? { code: 'too-few', least: Number(issue.minimum) }
        : { code: 'not-positive' }
    default:
      return bySentenceOf(issue.message)
  }
}

function bySentenceOf(sentence: string): PackReason {
  for (const [pattern, reason] of bySentence) {
    const groups = pattern.exec(sentence)
    if (groups !== null) return reason(groups.slice(1))
  }
  return { code: 'inconsistent' }
}

import { z } from 'zod'

const plainCodes = [
  // The file.
  'empty',
  'not-text',
  'lone-surrogate',
  'unknown-format',
  'endnote-xml',
  'web-of-science',
  'ovid-tagged',
  'no-front-matter',
  'no-mapping',
  'yaml-alias',
  'yaml-tag',
  'duplicate-key',
  'too-deep',
  'nothing-found',
  'unreadable-record',
  'no-title',
  // Its fields.
  'missing',
  'unknown-field',
  'unknown-part',
  'text-before-first-part',
  'wrong-format',
  'out-of-range',
  'empty-text',
  'invisible-character',
  // References between its parts.
  'missing-not-said',
  'missing-but-there',
  'doi-not-checked',
  'abstract-not-read',
  'outside-interval',
  'interval-upside-down',
  'value-needed',
  'value-or-range',
  'duplicate-id',
  'unknown-finding',
  'taken-by-shipped',
  'inconsistent',
] as const

/** Why a part of a summary is refused or incomplete, as a code with its numbers. */
export const articleReasonSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.enum(plainCodes) }),
  z.strictObject({ code: z.literal('too-large'), limit: z.int() }),
  z.strictObject({ code: z.literal('not-yaml'), line: z.int(), column: z.int() }),
  z.strictObject({ code: z.literal('wrong-type'), expected: z.string() }),
  z.strictObject({ code: z.literal('not-one-of'), allowed: z.array(z.string()) }),
  z.strictObject({ code: z.literal('too-long'), limit: z.number() }),
  z.strictObject({ code: z.literal('too-many'), limit: z.number() }),
])
export type ArticleReason = z.output<typeof articleReasonSchema>

/** Where a summary breaks the format, such as `effects.2.ci`, and why; the place of the file itself is empty. */
export const articleProblemSchema = z.strictObject({ place: z.string(), reason: articleReasonSchema })
export type ArticleProblem = z.output<typeof articleProblemSchema>

/** Makes a problem of a place and a reason. */
export function articleProblem(
  place: string,
  reason: ArticleReason | (typeof plainCodes)[number],
): ArticleProblem {
  return { place, reason: typeof reason === 'string' ? { code: reason } : reason }
}

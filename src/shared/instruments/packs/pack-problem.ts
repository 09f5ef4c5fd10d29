import { z } from 'zod'

const plainCodes = [
  // The file.
  'empty',
  'utf-16',
  'duplicate-key',
  'forbidden-key',
  'number-too-large',
  'lone-surrogate',
  'unknown-format',
  // Its fields.
  'unknown-field',
  'missing',
  'too-short',
  'not-positive',
  'not-whole',
  'bad-id',
  'reserved-id',
  // Its words.
  'empty-text',
  'surrounding-spaces',
  'markup',
  'invisible-character',
  // Items, scales, and what refers to them.
  'range-upside-down',
  'range-not-whole-steps',
  'anchors-or-labels',
  'labels-incomplete',
  'duplicate-id',
  'item-counts-twice',
  'too-many-required',
  'prorate-not-said',
  'prorate-mixed-ranges',
  'cutoff-outside',
  'risk-answer-impossible',
  'inconsistent',
  // A FHIR Questionnaire.
  'implicit-rules',
  'modifier-extension',
  'options-and-value-set',
  'value-set-elsewhere',
  'too-few-answers',
  'option-without-words',
  'option-type',
  'score-missing',
  'scores-conflict',
  'scores-repeat',
  'scores-uneven',
  'weighted-item',
  'range-missing',
  'repeats',
  'conditional',
  'computed',
  'not-answerable',
  'no-scored-items',
  'unknown-reference',
  'cycle',
  'choices-needed',
] as const

/**
 * Accepts why something in a pack was refused, as a code with its numbers; `docs/packs.md` says each in words.
 *
 * What a file says of itself (`found`, `id`) is cut short and holds no invisible characters.
 */
export const packReasonSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.enum(plainCodes) }),
  z.strictObject({ code: z.literal('too-large'), limit: z.int() }),
  z.strictObject({ code: z.literal('not-utf8'), byte: z.int() }),
  z.strictObject({ code: z.literal('control-character'), line: z.int(), column: z.int() }),
  z.strictObject({ code: z.literal('not-json'), line: z.int(), column: z.int() }),
  z.strictObject({ code: z.literal('too-deep'), limit: z.int() }),
  z.strictObject({ code: z.literal('wrong-type'), expected: z.string() }),
  z.strictObject({ code: z.literal('not-allowed'), allowed: z.array(z.string()) }),
  z.strictObject({ code: z.literal('too-long'), limit: z.number() }),
  z.strictObject({ code: z.literal('too-many'), limit: z.number() }),
  z.strictObject({ code: z.literal('too-few'), least: z.number() }),
  z.strictObject({ code: z.literal('too-many-answers'), limit: z.int() }),
  z.strictObject({ code: z.literal('unknown-item'), id: z.string() }),
  z.strictObject({ code: z.literal('unknown-scale'), id: z.string() }),
  z.strictObject({ code: z.literal('range-mismatch'), minimum: z.number(), maximum: z.number() }),
  z.strictObject({ code: z.literal('other-resource'), found: z.string() }),
  z.strictObject({ code: z.literal('other-fhir-version'), found: z.string() }),
  z.strictObject({ code: z.literal('unsupported-type'), found: z.string() }),
])

/** Why something in a pack was refused. */
export type PackReason = z.output<typeof packReasonSchema>

/** Accepts one thing that stands in the way of a pack: where in the file, as `items.2.text`, and why. */
export const packProblemSchema = z.strictObject({ place: z.string(), reason: packReasonSchema })

/** One thing that stands in the way of a pack; the place of the file itself is empty. */
export type PackProblem = z.output<typeof packProblemSchema>

/** Every code a reason can have. */
export const packReasonCodes: readonly PackReason['code'][] = packReasonSchema.options.flatMap(
  ({ shape: { code } }): PackReason['code'][] => ('options' in code ? code.options : [...code.values]),
)

/** Makes a problem of a place and a reason. */
export function problem(place: string, reason: PackReason | (typeof plainCodes)[number]): PackProblem {
  return { place, reason: typeof reason === 'string' ? { code: reason } : reason }
}

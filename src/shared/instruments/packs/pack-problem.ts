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
  'not-a-table',
  'several-forms',
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
  // Items, scales, and references to them.
  'range-upside-down',
  'range-not-whole-steps',
  'anchors-or-labels',
  'labels-incomplete',
  'points-incomplete',
  'points-equal',
  'points-reversed',
  'duplicate-id',
  'condition-impossible',
  'item-counts-twice',
  'too-many-required',
  'prorate-not-said',
  'prorate-mixed-ranges',
  'cutoff-outside',
  'reliability-outside',
  'spread-outside',
  'scale-step',
  'alliance-direction',
  'scale-cannot-pair',
  'pairs-with-itself',
  'pair-differs',
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
 * Accepts why a part of a pack was refused, as a code with its numbers; `docs/packs.md` explains each.
 *
 * Texts from the file (`found`, `id`) are cut short and hold no invisible characters.
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

/** Why a part of a pack was refused. */
export type PackReason = z.output<typeof packReasonSchema>

/** Accepts one problem of a pack: where in the file, such as `items.2.text`, and why. */
export const packProblemSchema = z.strictObject({ place: z.string(), reason: packReasonSchema })

/** One problem of a pack; the place of the file itself is empty. */
export type PackProblem = z.output<typeof packProblemSchema>

/** Every code of a reason. */
export const packReasonCodes: readonly PackReason['code'][] = packReasonSchema.options.flatMap(
  ({ shape: { code } }): PackReason['code'][] => ('options' in code ? code.options : [...code.values]),
)

/** Makes a problem of a place and a reason. */
export function problem(place: string, reason: PackReason | (typeof plainCodes)[number]): PackProblem {
  return { place, reason: typeof reason === 'string' ? { code: reason } : reason }
}

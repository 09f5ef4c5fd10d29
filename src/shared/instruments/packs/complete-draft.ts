import { z } from 'zod'
import { itemRange } from '../instrument-item.ts'
import { instrumentScaleSchema } from '../instrument-scale.ts'
import { instrumentSchema } from '../instrument.ts'
import type { Instrument } from '../instrument.ts'
import { measureIdSchema } from '../plain-text.ts'
import { readInstrument } from './native-pack.ts'
import type { PackNote } from './pack-note.ts'
import { problem } from './pack-problem.ts'
import type { PackProblem } from './pack-problem.ts'
import { schemaProblems } from './schema-problems.ts'
import type { PackDraft } from './pack-draft.ts'

const { shape } = instrumentSchema

/** Accepts the user's choices about an instrument that its file can't hold. A text given here replaces the file's. */
export const packChoicesSchema = z.strictObject({
  id: shape.id.optional(),
  title: shape.title.optional(),
  measures: shape.measures.optional(),
  instruction: shape.instruction.optional(),
  licence: shape.licence.optional(),
  attribution: shape.attribution.optional(),
  whoMayUse: shape.whoMayUse,
  validationStatus: shape.validationStatus,
  respondent: shape.respondent,
  occasion: shape.occasion,
  /** Ids of items whose scores in the file must be reversed. */
  reversed: z.array(measureIdSchema).max(200),
  /** The scales; their ranges follow from the items. */
  scales: z
    .array(instrumentScaleSchema.omit({ minimum: true, maximum: true }))
    .min(1)
    .max(200),
  riskItems: shape.riskItems,
  changeThreshold: shape.changeThreshold,
  cutoffs: shape.cutoffs,
  privateByDefault: shape.privateByDefault,
})

/** The user's choices about an instrument that its file can't hold. */
export type PackChoices = z.output<typeof packChoicesSchema>

/** A complete instrument, or what is missing or does not fit, with places below `choices`. */
export type CompletedDraft =
  { ok: true; instrument: Instrument; notes: PackNote[] } | { ok: false; problems: PackProblem[] }

/**
 * Combines a draft with the user's choices; never throws.
 *
 * An item known to ask about risk becomes a risk item from its second lowest answer on, even if the user marks none:
 * otherwise an answer that must be seen at once could stay hidden.
 */
export function completeDraft(draft: PackDraft, choices: unknown): CompletedDraft {
  const read = packChoicesSchema.safeParse(choices, { reportInput: true })
  if (!read.success) return { ok: false, problems: schemaProblems(read.error, ['choices']) }
  const chosen = read.data
  const missing = (['title', 'measures', 'instruction', 'licence', 'attribution'] as const).filter(
    (field) => chosen[field] === undefined && draft[field] === null,
  )
  if (missing.length > 0) {
    return { ok: false, problems: missing.map((field) => problem(`choices.${field}`, 'missing')) }
  }
  const known = new Set(draft.items.map(({ item }) => item.id))
  const unknown = chosen.reversed.filter((id) => !known.has(id))
  if (unknown.length > 0) {
    return {
      ok: false,
      problems: unknown.map((id) => problem('choices.reversed', { code: 'unknown-item', id })),
    }
  }
  const { reversed, scales, riskItems, ...said } = chosen
  const { items: draftItems, riskItems: knownRisks, ...fromFile } = draft
  const items = draftItems.map(({ item }) => ({ ...item, reversed: reversed.includes(item.id) }))
  const added = items.filter(
    ({ id }) => knownRisks.includes(id) && !riskItems.some((risk) => risk.item === id),
  )
  const completed = readInstrument({
    ...fromFile,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    version: 1,
    items,
    scales: scales.map((scale) => ({ ...scale, ...rangeOf(scale, items) })),
    riskItems: [
      ...riskItems,
      ...added.map(({ id, minimum, step }) => ({ item: id, atOrAbove: minimum + step })),
    ],
  })
  if (!completed.ok) {
    return {
      ok: false,
      problems: completed.problems.map(({ place, reason }) => problem(`choices.${place}`, reason)),
    }
  }
  const notes = added.map(({ id }): PackNote => ({
    place: `choices.riskItems.${id}`,
    code: 'risk-item-added',
  }))
  return { ok: true, instrument: completed.instrument, notes }
}

function rangeOf(
  scale: Pick<Instrument['scales'][number], 'items' | 'method'>,
  items: Instrument['items'],
): { minimum: number; maximum: number } {
  const members = scale.items.flatMap((id) => {
    const member = items.find((item) => item.id === id)
    return member === undefined ? [] : [itemRange(member)]
  })
  const divisor = scale.method === 'mean' ? Math.max(1, members.length) : 1
  return {
    minimum: members.reduce((sum, { minimum }) => sum + minimum, 0) / divisor,
    maximum: members.reduce((sum, { maximum }) => sum + maximum, 0) / divisor,
  }
}

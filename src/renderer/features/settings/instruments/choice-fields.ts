import { z } from 'zod'
import type { PackDraft } from '#shared/instruments/packs/index.ts'
import { createIdMaker } from '#shared/instruments/packs/unique-ids.ts'
import { typedNumber } from '#shared/typed/typed-number.ts'

/** Texts that a file may contain; the form asks for the others. */
export const draftTexts = ['title', 'measures', 'instruction', 'licence', 'attribution'] as const
export type DraftText = (typeof draftTexts)[number]

export const respondents = ['client', 'therapist', 'either'] as const
export const occasions = ['before', 'after', 'any'] as const
export const methods = ['sum', 'mean'] as const
export const directions = ['higher-is-better', 'lower-is-better', 'neutral'] as const

/** One score as the form has it. */
export interface ScaleFields {
  readonly key: string
  readonly title: string
  readonly method: (typeof methods)[number] | null
  readonly direction: (typeof directions)[number] | null
  readonly items: readonly string[]
  /** Null for all of them. */
  readonly leastAnswered: number | null
}

/** The user's additions to a FHIR Questionnaire as the form has them; nothing is preset. */
export interface ChoiceFields {
  readonly id: string
  readonly texts: Readonly<Record<DraftText, string>>
  readonly whoMayUse: string
  readonly validationStatus: string
  readonly respondent: (typeof respondents)[number] | null
  readonly occasion: (typeof occasions)[number] | null
  readonly reversed: readonly string[]
  readonly scales: readonly ScaleFields[]
  /** The items that ask about risk, each with the lowest answer that is reported at once. */
  readonly risks: ReadonlyMap<string, number>
  readonly change: { readonly points: string; readonly source: string }
  readonly cutoff: { readonly value: string; readonly meaning: string; readonly source: string }
  readonly isPrivate: boolean
}

const text = z.string()

/** Accepts the draft of a form. Its risk questions are pairs, because JSON has no map. */
export const choicesDraftSchema = z.strictObject({
  id: text,
  texts: z.record(z.enum(draftTexts), text),
  whoMayUse: text,
  validationStatus: text,
  respondent: z.enum(respondents).nullable(),
  occasion: z.enum(occasions).nullable(),
  reversed: z.array(text),
  scales: z.array(
    z.strictObject({
      key: text,
      title: text,
      method: z.enum(methods).nullable(),
      direction: z.enum(directions).nullable(),
      items: z.array(text),
      leastAnswered: z.number().nullable(),
    }),
  ),
  risks: z.array(z.tuple([text, z.number()])),
  change: z.strictObject({ points: text, source: text }),
  cutoff: z.strictObject({ value: text, meaning: text, source: text }),
  isPrivate: z.boolean(),
})
export type ChoicesDraft = z.output<typeof choicesDraftSchema>

/** Turns the form into its draft. */
export const keptFields = (fields: ChoiceFields): ChoicesDraft => ({
  ...fields,
  reversed: [...fields.reversed],
  scales: fields.scales.map((scale) => ({ ...scale, items: [...scale.items] })),
  risks: [...fields.risks],
})

/**
 * Turns a draft back into the form. Drops questions that the file doesn't have, because it may have changed; its known
 * risk questions stay marked.
 */
export function restoredFields(kept: ChoicesDraft, draft: PackDraft): ChoiceFields {
  const isThere = (id: string): boolean => draft.items.some(({ item }) => item.id === id)
  return {
    ...kept,
    reversed: kept.reversed.filter(isThere),
    scales: kept.scales.map((scale) => ({ ...scale, items: scale.items.filter(isThere) })),
    risks: new Map([...startFields(draft).risks, ...kept.risks.filter(([id]) => isThere(id))]),
  }
}

/** A score over all questions, without words and rules yet. */
export function blankScale(draft: PackDraft): ScaleFields {
  return {
    key: crypto.randomUUID(),
    title: '',
    method: null,
    direction: null,
    items: draft.items.map(({ item }) => item.id),
    leastAnswered: null,
  }
}

/** The form at its start: one score, and the known risk questions marked from their second answer. */
export function startFields(draft: PackDraft): ChoiceFields {
  const known = draft.items.filter(({ item }) => draft.riskItems.includes(item.id))
  return {
    id: draft.id,
    texts: { title: '', measures: '', instruction: '', licence: '', attribution: '' },
    whoMayUse: '',
    validationStatus: '',
    respondent: null,
    occasion: null,
    reversed: [],
    scales: [blankScale(draft)],
    risks: new Map(known.map(({ item }) => [item.id, item.minimum + item.step])),
    change: { points: '', source: '' },
    cutoff: { value: '', meaning: '', source: '' },
    isPrivate: false,
  }
}

/** Turns the form into additions to the file. A later check reports empty ones as missing. */
export function choicesOf(fields: ChoiceFields, draft: PackDraft): Readonly<Record<string, unknown>> {
  const idFor = createIdMaker('score')
  const scales = fields.scales.map(({ title, method, direction, items, leastAnswered }) => {
    const minimumAnswered = Math.min(leastAnswered ?? items.length, items.length)
    return {
      id: idFor(title),
      title: given(title),
      method: method ?? undefined,
      items: draft.items.map(({ item }) => item.id).filter((id) => items.includes(id)),
      direction: direction ?? undefined,
      missing: { minimumAnswered, prorate: minimumAnswered < items.length },
    }
  })
  const { change, cutoff } = fields
  const scale = scales[0]?.id
  const hasChange = Object.values(change).some((text) => text.trim() !== '')
  const hasCutoff = Object.values(cutoff).some((text) => text.trim() !== '')
  return {
    id: given(fields.id),
    ...Object.fromEntries(
      draftTexts.flatMap((name) => (draft[name] === null ? [[name, given(fields.texts[name])]] : [])),
    ),
    whoMayUse: given(fields.whoMayUse),
    validationStatus: given(fields.validationStatus),
    respondent: fields.respondent ?? undefined,
    occasion: fields.occasion ?? undefined,
    reversed: fields.reversed,
    scales,
    riskItems: [...fields.risks].map(([item, atOrAbove]) => ({ item, atOrAbove })),
    ...(hasChange
      ? { changeThreshold: { scale, points: numberOf(change.points), source: given(change.source) } }
      : {}),
    ...(hasCutoff
      ? {
          cutoffs: [
            {
              scale,
              value: numberOf(cutoff.value),
              meaning: given(cutoff.meaning),
              source: given(cutoff.source),
            },
          ],
        }
      : {}),
    ...(fields.isPrivate ? { privateByDefault: true } : {}),
  }
}

function given(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim()
}

function numberOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : (typedNumber(text) ?? Number.NaN)
}

import { z } from 'zod'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { completeDraft, type PackDraft, type PackProblem } from '#shared/instruments/packs/index.ts'
import { kebabOf } from '#shared/instruments/packs/unique-ids.ts'
import {
  choicesDraftSchema,
  choicesOf,
  draftTexts,
  keptFields,
  restoredFields,
  startFields,
  type ChoiceFields,
} from '../choice-fields.ts'
import { linesOf } from '../answer-lines.ts'
import {
  answerSetSchema,
  blankAnswerSet,
  rangeOfSet,
  type AnswerSet,
  type AnswerSetProblem,
} from './answer-set.ts'
import { questionsInLines, type OwnQuestion } from './own-questions.ts'

/** An instrument of one's own as the form has it. */
export interface OwnFields {
  /** The questions as they were typed, one a line. */
  readonly lines: string
  readonly questions: readonly OwnQuestion[]
  /** The answers of all questions, then those of some of them. */
  readonly sets: readonly AnswerSet[]
  readonly choices: ChoiceFields
}

/** Accepts the draft of the form. */
export const ownDraftSchema = z.strictObject({
  lines: z.string(),
  questions: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  sets: z.array(answerSetSchema).min(1),
  choices: choicesDraftSchema,
})
type OwnDraft = z.output<typeof ownDraftSchema>

/** The form at its start. */
export function startOwn(): OwnFields {
  const sets = [blankAnswerSet()]
  return { lines: '', questions: [], sets, choices: startFields(draftOf([], sets)) }
}

/** Turns the form into its draft. */
export const keptOwn = ({ lines, questions, sets, choices }: OwnFields): OwnDraft => ({
  lines,
  questions: [...questions],
  sets: [...sets],
  choices: keptFields(choices),
})

/** Turns a draft back into the form. */
export function restoredOwn({ choices, ...kept }: OwnDraft): OwnFields {
  return { ...kept, choices: restoredFields(choices, draftOf(kept.questions, kept.sets)) }
}

/**
 * The form after its questions were typed. What was said of a question that is gone goes with it; a score over all
 * questions stays one over all.
 */
export function withLines(fields: OwnFields, lines: string): OwnFields {
  const questions = questionsInLines(lines, fields.questions)
  const ids = questions.map(({ id }) => id)
  const isThere = (id: string): boolean => ids.includes(id)
  const { choices } = fields
  return {
    ...fields,
    lines,
    questions,
    sets: fields.sets.map((set) => ({ ...set, questions: set.questions.filter(isThere) })),
    choices: {
      ...choices,
      reversed: choices.reversed.filter(isThere),
      risks: new Map([...choices.risks].filter(([id]) => isThere(id))),
      scales: choices.scales.map((scale) => {
        const hadAll = fields.questions.every(({ id }) => scale.items.includes(id))
        return { ...scale, items: hadAll ? ids : scale.items.filter(isThere) }
      }),
    },
  }
}

/** The questions with their answers, in the shape in which a file of another program gives them. */
export function draftOf(questions: readonly OwnQuestion[], sets: readonly AnswerSet[]): PackDraft {
  return {
    id: 'own',
    title: null,
    measures: null,
    instruction: null,
    licence: null,
    attribution: null,
    items: questions.map(({ id, text }) => ({
      item: { id, text, ...rangeFor(id, sets), reversed: false },
      linkId: id,
      codes: [],
    })),
    riskItems: [],
  }
}

/** The set of answers that a question has: the last one that names it, else the first. */
export function setFor(id: string, sets: readonly AnswerSet[]): AnswerSet | undefined {
  return sets.slice(1).findLast(({ questions }) => questions.includes(id)) ?? sets[0]
}

function rangeFor(id: string, sets: readonly AnswerSet[]) {
  const set = setFor(id, sets)
  const range = set === undefined ? 'kind' : rangeOfSet(set)
  // Only until the answers are typed: an instrument with these is never made.
  return typeof range === 'string'
    ? { minimum: 0, maximum: 1, step: 1, anchors: { minimum: '0', maximum: '1' } }
    : range
}

/** A complete instrument, or what is missing: in which sets of answers, and elsewhere, with places below `choices`. */
export type MadeInstrument =
  | { readonly ok: true; readonly instrument: Instrument }
  | {
      readonly ok: false
      readonly sets: ReadonlyMap<string, AnswerSetProblem>
      readonly problems: PackProblem[]
    }

/** Makes the instrument of a form. Its questions are numbered in their order, whatever was typed first. */
export function madeOf({ lines, questions, sets, choices }: OwnFields): MadeInstrument {
  const used = new Set(questions.map(({ id }) => setFor(id, sets)?.key))
  const broken = new Map(
    sets.flatMap((set, position) => {
      const range = rangeOfSet(set)
      return typeof range === 'string' && (position === 0 || used.has(set.key))
        ? [[set.key, range] as const]
        : []
    }),
  )
  const numbers = new Map(questions.map(({ id }, position) => [id, `q${position + 1}`]))
  const numberOf = (id: string): string => numbers.get(id) ?? id
  const numbered: ChoiceFields = {
    ...choices,
    // A title without Latin letters still needs an id.
    id: kebabOf(choices.texts.title) || 'own-instrument',
    reversed: choices.reversed.map(numberOf),
    risks: new Map([...choices.risks].map(([id, from]) => [numberOf(id), from])),
    scales: choices.scales.map((scale) => ({ ...scale, items: scale.items.map(numberOf) })),
  }
  const draft = draftOf(
    questions.map(({ id, text }) => ({ id: numberOf(id), text })),
    sets.map((set) => ({ ...set, questions: set.questions.map(numberOf) })),
  )
  const completed = completeDraft(draft, choicesOf(numbered, draft))
  if (completed.ok && broken.size === 0) return { ok: true, instrument: completed.instrument }
  const absent: PackProblem[] = [
    ...draftTexts
      .filter((name) => choices.texts[name].trim() === '')
      .map((name) => ({ place: `choices.${name}`, reason: { code: 'missing' } as const })),
    ...(linesOf(lines).length === 0
      ? [{ place: 'choices.items', reason: { code: 'too-few', least: 1 } as const }]
      : []),
  ]
  const known = new Set(absent.map(({ place }) => place))
  const others = completed.ok ? [] : completed.problems.filter(({ place }) => !known.has(place))
  return { ok: false, sets: broken, problems: [...absent, ...others] }
}

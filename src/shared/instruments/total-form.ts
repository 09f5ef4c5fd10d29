import type { InstrumentItem } from './instrument-item.ts'
import { isOnStep } from './instrument-item.ts'
import type { InstrumentScale } from './instrument-scale.ts'
import { instrumentSchema, type Instrument } from './instrument.ts'
import { longestMeasureId } from './plain-text.ts'
import { scaleStep } from './scale-facts.ts'

/** How the id of a form of totals ends. No other instrument may have such an id. */
const endings = { known: '-total-only', unknown: '-total-only-any' } as const

/** Other programs round what they average, or what stands for missing answers. */
const hundredth = 0.01

/** Attune's own questionnaires: no other program works out their totals. */
const ownPrefix = 'attune-'

/** Which questionnaire a form of totals is of, by its id alone. */
export interface TotalSource {
  readonly id: string
  /** Whether the totals are known to be of one version. */
  readonly isVersionKnown: boolean
}

/** Reads the id of a form of totals; null for any other id. */
export function totalSourceIn(id: string): TotalSource | null {
  const { known, unknown } = endings
  if (id.endsWith(unknown)) return { id: id.slice(0, -unknown.length), isVersionKnown: false }
  return id.endsWith(known) ? { id: id.slice(0, -known.length), isVersionKnown: true } : null
}

/** The id of the form of totals of a questionnaire. */
export function totalFormId(id: string, isVersionKnown: boolean): string {
  return `${id}${endings[isVersionKnown ? 'known' : 'unknown']}`
}

/** How many characters the id of a questionnaire may have, so that each of its forms of totals has an id. */
export const longestIdWithTotals = longestMeasureId - endings.unknown.length

/** Whether the id of a questionnaire leaves room for that of its form of totals. */
export function hasRoomForTotals(id: string, isVersionKnown: boolean): boolean {
  return totalFormId(id, isVersionKnown).length <= longestMeasureId
}

/**
 * The form of totals of a questionnaire: an instrument with one question for each scale, whose answer is the number that
 * another program gave. Null if it can have none.
 *
 * It is an instrument of its own, so that everything which reads instruments keeps a given total apart from a score that
 * Attune worked out. It has no thresholds and no questions about risk, because nothing is known of the answers.
 */
export function totalFormOf(source: Instrument, isVersionKnown: boolean): Instrument | null {
  if (source.totalOf !== undefined || source.id.startsWith(ownPrefix)) return null
  const { version, title, measures, respondent, occasion, privateByDefault } = source
  const questions = source.scales.flatMap((scale) => questionOf(source, scale, isVersionKnown) ?? [])
  const form = instrumentSchema.safeParse({
    id: totalFormId(source.id, isVersionKnown),
    version,
    title: isVersionKnown ? `${title} (total only)` : `${title} (total only, version not known)`,
    measures,
    respondent,
    occasion,
    instruction: 'Totals that another program gave, without the answers behind them.',
    items: questions.map(({ item }) => item),
    scales: questions.map(({ scale }) => scale),
    riskItems: [],
    licence: source.licence,
    attribution: source.attribution,
    whoMayUse: source.whoMayUse,
    validationStatus: 'A total without its answers can’t be checked.',
    ...(privateByDefault === undefined ? {} : { privateByDefault }),
    totalOf: { instrument: source.id, version: isVersionKnown ? version : null },
  })
  return form.success ? form.data : null
}

function questionOf(
  source: Instrument,
  scale: InstrumentScale,
  isVersionKnown: boolean,
): { readonly item: InstrumentItem; readonly scale: InstrumentScale } | null {
  const { id, title, minimum, maximum, direction, construct, frame, reliability, spread } = scale
  const between = scaleStep(scale, source.items)
  const step = hasWholeTotals(source, scale) ? between : hundredth
  if (!isOnStep({ minimum, step }, maximum)) return null
  const from = isVersionKnown ? `version ${source.version}` : 'version not known'
  const unknown =
    source.riskItems.length > 0
      ? 'Its answers are not known, nor whether one of them asked for attention.'
      : 'Its answers are not known.'
  return {
    item: {
      id,
      text: `${title} as another program gave it (${from}). ${unknown}`,
      minimum,
      maximum,
      step,
      reversed: false,
      anchors: { minimum: 'lowest score', maximum: 'highest score' },
    },
    scale: {
      id,
      title: `${title}, given without answers${isVersionKnown ? '' : ' (version not known)'}`,
      items: [id],
      method: 'sum',
      minimum,
      maximum,
      direction,
      missing: { minimumAnswered: 1, prorate: false },
      ...(construct === undefined ? {} : { construct }),
      ...(frame === undefined ? {} : { frame }),
      ...(step === between || !isOnStep({ minimum, step: between }, maximum) ? {} : { step: between }),
      // Figures belong to the items of one version.
      ...(isVersionKnown && reliability !== undefined ? { reliability } : {}),
      ...(isVersionKnown && spread !== undefined ? { spread } : {}),
    },
  }
}

/** Whether the totals of a scale lie on the steps of its items: nothing is averaged, filled in or weighted. */
export function hasWholeTotals({ items }: Pick<Instrument, 'items'>, scale: InstrumentScale): boolean {
  const isWeighted = items.some(({ id, points }) => points !== undefined && scale.items.includes(id))
  return scale.method === 'sum' && !scale.missing.prorate && !isWeighted
}

/** A questionnaire as it counts for the outcome, and whether only its totals are known. */
export interface CountedForm {
  readonly instrument: Instrument
  readonly isTotal: boolean
}

/**
 * The questionnaire whose thresholds judge the scores of a form. Totals of a known version count as scores of that
 * version; of an unknown version nobody can say whether they can be compared, so they count for none.
 */
export function countedForm(
  instrument: Instrument,
  find: (id: string, version: number) => Instrument | null,
): CountedForm | null {
  const { totalOf } = instrument
  if (totalOf === undefined) return { instrument, isTotal: false }
  const source = totalOf.version === null ? null : find(totalOf.instrument, totalOf.version)
  return source && { instrument: source, isTotal: true }
}

import { z } from 'zod'
import { instrumentItemSchema } from './instrument-item.ts'
import { instrumentScaleSchema, scaleProblems } from './instrument-scale.ts'
import { measureIdSchema, plainTextSchema } from './plain-text.ts'
import { scaleFactProblems } from './scale-facts.ts'

const wordSchema = z.strictObject({
  id: measureIdSchema,
  text: plainTextSchema,
  tone: z.enum(['positive', 'negative']),
})

const changeThresholdSchema = z.strictObject({
  scale: measureIdSchema,
  /** The smallest reliable change, in points of the scale. */
  points: z.number().positive(),
  source: plainTextSchema,
})

const cutoffSchema = z.strictObject({
  scale: measureIdSchema,
  /** The score from which, in the unfavourable direction, the cut-off is reached. */
  value: z.number(),
  meaning: plainTextSchema,
  source: plainTextSchema,
})

const riskItemSchema = z.strictObject({
  item: measureIdSchema,
  /** The lowest answer that counts as endorsing the risk. */
  atOrAbove: z.number(),
})

/**
 * Accepts an instrument file: a questionnaire as data, with its items, scales, sources and licence.
 *
 * Beyond the shapes it checks that ids are unique, that scales, thresholds and risk items name existing ids, and that
 * ranges agree. So the file is always enough to score a response.
 */
export const instrumentSchema = z
  .strictObject({
    id: measureIdSchema,
    version: z.int().positive(),
    title: plainTextSchema,
    /** What the instrument measures, in one sentence. */
    measures: plainTextSchema,
    respondent: z.enum(['client', 'therapist', 'either']),
    occasion: z.enum(['before', 'after', 'any']),
    /** The text above the items. */
    instruction: plainTextSchema,
    items: z.array(instrumentItemSchema).min(1).max(200),
    /** Words to pick beside the items, any number of them; not scored. */
    words: z.array(wordSchema).max(100).optional(),
    scales: z.array(instrumentScaleSchema).min(1).max(200),
    /** The only threshold of a file from before there could be several. */
    changeThreshold: changeThresholdSchema.optional(),
    /** Several for one scale if sources differ; the first one judges the outcome. */
    changeThresholds: z.array(changeThresholdSchema).max(50).optional(),
    cutoffs: z.array(cutoffSchema).optional(),
    /** Items whose endorsement the app must show at once; see `needsRiskPath`. */
    riskItems: z.array(riskItemSchema),
    licence: plainTextSchema,
    attribution: plainTextSchema,
    whoMayUse: plainTextSchema,
    validationStatus: plainTextSchema,
    /** Whether its answers are left out of everything that leaves the therapist, by default. */
    privateByDefault: z.boolean().optional(),
    /**
     * Set for a form of totals, which Attune makes itself: whose totals they are. The version is null if it is not known;
     * then the instrument's own is the one whose range they were checked against.
     */
    totalOf: z
      .strictObject({ instrument: measureIdSchema, version: z.int().positive().nullable() })
      .optional(),
  })
  .superRefine((instrument, context) => {
    const report = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', path, message })
    }
    for (const field of ['items', 'scales', 'words'] as const) {
      const ids = (instrument[field] ?? []).map(({ id }) => id)
      if (new Set(ids).size < ids.length) report([field], 'Ids must be unique')
    }
    instrument.scales.forEach((scale, position) => {
      for (const problem of scaleProblems(scale, instrument.items)) report(['scales', position], problem)
      for (const { field, message } of scaleFactProblems(scale)) {
        report(['scales', position, ...field], message)
      }
      if (scale.pairedWith?.instrument === instrument.id && instrument.respondent !== 'either') {
        report(['scales', position, 'pairedWith'], 'A form pairs with itself only if both answer it')
      }
    })
    instrument.items.forEach(({ id, askedIf }, position) => {
      const unknown = askedIf?.anyOf.find((item) => {
        return !instrument.items.slice(0, position).some((earlier) => earlier.id === item)
      })
      if (unknown !== undefined)
        report(['items', position, 'askedIf'], 'A condition names earlier items only')
      if (askedIf !== undefined && instrument.scales.some(({ items }) => items.includes(id)))
        report(['items', position, 'askedIf'], 'An item with a condition is in no scale')
    })
    const scaleOf = (id: string) => instrument.scales.find((scale) => scale.id === id)
    const { changeThreshold } = instrument
    if (changeThreshold !== undefined && scaleOf(changeThreshold.scale) === undefined) {
      report(['changeThreshold', 'scale'], `There is no scale "${changeThreshold.scale}"`)
    }
    instrument.changeThresholds?.forEach(({ scale }, position) => {
      if (scaleOf(scale) === undefined)
        report(['changeThresholds', position, 'scale'], `There is no scale "${scale}"`)
    })
    instrument.cutoffs?.forEach((cutoff, position) => {
      const scale = scaleOf(cutoff.scale)
      if (scale === undefined) report(['cutoffs', position], `There is no scale "${cutoff.scale}"`)
      else if (cutoff.value < scale.minimum || cutoff.value > scale.maximum) {
        report(['cutoffs', position], 'The cut-off lies outside its scale')
      }
    })
    instrument.riskItems.forEach((risk, position) => {
      const item = instrument.items.find(({ id }) => id === risk.item)
      if (item === undefined) report(['riskItems', position], `There is no item "${risk.item}"`)
      else if (risk.atOrAbove <= item.minimum || risk.atOrAbove > item.maximum) {
        report(['riskItems', position], 'The risk answer must be one that can be given, and not the lowest')
      }
    })
  })

/** A questionnaire as data. Never changes once its version has a response. */
export type Instrument = z.infer<typeof instrumentSchema>

/** A published size of change on a scale, with its source. */
export type ChangeThreshold = z.output<typeof changeThresholdSchema>

/** All change thresholds of an instrument, those of an older file's single field first. */
export function changeThresholdsOf({
  changeThreshold,
  changeThresholds = [],
}: Pick<Instrument, 'changeThreshold' | 'changeThresholds'>): readonly ChangeThreshold[] {
  return changeThreshold === undefined ? changeThresholds : [changeThreshold, ...changeThresholds]
}

/** Says whether an instrument asks about risk. Then it may be offered only where such an answer is shown at once. */
export function needsRiskPath(instrument: Instrument): boolean {
  return instrument.riskItems.length > 0
}

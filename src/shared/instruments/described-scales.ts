import { z } from 'zod'
import type { Instrument } from './instrument.ts'
import type { InstrumentScale } from './instrument-scale.ts'
import { measureIdSchema } from './plain-text.ts'
import {
  constructOf,
  scaleConstructSchema,
  scaleFactNames,
  scaleFactProblems,
  scaleFrameSchema,
} from './scale-facts.ts'

/** Accepts the user's word on what a scale measures, what time it is about, and which scale it pairs with. */
export const scaleDescriptionSchema = z.strictObject({
  scale: measureIdSchema,
  construct: scaleConstructSchema,
  frame: scaleFrameSchema,
  /** The scale on which the other person answers the same items; null if there is none. Absent if nobody said it. */
  pairedWith: z.strictObject({ instrument: measureIdSchema, scale: measureIdSchema }).nullable().optional(),
})
export type ScaleDescription = z.output<typeof scaleDescriptionSchema>

/** Where the facts about an answered version can come from. */
export interface FactSources {
  /** The file of the same version, which may have gained facts since; null if it is gone. */
  readonly sameVersion: Instrument | null
  /** The newest version, whose scales of the same id measure the same; null if there is none. */
  readonly newest: Instrument | null
  /** The user's word, which counts more than a file. */
  readonly said: readonly ScaleDescription[]
}

/**
 * Adds what is known about the scales of an instrument as it was answered; its items and scores stay the same.
 *
 * Figures such as a reliability come from the same version only, because they belong to its items.
 */
export function describedInstrument(answered: Instrument, sources: FactSources): Instrument {
  const scales = answered.scales.map((scale) => describedScale(scale, sources))
  const isSame = scales.every((scale, position) => scale === answered.scales[position])
  return isSame ? answered : { ...answered, scales }
}

function describedScale(scale: InstrumentScale, sources: FactSources): InstrumentScale {
  const twin = scaleOf(sources.sameVersion, scale.id)
  const later = scaleOf(sources.newest, scale.id)
  const said = sources.said.find((description) => description.scale === scale.id)
  const facts = {
    ...pick(later, ['construct', 'frame', 'pairedWith']),
    ...pick(scale, scaleFactNames),
    ...pick(twin, scaleFactNames),
    ...pick(said, ['construct', 'frame']),
    ...saidPair(said),
  }
  const isSame = scaleFactNames.every((name) => facts[name] === scale[name])
  return isSame ? scale : { ...scale, ...facts }
}

function saidPair(said: ScaleDescription | undefined): Partial<Pick<InstrumentScale, 'pairedWith'>> {
  const { pairedWith } = said ?? {}
  if (pairedWith === undefined) return {}
  return { pairedWith: pairedWith === null ? undefined : { ...pairedWith, byItems: true } }
}

/** The instrument without what describes its scales: two versions that agree in this give the same scores. */
export function withoutScaleFacts(instrument: Instrument): Instrument {
  return {
    ...instrument,
    scales: instrument.scales.map(
      ({ construct: _c, frame: _f, step: _s, reliability: _r, spread: _d, pairedWith: _p, ...scale }) =>
        scale,
    ),
  }
}

/** A scale with its instrument. */
export interface ScaleOfInstrument {
  readonly instrument: Instrument
  readonly scale: InstrumentScale
}

/**
 * Finds the scale on which the other person rates the same, with whether points can be compared.
 *
 * Null if a scale names none, or if the named one is not there, measures something else, has another better end, is
 * answered by the same person, or claims the same items and has another number or range of them.
 */
export function pairOf(
  { instrument, scale }: ScaleOfInstrument,
  newest: (id: string) => Instrument | null,
): (ScaleOfInstrument & { readonly byItems: boolean }) | null {
  const { pairedWith } = scale
  if (pairedWith === undefined || constructOf(scale) === 'other') return null
  const other = newest(pairedWith.instrument)
  const otherScale = scaleOf(other, pairedWith.scale)
  if (!other || !otherScale) return null
  const isOtherRater = instrument.respondent !== other.respondent || instrument.respondent === 'either'
  if (!isOtherRater || constructOf(otherScale) !== constructOf(scale)) return null
  // Where less is better on one side alone, two views that agree would seem to move apart.
  if (otherScale.direction !== scale.direction) return null
  const { byItems } = pairedWith
  if (byItems && !hasSameMetric(scale, otherScale)) return null
  return { instrument: other, scale: otherScale, byItems }
}

/** Finds the scales among these instruments that can pair with a scale item by item. */
export function pairCandidates(
  { instrument, scale }: ScaleOfInstrument,
  others: readonly Instrument[],
): ScaleOfInstrument[] {
  return others.flatMap((other) =>
    other.scales.flatMap((otherScale) => {
      const pairedWith = { instrument: other.id, scale: otherScale.id, byItems: true }
      const claimed = { ...scale, pairedWith }
      const isPossible =
        scaleFactProblems(claimed).length === 0 &&
        pairOf({ instrument, scale: claimed }, () => other) !== null
      return isPossible ? [{ instrument: other, scale: otherScale }] : []
    }),
  )
}

/** Whether one point means the same on two scales, as far as their shape shows. */
function hasSameMetric(one: InstrumentScale, other: InstrumentScale): boolean {
  return (
    one.items.length === other.items.length &&
    one.method === other.method &&
    one.minimum === other.minimum &&
    one.maximum === other.maximum &&
    one.direction === other.direction
  )
}

function scaleOf(instrument: Instrument | null, id: string): InstrumentScale | undefined {
  return instrument?.scales.find((scale) => scale.id === id)
}

/** The given fields that have a value. */
function pick<Whole extends object, Name extends keyof Whole>(
  whole: Whole | undefined,
  names: readonly Name[],
): Partial<Pick<Whole, Name>> {
  const picked: Partial<Pick<Whole, Name>> = {}
  for (const name of names) if (whole?.[name] !== undefined) picked[name] = whole[name]
  return picked
}

import { isOnStep, itemPoints } from './instrument-item.ts'
import type { InstrumentItem } from './instrument-item.ts'
import type { InstrumentScale } from './instrument-scale.ts'
import type { Instrument } from './instrument.ts'
import { answerTo } from './response.ts'
import type { Answers } from './response.ts'

/** The score of one scale and what it is based on. */
export interface ScaleScore {
  /** In points of the scale, not rounded; null if too few items were answered. */
  value: number | null
  answered: number
  items: number
  /** Whether answered items stand in for unanswered ones. */
  isProrated: boolean
  /** The ids of the unanswered items, in the order of the scale. */
  missing: string[]
}

/**
 * Scores a response by its instrument alone: one entry per scale, by scale id.
 *
 * Sum or mean of what the answers to the items count: their own numbers, turned round if the item is reversed. With fewer answers than items there is
 * a score only if the scale prorates and enough were answered; a prorated sum is the mean of the answered items times
 * the number of items. An answer that `validateAnswers` would refuse counts as missing, so a score always lies within
 * its scale.
 */
export function scoreResponse(instrument: Instrument, answers: Answers): Record<string, ScaleScore> {
  const items = itemsOf(instrument)
  return Object.fromEntries(instrument.scales.map((scale) => [scale.id, scoreScale(scale, items, answers)]))
}

// Kept with each instrument, because thousands of responses are scored by the same one.
const itemsByInstrument = new WeakMap<Instrument, ReadonlyMap<string, InstrumentItem>>()

function itemsOf(instrument: Instrument): ReadonlyMap<string, InstrumentItem> {
  const known = itemsByInstrument.get(instrument)
  if (known) return known
  const items = new Map(instrument.items.map((item) => [item.id, item]))
  itemsByInstrument.set(instrument, items)
  return items
}

function scoreScale(
  scale: InstrumentScale,
  itemsById: ReadonlyMap<string, InstrumentItem>,
  answers: Answers,
): ScaleScore {
  const missing: string[] = []
  let sum = 0
  for (const id of scale.items) {
    const points = pointsOf(itemsById.get(id), answers)
    if (points === null) missing.push(id)
    else sum += points
  }
  const items = scale.items.length
  const answered = items - missing.length
  const isProrated = missing.length > 0 && scale.missing.prorate && answered >= scale.missing.minimumAnswered
  if (missing.length > 0 && !isProrated) return { value: null, answered, items, isProrated, missing }
  const value = scale.method === 'mean' ? sum / answered : isProrated ? (sum * items) / answered : sum
  return { value, answered, items, isProrated, missing }
}

function pointsOf(item: InstrumentItem | undefined, answers: Answers): number | null {
  if (item === undefined) return null
  const value = answerTo(answers, item.id)
  if (value === null || !(value >= item.minimum && value <= item.maximum) || !isOnStep(item, value))
    return null
  return itemPoints(item, value)
}

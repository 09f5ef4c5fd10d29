import type { ScaleOfInstrument } from './described-scales.ts'
import type { InstrumentItem } from './instrument-item.ts'

/**
 * Whether scores on a scale in two versions of an instrument can be compared: the same questions with the same answers,
 * combined in the same way. A question that says something else is another question, whatever its id.
 */
export function isSameMeasure(one: ScaleOfInstrument, other: ScaleOfInstrument): boolean {
  return one.instrument === other.instrument || measureOf(one) === measureOf(other)
}

function measureOf({ instrument, scale }: ScaleOfInstrument): string {
  const { method, minimum, maximum, direction } = scale
  const items = scale.items.map((id) => questionOf(instrument.items.find((item) => item.id === id)))
  return JSON.stringify([method, minimum, maximum, direction, items])
}

function questionOf(item: InstrumentItem | undefined): unknown {
  if (!item) return null
  const { id, text, minimum, maximum, step, reversed, anchors, labels, points } = item
  const ends = anchors && [anchors.minimum, anchors.middle, anchors.maximum]
  return [
    id,
    text,
    minimum,
    maximum,
    step,
    reversed,
    ends,
    labels?.map(({ value, text: words }) => [value, words]),
    // Left out if there are none, so that what was compared before stays the same.
    ...(points === undefined ? [] : [points]),
  ]
}

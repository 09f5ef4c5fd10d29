import type { InstrumentItem } from '../instruments/instrument-item.ts'
import { isOnStep, itemPoints } from '../instruments/instrument-item.ts'
import type { MissingCodes, WideVariable } from './wide-variables.ts'

/** A number and what it stands for. */
export interface ValueLabel {
  readonly value: number
  readonly text: string
}

/** The numbers of an item that have words of their own: all, or those at the ends and in the middle. */
export function itemLabels(item: InstrumentItem): readonly ValueLabel[] {
  const { labels, points, anchors, minimum, maximum } = item
  if (labels !== undefined)
    return points === undefined
      ? labels
      : labels.map(({ value, text }) => ({ value, text: `${text} (counts ${itemPoints(item, value)})` }))
  if (anchors === undefined) return []
  const middle = (minimum + maximum) / 2
  const hasMiddle = anchors.middle !== undefined && isOnStep(item, middle)
  return [
    { value: minimum, text: anchors.minimum },
    ...(hasMiddle ? [{ value: middle, text: anchors.middle ?? '' }] : []),
    { value: maximum, text: anchors.maximum },
  ]
}

/** What a column of the wide table holds, in one line: the instrument, who rated when, and the item or scale. */
export function variableLabel(variable: WideVariable): string {
  const { instrument, rater, occasion } = variable.form
  const what = variable.kind === 'item' ? variable.item.text : `Score: ${variable.scale.title}`
  return `${instrument.title}, ${rater}, ${occasion} the session: ${what}`
}

/** The numbers of a column that have words: answers first, then those for missing values. */
export function variableLabels(variable: WideVariable, codes: MissingCodes): readonly ValueLabel[] {
  return [...(variable.kind === 'item' ? itemLabels(variable.item) : []), ...missingLabels(codes)]
}

/** The numbers for missing values with their words. */
export function missingLabels(codes: MissingCodes): readonly ValueLabel[] {
  return [
    { value: codes.notAnswered, text: 'Not answered' },
    { value: codes.notAsked, text: 'Not asked' },
    { value: codes.missed, text: 'Session missed' },
  ]
}

/** What the first columns of the tables hold. */
export const sessionColumnLabels = {
  client: 'Code of the client',
  fictional: '1 if the client is one of the invented ones that come with Attune, else 0',
  session: 'Number of the session; every appointment has one, also a missed one',
  date: 'Date of the session',
  status: 'What became of the session',
  modality: 'How client and therapist met',
  minutes: 'Length of the session in minutes',
} as const

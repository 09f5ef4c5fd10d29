import type { InstrumentItem } from '../instruments/instrument-item.ts'
import { isOnStep, itemPoints } from '../instruments/instrument-item.ts'
import type { longColumns } from './long-table.ts'
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

/** What the columns of the long table hold. */
export const longColumnLabels: Readonly<Record<(typeof longColumns)[number], string>> = {
  ...sessionColumnLabels,
  kind: 'What the row is about: the session itself, the answer to an item, or the score of a scale',
  rater: 'Who answered',
  occasion: 'Whether the form was filled in before or after the session',
  instrument: 'Id of the instrument',
  version: 'Version of the instrument',
  recorded_at: 'When the form was saved (UTC)',
  from_paper_at: 'When it was entered from paper (UTC); empty if it was answered on the screen',
  id: 'Id of the item or scale within the instrument',
  value: 'The answer as given, or the score; empty if there is none',
  state: 'Why there is a value or none',
  reason: 'What was recorded about a missing answer; empty if nothing was',
  items_answered: 'From how many answered items the score comes',
  items: 'How many items the scale has',
}

import type { InstrumentScale } from '#shared/instruments/instrument-scale.ts'
import { scoreResponse } from '#shared/instruments/score.ts'
import type { Response, SessionLog } from '#shared/records/session-log.ts'
import type { FindInstrument } from '../use-instruments.ts'

/** One score of a session; null if too few items were answered for one. */
export interface SessionScore {
  readonly id: string
  readonly title: string
  readonly rater: Response['rater']
  readonly minimum: number
  readonly maximum: number
  /** The score of the form before the session, if the same is asked before and after. */
  readonly before: number | null
  readonly value: number | null
  /** How many of the items were answered, on which a score that is missing would rest. */
  readonly answered: number
  readonly items: number
  /** Whether the score is asked before the session only, so far. */
  readonly isOnlyBefore: boolean
}

/** Scores with a table of their own: the parts of the alliance, and the emotions beside the guess. */
const inTables: readonly string[] = ['alliance.goals', 'alliance.tasks', 'alliance.bond', 'emotions']

/** What both persons rate comes first, and the therapist's own feelings last. */
const firstConstructs: readonly (string | undefined)[] = [
  'alliance',
  'empathy.received',
  'helpfulness',
  'accomplishment',
  'depth',
]

/**
 * The scores of a session, what both persons rate side by side and the client first. A score before and the same after are
 * one.
 */
export function sessionScores(
  { responses }: Pick<SessionLog, 'responses'>,
  find: FindInstrument,
): SessionScore[] {
  const scores = new Map<string, SessionScore & { readonly place: number }>()
  for (const { rater, occasion, instrumentId, instrumentVersion, answers } of responses) {
    const instrument = find(instrumentId, instrumentVersion)
    if (!instrument) continue
    const values = scoreResponse(instrument, answers)
    for (const scale of mainScales(instrument.scales)) {
      const { title, minimum, maximum } = scale
      const { value, answered, items } = values[scale.id] ?? { value: null, answered: 0, items: 0 }
      const id = `${rater} ${scale.construct === 'therapist.feelings' ? '' : instrumentId} ${scale.id}`
      const known = scores.get(id)
      const isBefore = occasion === 'before'
      scores.set(id, {
        id,
        place: placeOf(scale.construct),
        title,
        rater,
        minimum,
        maximum,
        before: isBefore ? value : (known?.before ?? null),
        value: isBefore ? (known?.value ?? null) : value,
        answered,
        items,
        isOnlyBefore: isBefore && (known === undefined || known.isOnlyBefore),
      })
    }
  }
  return [...scores.values()]
    .toSorted(
      (one, other) =>
        one.place - other.place || (one.rater < other.rater ? -1 : Number(one.rater > other.rater)),
    )
    .map(({ place: _place, ...score }) => score)
}

function placeOf(construct: string | undefined): number {
  if (construct === 'therapist.feelings') return firstConstructs.length + 1
  const place = firstConstructs.indexOf(construct)
  return place === -1 ? firstConstructs.length : place
}

/** The scales that stand for their form. One item of a form that has such a scale is left to the tables. */
function mainScales(scales: readonly InstrumentScale[]): readonly InstrumentScale[] {
  const named = scales.filter(({ construct }) => (construct ?? 'other') !== 'other')
  const candidates = named.length === 0 ? scales : named
  return candidates.filter(({ construct }) => !inTables.includes(construct ?? 'other'))
}

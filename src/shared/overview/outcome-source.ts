import { changeThresholdsOf, type ChangeThreshold, type Instrument } from '../instruments/instrument.ts'
import type { InstrumentScale } from '../instruments/instrument-scale.ts'
import { isSameMeasure } from '../instruments/same-measure.ts'
import { countedForm, type CountedForm } from '../instruments/total-form.ts'
import type { ScoredColumns } from '../series/client-series.ts'
import type { ScoreColumn } from '../series/score-row.ts'

/** A client's scores, session by session, on the one scale of a questionnaire that has a change threshold. */
export interface OutcomeSource {
  readonly instrument: Instrument
  readonly scale: InstrumentScale
  readonly threshold: ChangeThreshold
  readonly direction: 'higher-is-better' | 'lower-is-better'
  readonly scores: readonly (number | null)[]
  /** Sessions whose score is a total that another program gave: its answers are not known. */
  readonly totals: readonly number[]
  readonly leftOut: readonly number[]
  /** The session that the therapist chose as baseline; null if none. */
  readonly chosenBaseline: number | null
}

/** One score of a client on a questionnaire that has a change threshold. */
interface Answered {
  readonly session: number
  readonly instrument: Instrument
  readonly isTotal: boolean
  readonly scaleId: string
  readonly occasion: ScoreColumn[3]
  readonly value: number | null
}

/**
 * Finds the questionnaires with a change threshold that the client answered, in the order of their titles.
 *
 * `sessions` hold the scores of each session, with what they are of. If a questionnaire was given before and after a
 * session, the later score counts. A score by another version counts only if the scale has the same items and range. A
 * total that another program gave counts only in a session without answers to the questionnaire.
 */
export function outcomeSources(
  sessions: readonly ScoredColumns[],
  findInstrument: (id: string, version: number) => Instrument | null,
  baselineOf: (instrumentId: string) => number | null,
): OutcomeSource[] {
  const answered = sessions.flatMap(({ columns, values }, session) =>
    columns.flatMap(([rater, id, version, occasion, scaleId], place): Answered[] => {
      const counted = rater === 'client' ? countedOutcome(id, version, findInstrument) : null
      return counted === null
        ? []
        : [{ ...counted, session, scaleId, occasion, value: values[place] ?? null }]
    }),
  )
  return [...Map.groupBy(answered, ({ instrument }) => instrument.id).values()]
    .flatMap((ofInstrument) => sourceOf(ofInstrument, sessions.length, baselineOf))
    .toSorted((a, b) => a.instrument.title.localeCompare(b.instrument.title, 'en'))
}

/** The questionnaire with a change threshold that judges the scores of a form; null if none does. */
export function countedOutcome(
  id: string,
  version: number,
  findInstrument: (id: string, version: number) => Instrument | null,
): CountedForm | null {
  const instrument = findInstrument(id, version)
  const counted = instrument && countedForm(instrument, findInstrument)
  return counted !== null && changeThresholdsOf(counted.instrument).length > 0 ? counted : null
}

function sourceOf(
  answered: readonly Answered[],
  sessions: number,
  baselineOf: (instrumentId: string) => number | null,
): OutcomeSource[] {
  const [newest] = answered.map(({ instrument }) => instrument).toSorted((a, b) => b.version - a.version)
  const [threshold] = newest ? changeThresholdsOf(newest) : []
  const scale = newest?.scales.find(({ id }) => id === threshold?.scale)
  if (!newest || !threshold || !scale || scale.direction === 'neutral') return []
  const scores = Array<number | null>(sessions).fill(null)
  const totals = new Set<number>()
  const leftOut = new Set<number>()
  const take = ({ session, instrument, scaleId, value }: Answered): boolean => {
    const own = instrument.scales.find(({ id }) => id === scale.id)
    if (!own || !isSameMeasure({ instrument, scale: own }, { instrument: newest, scale })) {
      leftOut.add(session)
      return false
    }
    if (scaleId !== scale.id) return false
    scores[session] = value ?? scores[session] ?? null
    return scores[session] !== null
  }
  // After a session comes after before it, so that the later score stays.
  const inOrder = answered.toSorted(byOccasion)
  const withAnswers = inOrder.filter(({ isTotal }) => !isTotal)
  withAnswers.forEach(take)
  const hasAnswers = new Set(withAnswers.map(({ session }) => session))
  for (const given of inOrder)
    if (given.isTotal && !hasAnswers.has(given.session) && take(given)) totals.add(given.session)
  return [
    {
      instrument: newest,
      scale,
      threshold,
      direction: scale.direction,
      scores,
      totals: [...totals],
      leftOut: [...leftOut],
      chosenBaseline: baselineOf(newest.id),
    },
  ]
}

function byOccasion(one: Answered, other: Answered): number {
  return Number(one.occasion === 'after') - Number(other.occasion === 'after')
}

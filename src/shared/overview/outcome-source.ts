import { changeThresholdsOf, type ChangeThreshold, type Instrument } from '../instruments/instrument.ts'
import type { InstrumentScale } from '../instruments/instrument-scale.ts'
import { isSameMeasure } from '../instruments/same-measure.ts'
import { scoreOfScale } from '../instruments/score.ts'
import type { Response } from '../records/session-log.ts'

/** A client's scores, session by session, on the one scale of a questionnaire that has a change threshold. */
export interface OutcomeSource {
  readonly instrument: Instrument
  readonly scale: InstrumentScale
  readonly threshold: ChangeThreshold
  readonly direction: 'higher-is-better' | 'lower-is-better'
  readonly scores: readonly (number | null)[]
  readonly leftOut: readonly number[]
  /** The session that the therapist chose as baseline; null if none. */
  readonly chosenBaseline: number | null
}

type Answered = { readonly session: number; readonly response: Response; readonly instrument: Instrument }

/**
 * Finds the questionnaires with a change threshold that the client answered, in the order of their titles.
 *
 * `responses` holds those of each session. If a questionnaire was given before and after a session, the later score
 * counts. A score by another version counts only if the scale has the same items and range.
 */
export function outcomeSources(
  responses: readonly (readonly Response[])[],
  findInstrument: (id: string, version: number) => Instrument | null,
  baselineOf: (instrumentId: string) => number | null,
): OutcomeSource[] {
  const answered = responses.flatMap((ofSession, session) =>
    ofSession
      .filter(({ rater }) => rater === 'client')
      .toSorted((a, b) => Number(a.occasion === 'after') - Number(b.occasion === 'after'))
      .flatMap((response): Answered[] => {
        const instrument = findInstrument(response.instrumentId, response.instrumentVersion)
        return !instrument || changeThresholdsOf(instrument).length === 0
          ? []
          : [{ session, response, instrument }]
      }),
  )
  return [...Map.groupBy(answered, ({ instrument }) => instrument.id).values()]
    .flatMap((ofInstrument) => sourceOf(ofInstrument, responses.length, baselineOf))
    .toSorted((a, b) => a.instrument.title.localeCompare(b.instrument.title, 'en'))
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
  const leftOut = new Set<number>()
  for (const { session, response, instrument } of answered) {
    const own = instrument.scales.find(({ id }) => id === scale.id)
    if (!own || !isSameMeasure({ instrument, scale: own }, { instrument: newest, scale }))
      leftOut.add(session)
    else
      scores[session] = scoreOfScale(instrument, scale.id, response.answers)?.value ?? scores[session] ?? null
  }
  return [
    {
      instrument: newest,
      scale,
      threshold,
      direction: scale.direction,
      scores,
      leftOut: [...leftOut],
      chosenBaseline: baselineOf(newest.id),
    },
  ]
}

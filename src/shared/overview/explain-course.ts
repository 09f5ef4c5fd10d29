import { z } from 'zod'
import { congruenceExplanationSchema, episodeExplanationSchema } from '../analytics/explained/explanation.ts'
import {
  explainCongruence,
  explainEpisodes,
  withSessions,
  type ExplanationOf,
} from '../analytics/explained/index.ts'
import type { Series } from '../analytics/index.ts'
import type { RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { ClientSeries } from '../series/client-series.ts'
import { isSessionAlliance } from '../series/lead-series.ts'

/**
 * Accepts what the ratings of one scale show: the falls in each rater's series, and how the two go together. Sessions
 * are their numbers.
 */
export const courseSchema = z.strictObject({
  /** The series of the client and of the therapist; null if the therapist has no form that goes with the client's. */
  client: z.string(),
  therapist: z.string().nullable(),
  /** Whether one point means the same to both. If not, only the correlation is shown. */
  isSameMetric: z.boolean(),
  episodes: z.strictObject({
    client: z.array(episodeExplanationSchema),
    therapist: z.array(episodeExplanationSchema),
  }),
  /** Null without a form for the therapist. */
  congruence: congruenceExplanationSchema.nullable(),
})
export type Course = z.output<typeof courseSchema>

/** The options of Attune rule 1 on a scale, with the current parameters. */
export function ruptureOptions(
  parameters: RuleParameters,
  { minimum, maximum, step, known }: Pick<ClientSeries, 'minimum' | 'maximum' | 'step' | 'known'>,
) {
  const { unknownShare, ratingsBeforeFall, referenceRatings, dipSpreads, ruptureSpreads, windowSessions } =
    parameters
  return {
    scaleRange: maximum - minimum,
    step,
    known,
    unknownShare,
    ratingsBeforeFall,
    referenceRatings,
    dipSpreads,
    ruptureSpreads,
    windowSessions,
  }
}

/** The past sessions of a client, as the analytics count them. */
export interface PastRatings {
  readonly numbers: readonly number[]
  /** The ratings of a series, session by session. */
  readonly valuesOf: (seriesId: string) => Series
}

/**
 * Explains the course of every alliance rated for the session, and how guesses of emotions go with the client's own
 * ratings. A scale of a single emotion has no course. A therapist's alliance without a form for the client goes with
 * every client's alliance to which the therapist has given no rating of its own form.
 */
export function explainCourses(
  series: readonly ClientSeries[],
  past: PastRatings,
  parameters: RuleParameters,
): Course[] {
  const byId = new Map(series.map((each) => [each.id, each]))
  const ratingsOf = ({ id }: ClientSeries) => past.valuesOf(id).filter((value) => value !== null).length
  const unpaired = unpairedAlliance(series, ratingsOf)
  return series.flatMap((client): Course[] => {
    const isAlliance = isSessionAlliance(client)
    const isEmotion = client.construct === 'emotions' && client.items > 1 && client.pair !== null
    if (client.rater !== 'client' || !(isAlliance || isEmotion)) return []
    const paired = client.pair === null ? null : (byId.get(client.pair.id) ?? null)
    const isPairRated = paired !== null && ratingsOf(paired) > 0
    const therapist = isAlliance && !isPairRated ? (unpaired ?? paired) : paired
    const episodesOf = (of: ClientSeries | null) =>
      of !== null && isSessionAlliance(of)
        ? explainEpisodes(past.valuesOf(of.id), ruptureOptions(parameters, of)).map((found) =>
            withSessions(found, (index) => past.numbers[index] ?? index + 1),
          )
        : []
    const isSameMetric = therapist === paired && (client.pair?.byItems ?? false)
    return [
      {
        client: client.id,
        therapist: therapist?.id ?? null,
        isSameMetric,
        episodes: { client: episodesOf(client), therapist: episodesOf(therapist) },
        congruence:
          therapist === null
            ? null
            : withSessions(
                congruenceOf(past.valuesOf(client.id), past.valuesOf(therapist.id), {
                  minimumPairs: parameters.congruencePairs,
                  isSameMetric,
                }),
                (index) => past.numbers[index] ?? index + 1,
              ),
      },
    ]
  })
}

/** The therapist's alliance that no form of the client pairs with, the one rated most; null if none was rated. */
function unpairedAlliance(
  series: readonly ClientSeries[],
  ratingsOf: (series: ClientSeries) => number,
): ClientSeries | null {
  const [most] = series
    .filter((each) => each.rater === 'therapist' && each.pair === null && isSessionAlliance(each))
    .filter((each) => ratingsOf(each) > 0)
    .toSorted((one, other) => ratingsOf(other) - ratingsOf(one))
  return most ?? null
}

/** The parameter can raise the number of pairs for congruence; its bounds allow no fewer than the minimum. */
function congruenceOf(
  client: Series,
  therapist: Series,
  { minimumPairs, isSameMetric }: { minimumPairs: number; isSameMetric: boolean },
): ExplanationOf<'congruence'> {
  const explained = explainCongruence(client, therapist)
  const isEnough = explained.n >= minimumPairs
  const { values } = explained
  const shown = isSameMetric || values === null ? values : { ...values, ...noPoints }
  return {
    ...explained,
    parameters: { minimumPairs },
    ...(isEnough ? { values: shown } : { values: null, verdict: 'too-few-pairs' }),
  }
}

/** On different metrics a difference in points means nothing. */
const noPoints = { tracking: null, directionalDiscrepancy: null, meanAbsoluteDifference: null }

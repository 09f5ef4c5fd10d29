import { z } from 'zod'
import {
  congruenceExplanationSchema,
  episodeExplanationSchema,
  limitsExplanationSchema,
  withinExplanationSchema,
} from '../analytics/explained/explanation.ts'
import {
  explainCongruence,
  explainEpisodes,
  explainLimits,
  explainWithin,
  type ExplanationOf,
} from '../analytics/explained/index.ts'
import type { Series } from '../analytics/index.ts'
import type { RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { ScoreKey } from '../records/score-key.ts'

/** Attune rule 1 on the alliance scales: 0–10, the mean of four whole-number items. */
export const episodeParameters = { scaleRange: 10, step: 0.25 } as const

/** Accepts the explanations of everything on the client's page that comes from Attune's own forms. */
export const overviewExplanationsSchema = z.strictObject({
  /** The episodes of each rater's alliance, in the order of `episodes`. */
  episodes: z.strictObject({
    client: z.array(episodeExplanationSchema),
    therapist: z.array(episodeExplanationSchema),
  }),
  /** The control limits of each rater's alliance. A rating beyond them is never a flag. */
  limits: z.strictObject({ client: limitsExplanationSchema, therapist: limitsExplanationSchema }),
  congruence: z.strictObject({
    alliance: congruenceExplanationSchema,
    negativeEmotions: congruenceExplanationSchema,
    positiveEmotions: congruenceExplanationSchema,
  }),
  /** How each rater's latest alliance rating compares with that rater's earlier ones. */
  within: z.strictObject({ client: withinExplanationSchema, therapist: withinExplanationSchema }),
})
export type OverviewExplanations = z.output<typeof overviewExplanationsSchema>

/** The parameters of Attune rule 1 on an alliance scale. */
export function ruptureOptions(parameters: RuleParameters) {
  const { unknownShare, ratingsBeforeFall, referenceRatings, dipSpreads, ruptureSpreads, windowSessions } =
    parameters
  return {
    ...episodeParameters,
    unknownShare,
    ratingsBeforeFall,
    referenceRatings,
    dipSpreads,
    ruptureSpreads,
    windowSessions,
  }
}

/** Explains the results from one client's series, by these parameters; indices are those of the series. */
export function explainSessions(
  series: (key: ScoreKey) => Series,
  parameters: RuleParameters,
): OverviewExplanations {
  const options = ruptureOptions(parameters)
  const limits = {
    scale: { minimum: 0, maximum: episodeParameters.scaleRange },
    ...(parameters.limitsBaseline === null ? {} : { baseline: parameters.limitsBaseline }),
  }
  const client = series('client.alliance')
  const therapist = series('therapist.alliance')
  const pairs = (first: Series, second: Series) =>
    fromPairs(explainCongruence(first, second), parameters.congruencePairs)
  return {
    episodes: { client: explainEpisodes(client, options), therapist: explainEpisodes(therapist, options) },
    limits: { client: explainLimits(client, limits), therapist: explainLimits(therapist, limits) },
    congruence: {
      alliance: pairs(client, therapist),
      negativeEmotions: pairs(series('client.negative'), series('therapist.guess-negative')),
      positiveEmotions: pairs(series('client.positive'), series('therapist.guess-positive')),
    },
    within: { client: explainWithin(client), therapist: explainWithin(therapist) },
  }
}

/** The parameter can raise the number of pairs for congruence; its bounds allow no fewer than the minimum. */
function fromPairs(
  explained: ExplanationOf<'congruence'>,
  minimumPairs: number,
): ExplanationOf<'congruence'> {
  const isEnough = explained.n >= minimumPairs
  return {
    ...explained,
    parameters: { minimumPairs },
    ...(isEnough ? {} : { values: null, verdict: 'too-few-pairs' }),
  }
}

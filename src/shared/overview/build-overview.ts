import { withSessions, type Explanation, type ExplanationOf } from '../analytics/explained/index.ts'
import { withinBetween, type Series } from '../analytics/index.ts'
import {
  changedParameters,
  initialRuleParameters,
  type RuleParameters,
} from '../rule-settings/rule-parameters.ts'
import type { Client } from '../records/client.ts'
import type { ScoreKey } from '../records/score-key.ts'
import type { ClientOverview, Episode, SessionSummary } from './client-overview.ts'
import type { OutcomeSource } from './outcome-source.ts'
import { outcomeStatus } from './outcome-status.ts'
import type { Risk } from '../risk/risk.ts'
import { explainSessions, type OverviewExplanations } from './overview-explanations.ts'

export { episodeParameters } from './overview-explanations.ts'

export type OverviewWithoutPrompts = Omit<ClientOverview, 'prompts'>

export interface OverviewOptions {
  /** The parameters of the rules; the defaults if left out. */
  readonly parameters?: RuleParameters
  /** The client's scores on questionnaires with a change threshold. */
  readonly outcomes?: readonly OutcomeSource[]
  /** The client's open risk answers. */
  readonly risks?: readonly Risk[]
}

/** Computes what a client's page shows from the client's sessions, which are sorted by number. */
export function buildOverview(
  client: Client,
  sessions: readonly SessionSummary[],
  { parameters = initialRuleParameters, outcomes = [], risks = [] }: OverviewOptions = {},
): OverviewWithoutPrompts {
  // A future session has no rating yet and must not count as missed.
  const past = sessions.filter(({ status }) => status !== 'planned')
  const series = (key: ScoreKey) => past.map(({ scores }) => scores[key] ?? null)
  const positions = sessions.flatMap(({ status }, index) => (status === 'planned' ? [] : [index]))
  const found = explainSessions(series, parameters)
  // Usually only the last sessions are planned; then the places are the same already.
  const isMoved = positions.some((position, index) => position !== index)
  const explanations = isMoved ? placed(found, (index) => positions[index] ?? index) : found
  const { episodes, congruence } = explanations
  return {
    client,
    risks: [...risks],
    sessions: [...sessions],
    episodes: [
      ...episodes.client.map((explained) => toEpisode('client', explained)),
      ...episodes.therapist.map((explained) => toEpisode('therapist', explained)),
    ],
    clientAllianceMean: meanOf(series('client.alliance')),
    therapistAllianceMean: meanOf(series('therapist.alliance')),
    allianceCongruence: shownCongruence(congruence.alliance),
    negativeEmotionAccuracy: shownCongruence(congruence.negativeEmotions),
    positiveEmotionAccuracy: shownCongruence(congruence.positiveEmotions),
    explanations,
    outcomes: outcomes.flatMap((source) => outcomeStatus(source, positions, parameters) ?? []),
    parameters,
    changedParameters: changedParameters(parameters),
  }
}

/** The same explanations with sessions counted among all of the client's, not only the past ones. */
function placed(found: OverviewExplanations, place: (index: number) => number): OverviewExplanations {
  const move = <Kept extends Explanation>(explained: Kept): Kept => withSessions(explained, place)
  const { episodes, limits, congruence, within } = found
  return {
    episodes: { client: episodes.client.map(move), therapist: episodes.therapist.map(move) },
    limits: { client: move(limits.client), therapist: move(limits.therapist) },
    congruence: {
      alliance: move(congruence.alliance),
      negativeEmotions: move(congruence.negativeEmotions),
      positiveEmotions: move(congruence.positiveEmotions),
    },
    within: { client: move(within.client), therapist: move(within.therapist) },
  }
}

function toEpisode(rater: Episode['rater'], explained: ExplanationOf<'episode'>): Episode {
  const { reference, troughScore, depth, spread, meanN } = explained.values
  const { knownFrom, ownSpread } = explained.values
  const { dipFrom, ruptureFrom } = explained.parameters
  return {
    rater,
    ...explained.at,
    ...explained.verdict,
    reference,
    troughScore,
    depth,
    spread,
    dipFrom,
    ruptureFrom,
    knownFrom,
    ownSpread,
    referenceRatings: meanN,
    missed: explained.missing,
  }
}

function meanOf(series: Series) {
  const { mean, n } = withinBetween(series)
  return { mean, n }
}

function shownCongruence({ values, n }: ExplanationOf<'congruence'>): ClientOverview['allianceCongruence'] {
  return values && { pairs: n, ...values }
}

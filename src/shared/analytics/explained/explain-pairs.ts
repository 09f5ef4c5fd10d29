import { congruence } from '../congruence.ts'
import { laggedAssociation } from '../lagged-association.ts'
import { minimumRatings } from '../minimum-ratings.ts'
import type { Series } from '../series.ts'
import { ruleOf } from './explanation.ts'
import type { ExplanationOf } from './explanation.ts'
import { pairsUsed } from './sessions-used.ts'

/**
 * Explains how a therapist's ratings go with the client's own, or why that is not said.
 *
 * For the alliance as for guesses of emotions. Sessions are those both rated; missing are those between them that
 * at least one did not rate; `unpaired` says which of the whole course only one rated.
 */
export function explainCongruence(client: Series, therapist: Series): ExplanationOf<'congruence'> {
  const { sessions, missing, unpaired } = pairsUsed(client, therapist)
  const n = sessions.length
  const isEnough = n >= minimumRatings.congruence
  const found = isEnough ? congruence(client, therapist) : null
  return {
    kind: 'congruence',
    rule: ruleOf('truth-and-bias'),
    n,
    sessions,
    missing,
    parameters: { minimumPairs: minimumRatings.congruence },
    values:
      found === null
        ? null
        : {
            tracking: found.tracking,
            directionalDiscrepancy: found.directionalDiscrepancy,
            correlation: found.correlation,
            meanAbsoluteDifference: found.meanAbsoluteDifference,
          },
    unpaired: { client: unpaired.first, therapist: unpaired.second },
    verdict: !isEnough ? 'too-few-pairs' : found === null ? 'no-variation' : 'shown',
  }
}

/**
 * Explains how a predictor goes with the outcome one session later, or why that is not said.
 *
 * Sessions are those of the predictor; each is paired with the session after it.
 */
export function explainLag(predictor: Series, outcome: Series): ExplanationOf<'lag'> {
  const { sessions, missing } = pairsUsed(predictor, outcome, 1)
  const n = sessions.length
  const isEnough = n >= minimumRatings.lag
  const found = isEnough ? laggedAssociation(predictor, outcome) : null
  return {
    kind: 'lag',
    rule: ruleOf('lagged-association'),
    n,
    sessions,
    missing,
    parameters: { minimumPairs: minimumRatings.lag },
    values: found === null ? null : { slope: found.slope, correlation: found.correlation },
    verdict: !isEnough ? 'too-few-pairs' : found === null ? 'no-variation' : 'shown',
  }
}

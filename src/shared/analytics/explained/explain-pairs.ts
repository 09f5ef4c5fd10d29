import { congruence } from '../congruence.ts'
import { minimumRatings } from '../minimum-ratings.ts'
import type { Series } from '../series.ts'
import { ruleOf } from './explanation.ts'
import type { ExplanationOf } from './explanation.ts'
import { pairsUsed } from './sessions-used.ts'

/**
 * Explains how closely a therapist's ratings follow the client's own, or why that can't be said.
 *
 * Works for the alliance and for guesses of emotions. `sessions` are those both rated, `missing` those between them
 * that at least one did not rate, `unpaired` all sessions that only one of them rated.
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

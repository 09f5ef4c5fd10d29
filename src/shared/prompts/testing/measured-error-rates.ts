import { shareCrossing, sharesBeyondReliableChange } from '../../analytics/testing/crossing-rates.ts'
import type { errorRates } from '../error-rates.ts'
import type { PromptRates, RuleRate } from './prompt-rates.ts'

type ErrorRates = typeof errorRates

/** The numbers of ratings for which the page of a client can say how often a stable client crosses the limit. */
const ratingCounts = [2, 3, 4, 6, 8, 10, 12, 16, 20, 26, 40, 52]

const round = (value: number, digits: number) => Number(value.toFixed(digits))

/** The figures of the page, from the rates of three simulated caseloads. */
export function measuredErrorRates(
  stable: PromptRates,
  varying: PromptRates,
  mixed: PromptRates,
): ErrorRates {
  const of = (rates: readonly RuleRate[], ruleId: string) =>
    rates.find((rate) => rate.ruleId === ruleId)?.per100Sessions ?? 0
  return {
    perSession: {
      stable: round(stable.perSession, 3),
      varying: round(varying.perSession, 3),
      mixed: round(mixed.perSession, 3),
    },
    shareTrueInMixed: round(mixed.shareTrue ?? 0, 2),
    largeRupturesFound: round(mixed.rupturesFound.share, 2),
    rules: mixed.byRule.map(({ ruleId, per100Sessions, shareTrue }) => ({
      ruleId,
      stable: round(of(stable.byRule, ruleId), 2),
      varying: round(of(varying.byRule, ruleId), 2),
      mixed: round(per100Sessions, 2),
      shareTrue: shareTrue === null ? null : round(shareTrue, 2),
    })),
    beyondReliableChange: sharesBeyondReliableChange(ratingCounts, { clients: 40_000, seed: 2030 }).map(
      (share, place) => ({ ratings: ratingCounts[place] ?? 0, share: round(share, 2) }),
    ),
    crossings: (
      [
        [6, 2],
        [6, 2.5],
        [4, 2],
      ] as const
    ).map(([points, error]) => {
      const share = (weeks: number) =>
        round(shareCrossing({ points, error, weeks }, { clients: 20_000, seed: 2029 }), 2)
      return { points, error, in12Weeks: share(12), in20Weeks: share(20) }
    }),
  }
}

import { shareCrossing, sharesBeyondReliableChange } from '../../analytics/testing/crossing-rates.ts'
import type { errorRates } from '../error-rates.ts'
import { rules } from '../rules/rules.ts'
import { mixedRates, stableRates, type PromptRates, type RuleRate } from './prompt-rates.ts'
import { questionnaireRates, questionnaireRules } from './questionnaire-rates.ts'

type ErrorRates = typeof errorRates

/** The numbers of ratings for which the page of a client can say how often a stable client crosses the limit. */
const ratingCounts = [2, 3, 4, 6, 8, 10, 12, 16, 20, 26, 40, 52]

/** Speaks only of sessions that were missed, so other clients are simulated for it, who miss one session in ten. */
const missedRule = 'missed-after-fall'
const missedShare = 0.1

/** The simulated therapists never note that feelings were explored. */
const notSimulated: ReadonlySet<string> = new Set(['feeling-read-not-explored'])
const repeatingNotes: ReadonlySet<string> = new Set(
  rules.filter(({ repeatsNotes }) => repeatsNotes === true).map(({ id }) => id),
)
const fromQuestionnaires: ReadonlySet<string> = new Set(questionnaireRules)

function kindOf(ruleId: string): ErrorRates['rules'][number]['kind'] {
  if (repeatingNotes.has(ruleId)) return 'repeats-notes'
  return notSimulated.has(ruleId) ? 'not-simulated' : 'simulated'
}

const round = (value: number, digits: number) => Number(value.toFixed(digits))

/** The figures of the page, from the rates of three simulated caseloads. */
export function measuredErrorRates(
  stable: PromptRates,
  varying: PromptRates,
  mixed: PromptRates,
): ErrorRates {
  const missing = {
    stable: stableRates(0.6, 100, 2033, { missedShare }),
    varying: stableRates(1, 100, 2034, { missedShare }),
    mixed: mixedRates(100, 2035, { missedShare }),
  }
  return {
    perSession: {
      stable: round(stable.perSession, 3),
      varying: round(varying.perSession, 3),
      mixed: round(mixed.perSession, 3),
    },
    shareTrueInMixed: round(mixed.shareTrue ?? 0, 2),
    largeRupturesFound: round(mixed.rupturesFound.share, 2),
    rules: rules
      .filter(({ id }) => !fromQuestionnaires.has(id))
      .map(({ id }) => ({
        kind: kindOf(id),
        ...rateOf(id, id === missedRule ? missing : { stable, varying, mixed }),
      })),
    questionnaires: questionnaireRules.map((id) =>
      rateOf(id, {
        stable: questionnaires({ error: 2, course: 'all stay' }, 2036),
        varying: questionnaires({ error: 2.5, course: 'all stay' }, 2037),
        mixed: questionnaires({ error: 2, course: 'thirds' }, 2038),
      }),
    ),
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

function questionnaires(model: Parameters<typeof questionnaireRates>[0], seed: number) {
  return { byRule: questionnaireRates(model, { clients: 600, seed }) }
}

type Rated = { readonly byRule: readonly RuleRate[] }

function rateOf(ruleId: string, { stable, varying, mixed }: { stable: Rated; varying: Rated; mixed: Rated }) {
  const per100Sessions = ({ byRule }: Rated) =>
    round(byRule.find((rate) => rate.ruleId === ruleId)?.per100Sessions ?? 0, 2)
  const shareTrue = mixed.byRule.find((rate) => rate.ruleId === ruleId)?.shareTrue ?? null
  return {
    ruleId,
    stable: per100Sessions(stable),
    varying: per100Sessions(varying),
    mixed: per100Sessions(mixed),
    shareTrue: shareTrue === null ? null : round(shareTrue, 2),
  }
}

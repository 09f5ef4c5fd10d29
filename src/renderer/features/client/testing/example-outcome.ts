import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { buildOverview } from '#shared/overview/build-overview.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import { initialRuleParameters, type RuleParameters } from '#shared/rule-settings/rule-parameters.ts'
import { ownSeries } from '#shared/series/testing/own-series.ts'
import { exampleClient, exampleSession } from './example-overview.ts'

const files = import.meta.glob<unknown>('../../../../../assets/instruments/phq-9.json', {
  eager: true,
  import: 'default',
})

/** The PHQ-9 that ships with Attune. */
export const phq9 = instrumentSchema.parse(Object.values(files)[0])

/** An overview that the real analytics calculate from the client's PHQ-9 totals, one per session. */
export function outcomeOverview(
  scores: readonly (number | null)[],
  {
    parameters = {},
    chosenBaseline = null,
    leftOut = [],
    totals = [],
  }: {
    parameters?: Partial<RuleParameters>
    chosenBaseline?: number | null
    leftOut?: readonly number[]
    totals?: readonly number[]
  } = {},
): ClientOverview {
  const sessions = scores.map((_, index) => exampleSession(index + 1))
  const options = {
    series: ownSeries,
    parameters: { ...initialRuleParameters, ...parameters },
    outcomes: phq9.scales.flatMap((scale) =>
      phq9.changeThreshold === undefined
        ? []
        : [
            {
              instrument: phq9,
              scale,
              threshold: phq9.changeThreshold,
              direction: 'lower-is-better' as const,
              scores,
              leftOut,
              totals,
              chosenBaseline,
            },
          ],
    ),
  }
  return { ...buildOverview(exampleClient, sessions, options), prompts: [] }
}

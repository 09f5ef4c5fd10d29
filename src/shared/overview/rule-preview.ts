import { z } from 'zod'
import type { RuleParameters } from '../rules/rule-parameters.ts'
import type { Client } from '../sessions/client.ts'
import { buildOverview } from './build-overview.ts'
import type { SessionSummary } from './client-overview.ts'
import type { OutcomeSource } from './outcome-source.ts'
import { outcomeStatusSchema } from './outcome-status.ts'
import { overviewExplanationsSchema } from './overview-explanations.ts'

const parts = ['episodes', 'limits', 'congruence', 'outcomes'] as const

const sideSchema = z.strictObject({
  explanations: overviewExplanationsSchema,
  outcomes: z.array(outcomeStatusSchema),
})
type Side = z.output<typeof sideSchema>

/** Accepts what would be said of one client by other parameters, beside what is said by those in force. */
export const rulePreviewSchema = z.strictObject({
  current: sideSchema,
  proposed: sideSchema,
  /** The parts in which something other than the parameters themselves would differ. */
  changes: z.array(z.enum(parts)),
})
export type RulePreview = z.output<typeof rulePreviewSchema>

/** Works out what one client's page would say by other parameters; the sessions are those of the overview. */
export function previewRules(
  client: Client,
  sessions: readonly SessionSummary[],
  outcomes: readonly OutcomeSource[],
  parameters: { readonly current: RuleParameters; readonly proposed: RuleParameters },
): RulePreview {
  const side = (by: RuleParameters): Side => {
    const overview = buildOverview(client, sessions, { parameters: by, outcomes })
    return { explanations: overview.explanations, outcomes: overview.outcomes }
  }
  const current = side(parameters.current)
  const proposed = side(parameters.proposed)
  return { current, proposed, changes: parts.filter((part) => said(current, part) !== said(proposed, part)) }
}

/** What a part says, the parameters left out: two texts differ where a value, a session or a verdict does. */
function said({ explanations, outcomes }: Side, part: (typeof parts)[number]): string {
  return JSON.stringify(part === 'outcomes' ? outcomes : explanations[part], (key, value: unknown) =>
    key === 'parameters' ? undefined : value,
  )
}

import { z } from 'zod'
import type { RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { Client } from '../records/client.ts'
import { buildOverview, type OverviewWithoutPrompts } from './build-overview.ts'
import type { SessionSummary } from './client-overview.ts'
import type { OutcomeSource } from './outcome-source.ts'
import { outcomeStatusSchema } from './outcome-status.ts'
import { overviewExplanationsSchema } from './overview-explanations.ts'

const parts = ['episodes', 'limits', 'congruence', 'outcomes', 'prompts'] as const

const sideSchema = z.strictObject({
  explanations: overviewExplanationsSchema,
  outcomes: z.array(outcomeStatusSchema),
  /** Titles of the prompts from these ratings, whether answered or not. */
  prompts: z.array(z.string()).max(3),
})
type Side = z.output<typeof sideSchema>

/** Accepts what other parameters would say about one client, beside what the current ones say. */
export const rulePreviewSchema = z.strictObject({
  current: sideSchema,
  proposed: sideSchema,
  /** The parts that would differ in more than the parameters themselves. */
  changes: z.array(z.enum(parts)),
})
export type RulePreview = z.output<typeof rulePreviewSchema>

/** One client's data, with the sessions of the overview, and a function that makes prompts from it. */
export interface PreviewedRecord {
  readonly client: Client
  readonly sessions: readonly SessionSummary[]
  readonly outcomes: readonly OutcomeSource[]
  readonly promptsOf: (overview: OverviewWithoutPrompts) => readonly { readonly title: string }[]
}

/** Computes what one client's page would say with other parameters. */
export function previewRules(
  { client, sessions, outcomes, promptsOf }: PreviewedRecord,
  parameters: { readonly current: RuleParameters; readonly proposed: RuleParameters },
): RulePreview {
  const side = (by: RuleParameters): Side => {
    const overview = buildOverview(client, sessions, { parameters: by, outcomes })
    return {
      explanations: overview.explanations,
      outcomes: overview.outcomes,
      prompts: promptsOf(overview).map(({ title }) => title),
    }
  }
  const current = side(parameters.current)
  const proposed = side(parameters.proposed)
  return { current, proposed, changes: parts.filter((part) => said(current, part) !== said(proposed, part)) }
}

/** A part as text without its parameters: two texts differ if a value, a session or a verdict does. */
function said({ explanations, ...rest }: Side, part: (typeof parts)[number]): string {
  return JSON.stringify({ ...explanations, ...rest }[part], (key, value: unknown) =>
    key === 'parameters' ? undefined : value,
  )
}

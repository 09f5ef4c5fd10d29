import { z } from 'zod'
import type { RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { Client } from '../records/client.ts'
import { congruenceExplanationSchema, episodeExplanationSchema } from '../analytics/explained/explanation.ts'
import type { RepairClosing } from '../records/repair-closing.ts'
import type { ClientSeries } from '../series/client-series.ts'
import { buildOverview, leadCourse, type OverviewWithoutPrompts } from './build-overview.ts'
import type { SessionSummary } from './client-overview.ts'
import type { OutcomeSource } from './outcome-source.ts'
import { outcomeStatusSchema } from './outcome-status.ts'

const parts = ['episodes', 'congruence', 'outcomes', 'prompts'] as const

const sideSchema = z.strictObject({
  /** The episodes of each rater's alliance. */
  episodes: z.strictObject({
    client: z.array(episodeExplanationSchema),
    therapist: z.array(episodeExplanationSchema),
  }),
  /** How the therapist's ratings go with the client's, by the title of the scale. */
  congruence: z.array(z.strictObject({ title: z.string(), found: congruenceExplanationSchema })),
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
  readonly series: readonly ClientSeries[]
  /** The id of the series that was chosen to lead; null if none was. */
  readonly chosenLead: string | null
  readonly outcomes: readonly OutcomeSource[]
  readonly closings: readonly RepairClosing[]
  readonly promptsOf: (overview: OverviewWithoutPrompts) => readonly { readonly title: string }[]
}

/** Computes what one client's page would say with other parameters. */
export function previewRules(
  { client, promptsOf, sessions, ...record }: PreviewedRecord,
  parameters: { readonly current: RuleParameters; readonly proposed: RuleParameters },
): RulePreview {
  const side = (by: RuleParameters): Side => {
    const overview = buildOverview(client, sessions, { ...record, parameters: by })
    const lead = leadCourse(overview)
    const titles = new Map(record.series.map(({ id, title }) => [id, title]))
    return {
      episodes: lead?.episodes ?? { client: [], therapist: [] },
      congruence: overview.courses.flatMap(({ client: id, congruence }) =>
        congruence === null ? [] : [{ title: titles.get(id) ?? id, found: congruence }],
      ),
      outcomes: overview.outcomes,
      prompts: promptsOf(overview).map(({ title }) => title),
    }
  }
  const current = side(parameters.current)
  const proposed = side(parameters.proposed)
  return { current, proposed, changes: parts.filter((part) => said(current, part) !== said(proposed, part)) }
}

/** A part as text without its parameters: two texts differ if a value, a session or a verdict does. */
function said(side: Side, part: (typeof parts)[number]): string {
  return JSON.stringify(side[part], (key, value: unknown) => (key === 'parameters' ? undefined : value))
}

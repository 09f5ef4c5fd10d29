import {
  changedParameters,
  initialRuleParameters,
  type RuleParameters,
} from '../rule-settings/rule-parameters.ts'
import type { Client } from '../records/client.ts'
import type { RepairClosing } from '../records/repair-closing.ts'
import type { SaidTogether } from '../records/said-together.ts'
import { countsInCourse } from '../records/session.ts'
import type { Risk } from '../risk/risk.ts'
import type { ClientSeries } from '../series/client-series.ts'
import { leadSeries } from '../series/lead-series.ts'
import { levelOfSeries } from '../series/series-level.ts'
import type { ClientOverview, SessionSummary } from './client-overview.ts'
import { explainCourses, type Course } from './explain-course.ts'
import type { OutcomeSource } from './outcome-source.ts'
import { outcomeStatus } from './outcome-status.ts'

export type OverviewWithoutPrompts = Omit<ClientOverview, 'prompts'>

export interface OverviewOptions {
  /** The series of the sessions' scores. */
  readonly series: readonly ClientSeries[]
  /** The id of the series that was chosen to lead; null for the one rated last. */
  readonly chosenLead?: string | null
  /** The parameters of the rules; the defaults if left out. */
  readonly parameters?: RuleParameters
  /** The client's scores on questionnaires with a change threshold. */
  readonly outcomes?: readonly OutcomeSource[]
  /** What the therapist closed of the client's drops and noted ruptures. */
  readonly closings?: readonly RepairClosing[]
  /** What was said when both looked at a session. */
  readonly saidTogether?: readonly SaidTogether[]
  /** The client's open risk answers. */
  readonly risks?: readonly Risk[]
}

/** Computes what a client's page shows from the client's sessions, which are sorted by number. */
export function buildOverview(
  client: Client,
  sessions: readonly SessionSummary[],
  {
    series,
    chosenLead = null,
    parameters = initialRuleParameters,
    outcomes = [],
    closings = [],
    saidTogether = [],
    risks = [],
  }: OverviewOptions,
): OverviewWithoutPrompts {
  // A future session, or one cancelled in time, has no rating and must not count as missed.
  const past = sessions.filter(({ status }) => countsInCourse(status))
  const positions = sessions.flatMap(({ status }, index) => (countsInCourse(status) ? [index] : []))
  const numbers = past.map(({ number }) => number)
  const valuesOf = (id: string) => past.map(({ scores }) => scores[id] ?? null)
  const scores = past.map((session) => session.scores)
  const lead = leadSeries(series, scores, chosenLead)?.id ?? null
  return {
    client,
    risks: [...risks],
    sessions: [...sessions],
    series: series.map((each) => ({ ...each, level: levelOfSeries(valuesOf(each.id), numbers, each) })),
    lead,
    isLeadChosen: lead !== null && lead === chosenLead,
    courses: explainCourses(series, { numbers, valuesOf }, parameters),
    outcomes: outcomes.flatMap((source) => outcomeStatus(source, positions, parameters) ?? []),
    closings: [...closings],
    saidTogether: [...saidTogether],
    parameters,
    changedParameters: changedParameters(parameters),
  }
}

/** The course of the series that leads the page; null if there is none. */
export function leadCourse({ lead, courses }: Pick<ClientOverview, 'lead' | 'courses'>): Course | null {
  return courses.find(({ client }) => client === lead) ?? null
}

import { ruptureEpisodes } from '../analytics/index.ts'
import { openState } from '../overview/open-matters.ts'
import { ruptureOptions } from '../overview/explain-course.ts'
import type { RuleParameters } from '../rule-settings/rule-parameters.ts'
import { withPooled } from '../series/known-spread.ts'
import type { AttentionReason } from './attention.ts'
import type { Gist, LeadCourse } from './gist.ts'

/** What decides whether a fall is found, beside the ratings. */
export interface FallRules {
  readonly parameters: RuleParameters
  /** The spread pooled over the vault's clients on a series, in points; null if it is not known. */
  readonly pooled: (seriesId: string) => number | null
  /** The day of a session of this client. */
  readonly dateOf: (number: number) => string
}

/** Finds the newest rupture-level fall, by Attune rule 1, that is open or not repaired and that the therapist did not close. */
export function findFall(course: LeadCourse, rules: FallRules): Gist['fall'] {
  const { lead } = course
  const series = lead === null || lead.known?.kind === 'published' ? null : lead.id
  const spread = series === null ? null : rules.pooled(series)
  return { series, spread, reason: lead === null ? null : fallIn(course, { ...rules, lead, spread }) }
}

type Judging = FallRules & {
  readonly lead: NonNullable<LeadCourse['lead']>
  readonly spread: number | null
}

function fallIn(
  { numbers, scores, closed }: LeadCourse,
  { lead, spread, parameters, dateOf }: Judging,
): AttentionReason | null {
  const known = withPooled(lead.known, spread)
  const episodes = ruptureEpisodes(scores, ruptureOptions(parameters, { ...lead, known }))
  const isClosed = new Set(closed)
  const latest = episodes
    .flatMap((episode) => {
      const number = numbers[episode.trough]
      const state = openState(episode)
      return number === undefined || state === null || isClosed.has(number)
        ? []
        : [{ episode, number, state }]
    })
    .at(-1)
  if (!latest) return null
  const { episode, number, state } = latest
  return {
    kind: 'fall',
    on: dateOf(number),
    evidence: `${String(number)} ${state}`,
    number,
    score: episode.troughScore,
    reference: episode.reference,
    ratings: scores.slice(0, episode.peak + 1).filter((score) => score !== null).length,
    state,
  }
}

import type { OutcomeStatus } from '../overview/outcome-status.ts'
import { countsInCourse } from '../records/session.ts'
import type { ClientAttention } from './attention.ts'
import { findFall, type FallRules } from './find-fall.ts'
import { reasonsInRatings, type RatedRecord } from './find-reasons.ts'
import type { Gist, LeadCourse } from './gist.ts'

/** How many of the newest ratings the trend shows. */
const trendRatings = 20

/** A gist, and the ratings that another pooled spread judges again. */
export interface MadeGist {
  readonly gist: Gist
  readonly course: LeadCourse
}

/** Works out the gist of one client. `record.lead` has the spread that is known without pooling. */
export function makeGist(record: RatedRecord, rules: Omit<FallRules, 'dateOf'>): MadeGist {
  const { sessions, alliance, closed } = record
  const places = sessions.flatMap(({ status }, place) => (countsInCourse(status) ? [place] : []))
  const course = {
    lead: record.lead && leadIn(record.lead),
    numbers: places.flatMap((place) => sessions[place]?.number ?? []),
    scores: places.map((place) => alliance[place] ?? null),
    closed: [...closed.falls],
  }
  const lastSeen = sessions.findLast(({ status }) => status === 'held' || status === 'begun')
  const dateOf = (number: number) => sessions.find((session) => session.number === number)?.date ?? ''
  const gist = {
    reasons: reasonsInRatings(record),
    fall: findFall(course, { ...rules, dateOf }),
    trend: trendOf(course),
    outcome: newestOutcome(record.outcomes),
    lastSeen: lastSeen === undefined ? null : { number: lastSeen.number, date: lastSeen.date },
  }
  return { gist, course }
}

/** Gives the gist with its fall judged by the current pooled spread: the same one if it was. */
export function judgedNow(gist: Gist, course: () => LeadCourse, rules: FallRules): Gist {
  const { series, spread } = gist.fall
  const isCurrent = series === null || rules.pooled(series) === spread
  return isCurrent ? gist : { ...gist, fall: findFall(course(), rules) }
}

function leadIn({ id, minimum, maximum, step, known }: NonNullable<RatedRecord['lead']>): LeadCourse['lead'] {
  return { id, minimum, maximum, step, known }
}

function trendOf({ lead, scores }: LeadCourse): ClientAttention['trend'] {
  const values = scores.slice(-trendRatings)
  if (lead === null || values.every((value) => value === null)) return null
  return { values, minimum: lead.minimum, maximum: lead.maximum }
}

/** The questionnaire rated last; of several rated in the same session the first by title. */
function newestOutcome(outcomes: readonly OutcomeStatus[]): ClientAttention['outcome'] {
  const [newest] = outcomes
    .map((status) => ({ status, last: status.scores.findLastIndex((score) => score !== null) }))
    .toSorted((one, other) => other.last - one.last)
  const score = newest?.status.scores[newest.last] ?? null
  if (!newest || score === null) return null
  const { title, change } = newest.status
  return { title, score, standing: change.verdict.change }
}

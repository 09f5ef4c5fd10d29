import type { OutcomeStatus } from '../overview/outcome-status.ts'
import { comparedTotals } from '../prompts/compared-totals.ts'
import { missedOf, unratedOf, usualByKey } from '../prompts/features.ts'
import { tookPlace, type AllianceScale, type RecordedSession } from '../prompts/prompt-record.ts'
import { isRatingMissing, missedAfterLowRating } from '../prompts/rules/attendance-rules.ts'
import { openNotes, type ClosedNumbers } from '../overview/open-matters.ts'
import type { Draft } from '../records/draft.ts'
import type { RuptureNote } from '../records/rupture-note.ts'
import { daysBetween } from '../records/days.ts'
import { countsInCourse, isMissed, type Session, type SessionStatus } from '../records/session.ts'
import type { Client } from '../records/client.ts'
import type { Risk } from '../risk/risk.ts'
import type { RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { ClientSeries } from '../series/client-series.ts'
import { rankOf, type AttentionKind, type AttentionReason } from './attention.ts'

/** From how many days without a session, and none planned, a client is worth a look [Attune's choice]. */
export const awayDays = 30

/** A session with what the reasons need of it. */
export interface AttentionSession {
  readonly number: number
  readonly date: string
  readonly status: SessionStatus
}

/**
 * What the reasons of one client are found in that no day changes: the ratings and the noted ruptures. All lists of
 * sessions are in the order of their numbers.
 */
export interface RatedRecord {
  readonly sessions: readonly AttentionSession[]
  /** The client's rating of the alliance that leads their page, for each session; null if not rated. */
  readonly alliance: readonly (number | null)[]
  readonly lead: ClientSeries | null
  /** The sessions that count in the course, as the rules of the prompts see them; read only if they are needed. */
  readonly recorded: () => { readonly sessions: readonly RecordedSession[]; readonly scale: AllianceScale }
  readonly outcomes: readonly OutcomeStatus[]
  readonly parameters: RuleParameters
  /** The noted ruptures, by the numbers of their sessions. */
  readonly notes: ReadonlyMap<number, RuptureNote>
  /** What the therapist closed. */
  readonly closed: ClosedNumbers
}

/** What else decides the reasons to look at a client: the day, and what changes without a rating. */
export interface CurrentState {
  readonly today: string
  readonly status: Client['status']
  readonly risks: readonly Risk[]
  readonly drafts: readonly { readonly log: Pick<Draft['log'], 'session'>; readonly updatedAt: string }[]
  /** Sessions of earlier days that were begun and never saved as held. */
  readonly begun: readonly Pick<Session, 'id' | 'number' | 'date'>[]
  /** Whether a session is planned for today or later. */
  readonly isPlanned: boolean
  /** The last session that was held or has begun. */
  readonly lastSeen: Pick<AttentionSession, 'number' | 'date'> | null
}

/**
 * Finds the reasons in a client's ratings and noted ruptures, except a fall. It repeats what the client's page and its
 * prompts state, by the same rules.
 */
export function reasonsInRatings(record: RatedRecord): AttentionReason[] {
  return [...worseIn(record), ...missedIn(record), ...notedIn(record), ...unratedIn(record)]
}

/** Kinds of reasons that still hold while a therapy is paused. One that has ended keeps only risk and drafts. */
const whilePaused: ReadonlySet<AttentionKind> = new Set(['worse', 'missed-after-fall', 'fall'])

/** Gives every reason to look at a client now, the most pressing first, from those in the ratings. */
export function currentReasons(inRatings: readonly AttentionReason[], now: CurrentState): AttentionReason[] {
  const { status } = now
  return [
    ...riskIn(now),
    ...inRatings.filter(({ kind }) => status === 'active' || (status === 'paused' && whilePaused.has(kind))),
    ...(status === 'active' ? awayIn(now) : []),
    ...draftsIn(now),
  ].toSorted((one, other) => rankOf(one) - rankOf(other))
}

function riskIn({ risks }: CurrentState): AttentionReason[] {
  const newest = risks.toSorted((one, other) => (one.answeredAt < other.answeredAt ? 1 : -1))[0]
  if (!newest) return []
  const { sessionDate: on, sessionNumber: number } = newest
  return [{ kind: 'risk', on, evidence: newest.id, number, answers: risks.length }]
}

/** One reason for all questionnaires: the one rated last stands for the others. */
function worseIn({ outcomes, sessions }: RatedRecord): AttentionReason[] {
  const [found] = outcomes
    .flatMap((outcome) => {
      const { change, title, instrumentId, n, threshold } = outcome
      const session = sessions[change.at.current ?? -1]
      if (change.verdict.change !== 'reliably-worse' || change.values === null || !session) return []
      const { before, after } = comparedTotals(outcome)
      const totals = Number(before) + Number(after)
      return [{ values: change.values, session, title, instrumentId, n, points: threshold.points, totals }]
    })
    .toSorted((one, other) => other.session.number - one.session.number)
  if (!found) return []
  const { values, session, title, instrumentId, n, points, totals } = found
  return [
    {
      kind: 'worse',
      on: session.date,
      evidence: `${instrumentId} ${String(session.number)} ${String(values.after)}`,
      number: session.number,
      title,
      before: values.before,
      after: values.after,
      threshold: points,
      ratings: n,
      totals,
    },
  ]
}

function missedIn({ sessions, recorded }: RatedRecord): AttentionReason[] {
  const last = sessions.findLast(({ status }) => countsInCourse(status))
  // Only then can the rule apply, and the record is worth reading.
  if (!last || !isMissed(last.status)) return []
  const past = recorded()
  const found = missedAfterLowRating({
    missed: missedOf(past.sessions),
    usual: usualByKey(past.sessions.filter(tookPlace), past.scale),
  })
  if (found === null) return []
  const { count, lastHeldSession, alliance } = found
  return [
    {
      kind: 'missed-after-fall',
      on: last.date,
      evidence: `${String(lastHeldSession)} ${String(last.number)}`,
      missed: count,
      number: lastHeldSession,
      score: alliance.latest,
      usual: alliance.usual,
      ratings: alliance.usualRatings,
    },
  ]
}

/** The newest noted rupture that is open stands for the others. */
function notedIn({ notes, sessions, closed }: RatedRecord): AttentionReason[] {
  const session = openNotes(sessions, ({ number }) => notes.get(number) ?? null, closed).at(-1)
  const note = notes.get(session?.number ?? 0)
  if (!session || !note || note.resolution === 'resolved') return []
  const { isWithdrawal, isConfrontation, resolution } = note
  return [
    {
      kind: 'noted',
      on: session.date,
      evidence: `${String(session.number)} ${resolution ?? 'not said'}`,
      number: session.number,
      isWithdrawal,
      isConfrontation,
      resolution,
    },
  ]
}

function unratedIn({ sessions, alliance, recorded }: RatedRecord): AttentionReason[] {
  const newest = sessions.findLastIndex(({ status }) => status === 'held')
  const session = sessions[newest]
  // A rating of the alliance is a rating: then the rule can't apply, and the record need not be read.
  if (!session || (alliance[newest] ?? null) !== null) return []
  const unrated = unratedOf(recorded().sessions.filter(tookPlace))
  if (unrated === null || !isRatingMissing(unrated)) return []
  return [
    {
      kind: 'unrated',
      on: session.date,
      evidence: String(session.number),
      sessions: unrated.count,
      ratedBefore: unrated.ratedSessions,
    },
  ]
}

function awayIn({ today, lastSeen, isPlanned }: CurrentState): AttentionReason[] {
  const days = lastSeen ? daysBetween(lastSeen.date, today) : 0
  if (!lastSeen || isPlanned || days < awayDays) return []
  const { number, date } = lastSeen
  return [{ kind: 'away', on: date, evidence: String(number), number, days }]
}

/** The newest draft; without one, the newest session that was begun and never finished. */
function draftsIn({ drafts, begun }: CurrentState): AttentionReason[] {
  const [draft] = drafts
  const unfinished = begun.toSorted((one, other) => other.number - one.number)[0]
  if (draft) return [draftReason(draft.log.session, { on: draft.updatedAt.slice(0, 10), isBegun: false })]
  return unfinished ? [draftReason(unfinished, { on: unfinished.date, isBegun: true })] : []
}

function draftReason(
  { id, number }: Pick<Session, 'id' | 'number'>,
  { on, isBegun }: { on: string; isBegun: boolean },
): AttentionReason {
  return { kind: 'draft', on, evidence: id, number, sessionId: id, isBegun }
}

import type { RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { RuptureNote } from '../records/rupture-note.ts'
import type { PromptScoreKey } from './prompt-scores.ts'
import type { SessionEvent, SessionStatus } from '../records/session.ts'

export type RecordedRupture = Pick<
  RuptureNote,
  'seenBy' | 'isWithdrawal' | 'isConfrontation' | 'intensity' | 'resolution'
>

/** One session of a client as the rules see it: numbers and choices, no free text. */
export type RecordedSession = {
  number: number
  status: SessionStatus
  /** The alliance on the scale that the record names, all others from 0 to 10. An absent score was not rated. */
  scores: Partial<Record<PromptScoreKey, number>>
  /** Whether the client gave a score on any form, also on one that the rules don't look at. */
  isRatedByClient: boolean
  ruptureNote: RecordedRupture | null
  events: readonly SessionEvent['kind'][]
  /** The words for their own feelings that the therapist chose, before or after. */
  feelings: readonly string[]
  /** Why the client's alliance has no score, if known. */
  clientMissing: 'skipped' | 'stopped' | 'not-asked' | 'partly-answered' | null
}

/** An episode found by Attune rule 1 in one rater's alliance; indices point into the record's sessions, from 0. */
export type RecordedEpisode = {
  rater: 'client' | 'therapist'
  peak: number
  reference: number
  /** The number of ratings that the reference is made of. */
  ratingsInReference: number
  trough: number
  troughScore: number
  depth: number
  level: 'dip' | 'rupture'
  state: 'open' | 'repaired' | 'partly-repaired' | 'unrepaired'
  end: number | null
  missed: readonly number[]
}

type Places = { baseline: number | null; current: number | null }

/** The client's status by one questionnaire, judged by its own thresholds; indices as for episodes. */
export type RecordedOutcome = {
  title: string
  /** Number of ratings. */
  n: number
  threshold: { points: number; source: string }
  scale: { direction: 'higher-is-better' | 'lower-is-better' }
  /** One score per session, null if there is none. */
  scores: readonly (number | null)[]
  /** Sessions whose score is a total that another program gave, without its answers. */
  totals: readonly number[]
  change: {
    at: Places
    values: { before: number; after: number } | null
    verdict: { change: string }
  }
  track: {
    at: Places
    parameters: { cutoff: number; judgedFromSession: number; littleGained: number }
    values: { baseline: number; current: number } | null
    verdict: string
  } | null
}

/** The scale of the alliance that leads the client's page. Higher is better. */
export type AllianceScale = {
  minimum: number
  maximum: number
  step: number
  /** Its name in words; null for Attune's own form. */
  name: string | null
}

/** Attune's own form of the alliance: the mean of four whole numbers from 0 to 10. */
export const ownAllianceScale: AllianceScale = { minimum: 0, maximum: 10, step: 1 / 4, name: null }

/** Everything that the prompts for one client are made from, with sessions in order. */
export type PromptRecord = {
  sessions: readonly RecordedSession[]
  /** The scale of both raters' alliance in the sessions. */
  alliance: AllianceScale
  episodes: readonly RecordedEpisode[]
  /** The numbers of sessions whose drop, and whose noted rupture, the therapist closed. No rule speaks of them again. */
  closed: { readonly falls: ReadonlySet<number>; readonly notes: ReadonlySet<number> }
  outcomes: readonly RecordedOutcome[]
  /** The current parameters. */
  parameters: RuleParameters
}

/** Whether client and therapist met: the session is under way or was held. */
export function tookPlace(session: RecordedSession): boolean {
  return session.status === 'held' || session.status === 'begun'
}

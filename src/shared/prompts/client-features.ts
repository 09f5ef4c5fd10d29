import { initialRuleParameters, type RuleParameters } from '../rules/rule-parameters.ts'
import type { ScoreKey } from '../sessions/score-key.ts'
import type { SessionEvent } from '../sessions/session.ts'
import type { RecordedEpisode, RecordedRupture } from './prompt-record.ts'
import type { Usual } from './usual.ts'

/** An episode with session numbers instead of indices, and what was reported about it. */
export type EpisodeFeature = Pick<
  RecordedEpisode,
  'rater' | 'level' | 'state' | 'reference' | 'troughScore' | 'depth'
> & {
  troughSession: number
  /** Ratings up to and including the peak, from which the reference level was taken. */
  ratingsBefore: number
  sessionsSinceTrough: number
  isNewestOfRater: boolean
  isReported: boolean
}

/** A rupture noted in the newest session that took place, beside what the client's ratings show. */
export type RuptureReportFeature = RecordedRupture & {
  sessionNumber: number
  /** Whether an episode found in the client's or the therapist's alliance covers this session. */
  isDetected: boolean
}

/** How the two rated the alliance, over the sessions that both rated. */
export type CongruenceFeature = {
  sessionNumber: number
  pairs: number
  tracking: number
  directionalDiscrepancy: number
  /** Distance between the client's highest and lowest rating in these sessions: how much there was to track. */
  clientRange: number
}

/** The therapist's guess of an emotion beside the client's own rating of it, in one session. */
export type GuessFeature = { sessionNumber: number; guess: number; rating: number }

/** Sessions missed since the last one that was held. */
export type MissedFeature = { sessionNumber: number; count: number; lastHeldSession: number }

/** Sessions held in a row, up to the newest, without any rating by the client. */
export type UnratedFeature = { sessionNumber: number; count: number; ratedSessions: number }

/**
 * What the rules look at: one client's record boiled down to the newest state of things.
 *
 * Anything that can't be said from the ratings at hand is null or absent, never a guess.
 */
export type ClientFeatures = {
  /** By which the record was judged: those in force, the therapist's own where some were changed. */
  parameters: RuleParameters
  /** The newest session that is no longer only planned; 0 where there is none. */
  currentSession: number
  usual: Partial<Record<ScoreKey, Usual>>
  episodes: readonly EpisodeFeature[]
  ruptureReport: RuptureReportFeature | null
  /** Null as long as fewer sessions were rated by both than the therapist's settings ask for. */
  congruence: CongruenceFeature | null
  guessNegative: GuessFeature | null
  missed: MissedFeature | null
  unrated: UnratedFeature | null
  /** Events noted in the newest session that took place, and its number. */
  events: { sessionNumber: number; kinds: readonly SessionEvent['kind'][] } | null
}

const nothingKnown: ClientFeatures = {
  parameters: initialRuleParameters,
  currentSession: 0,
  usual: {},
  episodes: [],
  ruptureReport: null,
  congruence: null,
  guessNegative: null,
  missed: null,
  unrated: null,
  events: null,
}

/** Features where only what is given is known: for a rule's examples. */
export function exampleFeatures(known: Partial<ClientFeatures>): ClientFeatures {
  return { ...nothingKnown, ...known }
}

import { initialRuleParameters, type RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { ScoreKey } from '../records/score-key.ts'
import type { SessionEvent } from '../records/session.ts'
import type { NegativeFeeling } from './feelings.ts'
import type { RecordedEpisode, RecordedRupture } from './prompt-record.ts'
import type { Usual } from './usual.ts'

/** A rater's newest episode with session numbers instead of indices, and what was reported about it. */
export type EpisodeFeature = Pick<
  RecordedEpisode,
  'rater' | 'level' | 'state' | 'reference' | 'troughScore' | 'depth'
> & {
  troughSession: number
  /** Ratings up to and including the peak, from which the reference level was taken. */
  ratingsBefore: number
  sessionsSinceTrough: number
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

/** The mean of all of the client's alliance ratings, where the newest session has one. */
export type LevelFeature = { sessionNumber: number; mean: number; ratings: number }

/** Bond, tasks and goals as the client rated them, each the mean over the same newest sessions that have all three. */
export type PartsFeature = {
  sessionNumber: number
  sessions: number
  bond: number
  tasks: number
  goals: number
}

/** How well the therapist thinks they understood, beside how understood the client felt, in the newest session. */
export type UnderstoodFeature = { sessionNumber: number; own: number; felt: number }

/** Words for hard feelings that the therapist chose in the newest session, and how often any was chosen before it. */
export type FeelingsFeature = {
  sessionNumber: number
  words: readonly NegativeFeeling[]
  /** Of the sessions right before it, four at most: in how many such a word was chosen. */
  before: { sessions: number; withWords: number }
}

/** Where one questionnaire stands against its first rating, by its own thresholds. */
export type OutcomeFeature = {
  title: string
  sessionNumber: number
  baselineSession: number
  before: number
  after: number
  ratings: number
  points: number
  source: string
  isReliablyWorse: boolean
  /** Set where less was gained than the rule asks for by now. */
  littleGained: { cutoff: number; fromSession: number; share: number } | null
}

/**
 * What the rules look at: one client's record boiled down to the newest state of things.
 *
 * Anything that can't be said from the ratings at hand is null or absent, never a guess.
 */
export type ClientFeatures = {
  /** The newest session that is no longer only planned; 0 where there is none. */
  currentSession: number
  /** The parameters in force, for rules that have some. */
  parameters: RuleParameters
  usual: Partial<Record<ScoreKey, Usual>>
  level: LevelFeature | null
  parts: PartsFeature | null
  understood: UnderstoodFeature | null
  feelings: FeelingsFeature | null
  episodes: readonly EpisodeFeature[]
  ruptureReport: RuptureReportFeature | null
  congruence: CongruenceFeature | null
  guessNegative: GuessFeature | null
  missed: MissedFeature | null
  unrated: UnratedFeature | null
  /** Events noted in the newest session that took place, and its number. */
  events: { sessionNumber: number; kinds: readonly SessionEvent['kind'][] } | null
  /** Every questionnaire with a change threshold and a rating to compare, in the order of their titles. */
  outcomes: readonly OutcomeFeature[]
}

/** Features where nothing is known yet. */
export const nothingKnown: ClientFeatures = {
  currentSession: 0,
  parameters: initialRuleParameters,
  usual: {},
  level: null,
  parts: null,
  understood: null,
  feelings: null,
  episodes: [],
  ruptureReport: null,
  congruence: null,
  guessNegative: null,
  missed: null,
  unrated: null,
  events: null,
  outcomes: [],
}

import { initialRuleParameters, type RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { PromptScoreKey } from './prompt-scores.ts'
import type { SessionEvent } from '../records/session.ts'
import type { NegativeFeeling, PainfulEmotion } from './feelings.ts'
import type { RecordedEpisode, RecordedRupture } from './prompt-record.ts'
import type { Usual } from './usual.ts'

/** A rater's newest episode with session numbers instead of indices, and the reports about it. */
export type EpisodeFeature = Pick<
  RecordedEpisode,
  'rater' | 'level' | 'state' | 'reference' | 'ratingsInReference' | 'troughScore' | 'depth'
> & {
  troughSession: number
  /** Number of ratings up to and including the peak, which set the yardstick of the depth. */
  ratingsBefore: number
  sessionsSinceTrough: number
  isReported: boolean
}

/** A rupture noted in the newest held session, and whether the client's ratings show it. */
export type RuptureReportFeature = RecordedRupture & {
  sessionNumber: number
  /** Whether an episode found in the client's or the therapist's alliance covers this session. */
  isDetected: boolean
}

/** Both alliance ratings, over the sessions that both rated. */
export type CongruenceFeature = {
  sessionNumber: number
  pairs: number
  tracking: number
  directionalDiscrepancy: number
  /** Half the width of the 95% interval of each. */
  trackingMargin: number
  discrepancyMargin: number
  /** From which difference the views count as apart, in points: a tenth of the scale. */
  leastDiscrepancy: number
}

/** One painful emotion in the newest session: the sealed guess, the client's own rating, and the usual error. */
export type GuessFeature = {
  sessionNumber: number
  emotion: PainfulEmotion
  guess: number
  rating: number
  /** Guess minus rating, beside what is usual with this client; null with too few sessions. */
  error: Usual | null
}

/** Sessions missed since the last one that was held. */
export type MissedFeature = { sessionNumber: number; count: number; lastHeldSession: number }

/** The number of newest held sessions in a row without any rating by the client. */
export type UnratedFeature = {
  sessionNumber: number
  count: number
  ratedSessions: number
  /** Whether the client was asked in one of them and preferred not to. */
  isDeclined: boolean
}

/** The client's newest concern, while no session notes that it was taken up: neither its own nor a later one. */
export type ConcernFeature = { sessionNumber: number; sessionsSince: number }

/** The mean of all of the client's alliance ratings, if the newest session has one, and the middle of the scale. */
export type LevelFeature = { sessionNumber: number; mean: number; middle: number; ratings: number }

/**
 * Bond, tasks and goals as the client rated them, each the mean over the same newest sessions that have all three, and
 * how far each lies above bond at least: the lower end of a 95% interval, and below bond in the same way.
 */
export type PartsFeature = {
  sessionNumber: number
  sessions: number
  bond: number
  tasks: number
  goals: number
  surelyAboveBond: number
  surelyBelowBond: number
}

/** How well the therapist thinks they understood, beside how understood the client felt, in the newest session. */
export type UnderstoodFeature = {
  sessionNumber: number
  own: number
  felt: number
  /** Own minus felt, beside what is usual for the two. */
  gap: Usual
}

/** The alliance at the start and now: means of the first and of the newest ratings, and the least difference that counts. */
export type GrowthFeature = {
  sessionNumber: number
  ratingsEach: number
  first: number
  newest: number
  least: number
}

/** Words for hard feelings that the therapist chose in the newest session, and how often any was chosen before it. */
export type FeelingsFeature = {
  sessionNumber: number
  words: readonly NegativeFeeling[]
  /** In how many of the at most four sessions right before it such a word was chosen. */
  before: { sessions: number; withWords: number }
}

/** How a questionnaire's latest rating compares with its first, by its own thresholds. */
export type OutcomeFeature = {
  title: string
  sessionNumber: number
  baselineSession: number
  before: number
  after: number
  /** Which of the two is a total that another program gave, without its answers. */
  isTotal: { before: boolean; after: boolean }
  ratings: number
  points: number
  source: string
  /** Whether the newest two ratings are both reliably worse than the one they are compared with. */
  isReliablyWorse: boolean
  /** Set if the gain so far is less than the rule expects. */
  littleGained: { cutoff: number; fromSession: number; share: number } | null
}

/**
 * The input of the rules: the newest state of one client's record.
 *
 * Anything that the ratings can't show is null or absent, never a guess.
 */
export type ClientFeatures = {
  /** The newest session that is no longer planned; 0 if there is none. */
  currentSession: number
  /** The current parameters, for rules that have some. */
  parameters: RuleParameters
  /** The name and range of the alliance that leads the client's page; null for Attune's own form. */
  allianceName: string | null
  usual: Partial<Record<PromptScoreKey, Usual>>
  level: LevelFeature | null
  parts: PartsFeature | null
  understood: UnderstoodFeature | null
  feelings: FeelingsFeature | null
  episodes: readonly EpisodeFeature[]
  ruptureReport: RuptureReportFeature | null
  congruence: CongruenceFeature | null
  growth: GrowthFeature | null
  guesses: readonly GuessFeature[]
  /** Sessions held since it was last noted that feelings were explored; null if that was never noted. */
  sinceExplored: number | null
  missed: MissedFeature | null
  unrated: UnratedFeature | null
  /** Events noted in the newest held session, and its number. */
  events: { sessionNumber: number; kinds: readonly SessionEvent['kind'][] } | null
  concern: ConcernFeature | null
  /** Every questionnaire with a change threshold and a rating to compare, in the order of their titles. */
  outcomes: readonly OutcomeFeature[]
}

/** The features of a client without any data. */
export const nothingKnown: ClientFeatures = {
  currentSession: 0,
  parameters: initialRuleParameters,
  allianceName: null,
  usual: {},
  level: null,
  parts: null,
  understood: null,
  feelings: null,
  episodes: [],
  ruptureReport: null,
  congruence: null,
  growth: null,
  guesses: [],
  sinceExplored: null,
  missed: null,
  unrated: null,
  events: null,
  concern: null,
  outcomes: [],
}

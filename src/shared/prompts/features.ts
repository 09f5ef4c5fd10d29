import { congruence } from '#shared/analytics/index.ts'
import { fewestSteps } from '#shared/analytics/rupture-episodes.ts'
import { countsInCourse } from '../records/session.ts'
import { type PromptScoreKey, promptScoreKeys } from './prompt-scores.ts'
import type { ClientFeatures, CongruenceFeature, MissedFeature, UnratedFeature } from './client-features.ts'
import { episodeFeatures, ruptureReport } from './episode-features.ts'
import { guessesOf, sinceExploredOf } from './emotion-features.ts'
import { growthOf } from './growth-feature.ts'
import { concernOf, feelingsOf, levelOf, partsOf, understoodOf } from './newest-features.ts'
import { outcomeFeatures } from './outcome-features.ts'
import { type AllianceScale, type PromptRecord, type RecordedSession, tookPlace } from './prompt-record.ts'
import { type Usual, type UsualScale, usualOf } from './usual.ts'
import { ratingInWords } from './wording.ts'

/** From which share of the range a difference of the two views counts [Attune's choice]. */
const leastShare = 0.1

/** Computes the input of the rules from one client's record. Pure: the same record gives the same features. */
export function featuresOf(record: PromptRecord): ClientFeatures {
  const past = record.sessions.filter(({ status }) => countsInCourse(status))
  const attended = past.filter(tookPlace)
  const newest = attended.at(-1)
  return {
    currentSession: past.at(-1)?.number ?? 0,
    parameters: record.parameters,
    allianceName: allianceNameOf(record.alliance),
    usual: usualByKey(attended, record.alliance),
    level: levelOf(attended, record.alliance),
    parts: partsOf(attended),
    understood: understoodOf(attended),
    growth: growthOf(attended, record.alliance),
    feelings: feelingsOf(attended),
    episodes: episodeFeatures(record),
    ruptureReport: ruptureReport(record),
    congruence: congruenceOf(attended, record),
    guesses: guessesOf(attended),
    sinceExplored: sinceExploredOf(attended),
    missed: missedOf(past),
    unrated: unratedOf(attended),
    events: newest === undefined ? null : { sessionNumber: newest.number, kinds: newest.events },
    concern: concernOf(attended),
    outcomes: outcomeFeatures(record),
  }
}

/** The name and the range of an alliance that is not Attune's own, for the reasons of the rules. */
function allianceNameOf({ name, minimum, maximum }: AllianceScale): string | null {
  return name === null ? null : `${name}, ${ratingInWords(minimum)} to ${ratingInWords(maximum)}`
}

/** The newest rating on each scale beside this person's usual, for the sessions that took place. */
export function usualByKey(
  attended: readonly RecordedSession[],
  alliance: AllianceScale,
): Partial<Record<PromptScoreKey, Usual>> {
  const newest = attended.at(-1)
  if (newest === undefined) return {}
  const rated = promptScoreKeys
    .filter((key) => newest.scores[key] !== undefined)
    .map((key) => ({ key, scale: scaleOf(key, alliance), series: new Array<number | null>() }))
    // On a scale of few steps, one step would look unusual.
    .filter(({ scale }) => scale.scaleRange / scale.step >= fewestSteps)
  // Goes through the sessions once: thousands of them do not fit into the processor's cache.
  for (const { scores } of attended) for (const { key, series } of rated) series.push(scores[key] ?? null)
  const byKey: Partial<Record<PromptScoreKey, Usual>> = {}
  for (const { key, scale, series } of rated) {
    const usual = usualOf(newest.number, series, scale)
    if (usual !== null) byKey[key] = usual
  }
  return byKey
}

/** The range and the step of a score: the alliance on its own scale, a mood is the mean of three whole numbers. */
function scaleOf(key: PromptScoreKey, { minimum, maximum, step }: AllianceScale): UsualScale {
  if (key.endsWith('.alliance')) return { scaleRange: maximum - minimum, step }
  return { scaleRange: 10, step: /negative|positive/.test(key) ? 1 / 3 : 1 }
}

function congruenceOf(
  attended: readonly RecordedSession[],
  { alliance, parameters }: Pick<PromptRecord, 'alliance' | 'parameters'>,
): CongruenceFeature | null {
  const pairs = attended.flatMap(({ number, scores }) => {
    const client = scores['client.alliance']
    const therapist = scores['therapist.alliance']
    return client === undefined || therapist === undefined ? [] : [{ number, client, therapist }]
  })
  const newest = pairs.at(-1)
  if (newest === undefined || pairs.length < parameters.congruencePairs) return null
  const result = congruence(
    pairs.map(({ client }) => client),
    pairs.map(({ therapist }) => therapist),
  )
  if (result === null || result.trackingMargin === null) return null
  return {
    sessionNumber: newest.number,
    pairs: result.pairs,
    tracking: result.tracking,
    directionalDiscrepancy: result.directionalDiscrepancy,
    trackingMargin: result.trackingMargin,
    discrepancyMargin: result.discrepancyMargin,
    leastDiscrepancy: leastShare * (alliance.maximum - alliance.minimum),
  }
}

/** The sessions missed since the last one that took place, among those that count in the course. */
export function missedOf(past: readonly RecordedSession[]): MissedFeature | null {
  const lastAttended = past.findLastIndex(tookPlace)
  const lastHeld = past[lastAttended]
  const missed = past.slice(lastAttended + 1)
  const newest = missed.at(-1)
  if (lastHeld === undefined || newest === undefined) return null
  return { sessionNumber: newest.number, count: missed.length, lastHeldSession: lastHeld.number }
}

/** The sessions held since the client's last rating, among those that took place. */
export function unratedOf(attended: readonly RecordedSession[]): UnratedFeature | null {
  const held = attended.filter(({ status }) => status === 'held')
  const newest = held.at(-1)
  const lastRated = held.findLastIndex(({ isRatedByClient }) => isRatedByClient)
  const count = held.length - 1 - lastRated
  if (newest === undefined || count === 0) return null
  const unrated = held.slice(lastRated + 1)
  return {
    sessionNumber: newest.number,
    count,
    ratedSessions: held.filter(({ isRatedByClient }) => isRatedByClient).length,
    isDeclined: unrated.some(
      ({ clientMissing }) => clientMissing === 'skipped' || clientMissing === 'stopped',
    ),
  }
}

import { ownInstruments } from '../instruments/own-instruments.ts'
import { seriesId } from '../series/client-series.ts'

const { allianceClient, allianceTherapist, sessionExperience, ownEmpathy } = ownInstruments
const { feelingsBefore, feelingsAfter, emotionsClient, emotionsGuess } = ownInstruments

/** The series of the two ratings of the alliance that the rules look at; null if the therapist has no form for it. */
export interface AllianceSeriesIds {
  readonly client: string
  readonly therapist: string | null
}

/** Attune's own form of the alliance. */
export const ownAlliance: AllianceSeriesIds = {
  client: seriesId('client', allianceClient, 'alliance'),
  therapist: seriesId('therapist', allianceTherapist, 'alliance'),
}

/**
 * The scores that the rules of the prompts look at, each with its series. The alliance is the one that leads the
 * client's page; here stands Attune's own. All others are of Attune's own forms, because their thresholds are points
 * from 0 to 10.
 */
const seriesByKey = {
  'client.alliance': ownAlliance.client,
  'client.goals': seriesId('client', allianceClient, 'goals'),
  'client.tasks': seriesId('client', allianceClient, 'tasks'),
  'client.bond': seriesId('client', allianceClient, 'bond'),
  'client.overall': seriesId('client', allianceClient, 'overall'),
  'therapist.alliance': ownAlliance.therapist,
  'therapist.goals': seriesId('therapist', allianceTherapist, 'goals'),
  'therapist.tasks': seriesId('therapist', allianceTherapist, 'tasks'),
  'therapist.bond': seriesId('therapist', allianceTherapist, 'bond'),
  'therapist.overall': seriesId('therapist', allianceTherapist, 'overall'),
  'client.felt-empathy': seriesId('client', sessionExperience, 'felt-empathy'),
  'client.helpfulness': seriesId('client', sessionExperience, 'helpfulness'),
  'client.accomplishment': seriesId('client', sessionExperience, 'accomplishment'),
  'therapist.own-empathy': seriesId('therapist', ownEmpathy, 'own-empathy'),
  'therapist.before.supportive': seriesId('therapist', feelingsBefore, 'supportive'),
  'therapist.before.inadequate': seriesId('therapist', feelingsBefore, 'inadequate'),
  'therapist.after.supportive': seriesId('therapist', feelingsAfter, 'supportive'),
  'therapist.after.inadequate': seriesId('therapist', feelingsAfter, 'inadequate'),
  'client.negative': seriesId('client', emotionsClient, 'negative'),
  'client.positive': seriesId('client', emotionsClient, 'positive'),
  'client.sadness': seriesId('client', emotionsClient, 'sadness'),
  'client.anger': seriesId('client', emotionsClient, 'anger'),
  'client.fear': seriesId('client', emotionsClient, 'fear'),
  'therapist.guess-negative': seriesId('therapist', emotionsGuess, 'negative'),
  'therapist.guess-positive': seriesId('therapist', emotionsGuess, 'positive'),
  'therapist.guess-sadness': seriesId('therapist', emotionsGuess, 'sadness'),
  'therapist.guess-anger': seriesId('therapist', emotionsGuess, 'anger'),
  'therapist.guess-fear': seriesId('therapist', emotionsGuess, 'fear'),
} as const

export type PromptScoreKey = keyof typeof seriesByKey

// `keys` loses the type of the names.
export const promptScoreKeys = Object.keys(seriesByKey) as PromptScoreKey[]

/** Picks what the rules look at from a session's scores by series; the alliance from these two series. */
export function promptScores(
  scores: Readonly<Record<string, number>>,
  alliance: AllianceSeriesIds,
): Partial<Record<PromptScoreKey, number>> {
  const picked: Partial<Record<PromptScoreKey, number>> = {}
  const byKey: Readonly<Record<PromptScoreKey, string | null>> = {
    ...seriesByKey,
    'client.alliance': alliance.client,
    'therapist.alliance': alliance.therapist,
  }
  for (const key of promptScoreKeys) {
    const id = byKey[key]
    const score = id === null ? undefined : scores[id]
    if (score !== undefined) picked[key] = score
  }
  return picked
}

/** Whether one of a session's scores is the client's own, on whatever form. */
export function hasClientScore(scores: Readonly<Record<string, number>>): boolean {
  return Object.keys(scores).some((id) => id.startsWith('client/'))
}

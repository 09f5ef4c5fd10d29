import type { Instrument } from '../instruments/instrument.ts'
import { scoreResponse } from '../instruments/score.ts'
import type { Response } from '../records/session-log.ts'
import type { ScoreKey } from '../records/score-key.ts'

type ScaleKeys = Readonly<Record<string, ScoreKey>>

/** Which score of a session each scale of Attune's own instruments is. */
const keysByInstrument: Readonly<Record<string, ScaleKeys>> = {
  'attune-alliance-client': {
    alliance: 'client.alliance',
    goals: 'client.goals',
    tasks: 'client.tasks',
    bond: 'client.bond',
    overall: 'client.overall',
  },
  'attune-alliance-therapist': {
    alliance: 'therapist.alliance',
    goals: 'therapist.goals',
    tasks: 'therapist.tasks',
    bond: 'therapist.bond',
    overall: 'therapist.overall',
  },
  'attune-session-experience': {
    'felt-empathy': 'client.felt-empathy',
    helpfulness: 'client.helpfulness',
    accomplishment: 'client.accomplishment',
  },
  'attune-own-empathy': { 'own-empathy': 'therapist.own-empathy' },
  'attune-feelings-before': {
    supportive: 'therapist.before.supportive',
    inadequate: 'therapist.before.inadequate',
  },
  'attune-feelings-after': {
    supportive: 'therapist.after.supportive',
    inadequate: 'therapist.after.inadequate',
  },
  'attune-emotions-client': { negative: 'client.negative', positive: 'client.positive' },
  'attune-emotions-guess': { negative: 'therapist.guess-negative', positive: 'therapist.guess-positive' },
}

export type Scores = Partial<Record<ScoreKey, number>>

/** The scores of one session, 0–10 each; a scale without a score is left out, never filled in. */
export function sessionScores(
  responses: readonly Response[],
  findInstrument: (id: string, version: number) => Instrument | null,
): Scores {
  const scores: Scores = {}
  for (const response of responses) {
    const keys = keysByInstrument[response.instrumentId]
    const instrument = keys && findInstrument(response.instrumentId, response.instrumentVersion)
    if (!keys || !instrument) continue
    for (const [scaleId, score] of Object.entries(scoreResponse(instrument, response.answers))) {
      const key = keys[scaleId]
      if (key !== undefined && score.value !== null) scores[key] = score.value
    }
  }
  return scores
}

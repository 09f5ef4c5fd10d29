import type { Instrument } from '../instruments/instrument.ts'
import { scoreResponse } from '../instruments/score.ts'
import { ownInstruments } from '../instruments/own-instruments.ts'
import type { Response } from '../records/session-log.ts'
import type { ScoreKey } from '../records/score-key.ts'

type ScaleKeys = Readonly<Record<string, ScoreKey>>

/** The score key of each scale of Attune's own instruments. */
const keysByInstrument: Readonly<Record<string, ScaleKeys>> = {
  [ownInstruments.allianceClient]: {
    alliance: 'client.alliance',
    goals: 'client.goals',
    tasks: 'client.tasks',
    bond: 'client.bond',
    overall: 'client.overall',
  },
  [ownInstruments.allianceTherapist]: {
    alliance: 'therapist.alliance',
    goals: 'therapist.goals',
    tasks: 'therapist.tasks',
    bond: 'therapist.bond',
    overall: 'therapist.overall',
  },
  [ownInstruments.sessionExperience]: {
    'felt-empathy': 'client.felt-empathy',
    helpfulness: 'client.helpfulness',
    accomplishment: 'client.accomplishment',
  },
  [ownInstruments.ownEmpathy]: { 'own-empathy': 'therapist.own-empathy' },
  [ownInstruments.feelingsBefore]: {
    supportive: 'therapist.before.supportive',
    inadequate: 'therapist.before.inadequate',
  },
  [ownInstruments.feelingsAfter]: {
    supportive: 'therapist.after.supportive',
    inadequate: 'therapist.after.inadequate',
  },
  [ownInstruments.emotionsClient]: { negative: 'client.negative', positive: 'client.positive' },
  [ownInstruments.emotionsGuess]: {
    negative: 'therapist.guess-negative',
    positive: 'therapist.guess-positive',
  },
}

export type Scores = Partial<Record<ScoreKey, number>>

/** The scores of one session, 0–10 each; leaves out a scale without a score and never fills it in. */
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

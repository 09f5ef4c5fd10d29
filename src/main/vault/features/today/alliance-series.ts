import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { ScoreColumn } from '#shared/series/score-row.ts'
import type { ScoredSession } from '../../records/scores/score.repository.ts'

/** The client's own alliance ratings, session by session; null if not rated. */
export interface AllianceSeries {
  readonly numbers: readonly number[]
  readonly scores: readonly (number | null)[]
}

const isAlliance = ([rater, instrument, , occasion, scale]: ScoreColumn): boolean =>
  rater === 'client' &&
  instrument === ownInstruments.allianceClient &&
  occasion === 'after' &&
  scale === 'alliance'

/** Picks the client's alliance from the scores of past sessions. */
export function allianceSeries(sessions: readonly ScoredSession[]): AllianceSeries {
  const past = sessions.filter(({ status }) => status !== 'planned')
  return {
    numbers: past.map(({ number }) => number),
    scores: past.map(({ columns, values }) => values[columns.findIndex(isAlliance)] ?? null),
  }
}

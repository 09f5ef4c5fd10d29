import type { EpisodeFeature, RuptureReportFeature } from './client-features.ts'
import { type PromptRecord, type RecordedEpisode, tookPlace } from './prompt-record.ts'

/** The record's episodes in session numbers, in the order of their lowest points. */
export function episodeFeatures({ sessions, episodes }: PromptRecord): EpisodeFeature[] {
  return episodes
    .toSorted((one, other) => one.trough - other.trough)
    .flatMap((episode) => {
      const trough = sessions[episode.trough]
      if (trough === undefined) return []
      const allianceKey = `${episode.rater}.alliance` as const
      const { rater, level, state, reference, troughScore, depth } = episode
      return {
        rater,
        level,
        state,
        reference,
        troughScore,
        depth,
        troughSession: trough.number,
        ratingsBefore: sessions
          .slice(0, episode.peak + 1)
          .filter(({ scores }) => scores[allianceKey] !== undefined).length,
        sessionsSinceTrough: sessions.slice(episode.trough + 1).filter(tookPlace).length,
        isNewestOfRater: !episodes.some((other) => other.rater === rater && other.trough > episode.trough),
        isReported: sessions.some(
          ({ ruptureNote }, index) => ruptureNote !== null && isCovered(index, episode),
        ),
      }
    })
}

/** The rupture noted in the newest session that took place, or null where none was. */
export function ruptureReport({ sessions, episodes }: PromptRecord): RuptureReportFeature | null {
  const index = sessions.findLastIndex(tookPlace)
  const session = sessions[index]
  if (session === undefined || session.ruptureNote === null) return null
  const { seenBy, isWithdrawal, isConfrontation, intensity, resolution } = session.ruptureNote
  return {
    seenBy,
    isWithdrawal,
    isConfrontation,
    intensity,
    resolution,
    sessionNumber: session.number,
    isDetected: episodes.some((episode) => isCovered(index, episode)),
  }
}

function isCovered(index: number, { peak, trough, end, state }: RecordedEpisode): boolean {
  return index > peak && (state === 'open' || index <= Math.max(trough, end ?? trough))
}

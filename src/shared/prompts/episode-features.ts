import type { EpisodeFeature, RuptureReportFeature } from './client-features.ts'
import { type PromptRecord, type RecordedEpisode, tookPlace } from './prompt-record.ts'

/**
 * The newest episode of each rater, by its lowest point, in session numbers; of the client's the newest that the
 * therapist did not close.
 */
export function episodeFeatures({ sessions, episodes, closed }: PromptRecord): EpisodeFeature[] {
  return (['client', 'therapist'] as const).flatMap((rater) => {
    const isClosed = ({ trough }: RecordedEpisode) =>
      rater === 'client' && closed.falls.has(sessions[trough]?.number ?? 0)
    const episode = newestOf(
      rater,
      episodes.filter((each) => !isClosed(each)),
    )
    const trough = episode === null ? undefined : sessions[episode.trough]
    if (episode === null || trough === undefined) return []
    const allianceKey = `${rater}.alliance` as const
    const { level, state, reference, ratingsInReference, troughScore, depth } = episode
    return [
      {
        rater,
        level,
        state,
        reference,
        ratingsInReference,
        troughScore,
        depth,
        troughSession: trough.number,
        ratingsBefore: sessions
          .slice(0, episode.peak + 1)
          .filter(({ scores }) => scores[allianceKey] !== undefined).length,
        sessionsSinceTrough: sessions.slice(episode.trough + 1).filter(tookPlace).length,
        isReported: sessions.some(
          ({ ruptureNote }, index) => ruptureNote !== null && isCovered(index, episode),
        ),
      },
    ]
  })
}

function newestOf(
  rater: RecordedEpisode['rater'],
  episodes: readonly RecordedEpisode[],
): RecordedEpisode | null {
  let newest: RecordedEpisode | null = null
  for (const episode of episodes) {
    if (episode.rater === rater && (newest === null || episode.trough > newest.trough)) newest = episode
  }
  return newest
}

/** The rupture noted in the newest held session; null if there is none, or the therapist closed it. */
export function ruptureReport({ sessions, episodes, closed }: PromptRecord): RuptureReportFeature | null {
  const index = sessions.findLastIndex(tookPlace)
  const session = sessions[index]
  if (session === undefined || session.ruptureNote === null || closed.notes.has(session.number)) return null
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

import type { Episode, SessionSummary } from '#shared/overview/client-overview.ts'
import type { RuleParameters } from '#shared/rule-settings/rule-parameters.ts'
import { lastCovered, type Past } from './past-sessions.ts'

/** One rating with the number of its session. */
export type NumberedRating = { session: number; value: number }

/** An episode with everything it rests on, in session numbers instead of indices. */
export type EpisodeView = Pick<
  Episode,
  | 'rater'
  | 'level'
  | 'state'
  | 'reference'
  | 'referenceRatings'
  | 'depth'
  | 'dipFrom'
  | 'ruptureFrom'
  | 'spread'
  | 'knownFrom'
  | 'ownSpread'
> & {
  /** "R1" for falls at rupture level, "D1" for dips, "T1" for falls in the therapist's own ratings. */
  label: string
  episode: Episode
  from: NumberedRating
  to: NumberedRating
  /** The session that regained the level; null unless repaired. */
  back: NumberedRating | null
  /** The rule calls the fall repaired at this rating or above. */
  repairLine: number
  missedSessions: number[]
  /** The parameters that the rule used. */
  rule: RuleParameters
  /** From the peak to the end of the episode. */
  ratings: NumberedRating[]
}

/** Every episode in the order of its fall; each rater's are numbered separately. */
export function episodeViews(past: Past): EpisodeView[] {
  const nextNumber = { R: 1, D: 1, T: 1 }
  return past.episodes
    .toSorted((one, other) => one.peak - other.peak)
    .flatMap((episode) => {
      const letter = episode.rater === 'therapist' ? 'T' : episode.level === 'rupture' ? 'R' : 'D'
      const ratings = ratingsWithin(past, episode)
      const from = ratings[0]
      const trough = past.sessions[episode.trough]
      if (from === undefined || trough === undefined) return []
      const view: EpisodeView = {
        ...episode,
        label: `${letter}${String(nextNumber[letter])}`,
        episode,
        from,
        to: { session: trough.number, value: episode.troughScore },
        back:
          episode.state === 'repaired' && episode.end !== null
            ? rated(past.sessions[episode.end], episode.rater)
            : null,
        repairLine: episode.reference - 0.25 * (episode.reference - episode.troughScore),
        rule: past.parameters,
        missedSessions: episode.missed.flatMap((index) => past.sessions[index]?.number ?? []),
        ratings,
      }
      nextNumber[letter] += 1
      return view
    })
}

function rated(session: SessionSummary | undefined, rater: Episode['rater']): NumberedRating | null {
  const value = session?.scores[`${rater}.alliance`]
  return session === undefined || value === undefined ? null : { session: session.number, value }
}

function ratingsWithin({ sessions }: Past, episode: Episode): NumberedRating[] {
  return sessions
    .slice(episode.peak, lastCovered(episode, sessions.length) + 1)
    .flatMap((session) => rated(session, episode.rater) ?? [])
}

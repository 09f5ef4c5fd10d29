import type { Episode, SessionSummary } from '#shared/overview/client-overview.ts'
import type { RuleParameters } from '#shared/rule-settings/rule-parameters.ts'
import { lastCovered, type Past } from './past-sessions.ts'

/** One rating with the number of its session. */
export type NumberedRating = { session: number; value: number }

/** An episode with everything it was found by, in session numbers instead of indices. */
export type EpisodeView = Pick<
  Episode,
  'rater' | 'level' | 'state' | 'reference' | 'depth' | 'spread' | 'spreadSetBy'
> & {
  /** "R1" for falls at rupture level, "D1" for dips, "T1" for those in the therapist's own ratings. */
  label: string
  episode: Episode
  from: NumberedRating
  to: NumberedRating
  /** Where the level was regained; null unless repaired. */
  back: NumberedRating | null
  /** The rating at or above which the rule calls it repaired. */
  repairLine: number
  /** Ratings of this rater up to and including the one fallen from. */
  ratingsBefore: number
  missedSessions: number[]
  /** The parameters it was found by. */
  rule: RuleParameters
  isBetweenSdOwn: boolean
  /** From the rating fallen from to the end of the episode. */
  ratings: NumberedRating[]
}

/** Every episode in the order of its fall, each rater's counted apart. */
export function episodeViews(past: Past): EpisodeView[] {
  const counts = { client: countRatings(past, 'client'), therapist: countRatings(past, 'therapist') }
  const nextNumber = { R: 1, D: 1, T: 1 }
  return past.episodes
    .toSorted((one, other) => one.peak - other.peak)
    .flatMap((episode) => {
      const letter = episode.rater === 'therapist' ? 'T' : episode.level === 'rupture' ? 'R' : 'D'
      const ratings = ratingsWithin(past, episode)
      const from = ratings[0]
      const trough = past.sessions[episode.trough]
      if (from === undefined || trough === undefined) return []
      const { rater, level, state, reference, depth, spread, spreadSetBy } = episode
      const view: EpisodeView = {
        rater,
        level,
        state,
        reference,
        depth,
        spread,
        spreadSetBy,
        label: `${letter}${String(nextNumber[letter])}`,
        episode,
        from,
        to: { session: trough.number, value: episode.troughScore },
        back: state === 'repaired' && episode.end !== null ? rated(past.sessions[episode.end], rater) : null,
        repairLine: reference - 0.25 * (reference - episode.troughScore),
        ratingsBefore: counts[rater][episode.peak] ?? 0,
        rule: past.parameters,
        isBetweenSdOwn: past.changedParameters.includes('betweenSd'),
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

/** How many alliance ratings there are up to and including each session. */
function countRatings({ sessions }: Past, rater: Episode['rater']): number[] {
  let count = 0
  return sessions.map(({ scores }) => (count += scores[`${rater}.alliance`] === undefined ? 0 : 1))
}

import type { ExplanationOf } from '#shared/analytics/explained/index.ts'
import { scoreIn, type Past } from './past-sessions.ts'

/** One rating with the number of its session. */
export type NumberedRating = { session: number; value: number }

/** An episode as its explanation has it, with its name and the ratings to show. */
export type EpisodeView = {
  rater: 'client' | 'therapist'
  level: ExplanationOf<'episode'>['verdict']['level']
  state: ExplanationOf<'episode'>['verdict']['state']
  /** "R1" for falls at rupture level, "D1" for dips, "T1" for falls in the therapist's own ratings. */
  label: string
  explained: ExplanationOf<'episode'>
  from: NumberedRating
  to: NumberedRating
  /** The session that regained the level; null unless repaired. */
  back: NumberedRating | null
  /** The last session that the episode covers; the first is the one after its peak. */
  lastCovered: number
  /** From the peak to the end of the episode. */
  ratings: NumberedRating[]
}

/** Every episode in the order of its fall; each rater's are numbered separately. */
export function episodeViews({ sessions, course, lead }: Past): EpisodeView[] {
  const nextNumber = { R: 1, D: 1, T: 1 }
  const byNumber = new Map(sessions.map((session) => [session.number, session]))
  const newest = sessions.at(-1)?.number ?? 0
  const found = (['client', 'therapist'] as const).flatMap((rater) =>
    (course?.episodes[rater] ?? []).map((explained) => ({ rater, explained })),
  )
  return found
    .toSorted((one, other) => one.explained.at.peak - other.explained.at.peak)
    .map(({ rater, explained }): EpisodeView => {
      const { at, values, verdict } = explained
      const letter = rater === 'therapist' ? 'T' : verdict.level === 'rupture' ? 'R' : 'D'
      const rated = (session: number): NumberedRating[] => {
        const value = scoreIn(byNumber.get(session), lead[rater])
        return value === null ? [] : [{ session, value }]
      }
      const label = `${letter}${String(nextNumber[letter])}`
      nextNumber[letter] += 1
      return {
        rater,
        ...verdict,
        label,
        explained,
        from: { session: at.peak, value: values.peakScore },
        to: { session: at.trough, value: values.troughScore },
        back: verdict.state === 'repaired' && at.end !== null ? (rated(at.end)[0] ?? null) : null,
        lastCovered: verdict.state === 'open' ? newest : Math.max(at.trough, at.end ?? at.trough),
        ratings: explained.sessions.flatMap(rated),
      }
    })
}

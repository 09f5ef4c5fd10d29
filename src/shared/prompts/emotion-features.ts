import type { GuessFeature } from './client-features.ts'
import { painfulEmotions, type PainfulEmotion } from './feelings.ts'
import type { RecordedSession } from './prompt-record.ts'
import { usualOf } from './usual.ts'

// A guess minus a rating runs from -10 to 10.
const errorScale = { scaleRange: 20, step: 1, ratedRange: 10 }

/** Each painful emotion that was guessed and rated in the newest session. */
export function guessesOf(attended: readonly RecordedSession[]): GuessFeature[] {
  const newest = attended.at(-1)
  if (newest === undefined) return []
  return (Object.keys(painfulEmotions) as PainfulEmotion[]).flatMap((emotion) => {
    const pairOf = ({ scores }: RecordedSession) => {
      const [guess, rating] = [scores[`therapist.guess-${emotion}`], scores[`client.${emotion}`]]
      return guess === undefined || rating === undefined ? null : { guess, rating }
    }
    const pair = pairOf(newest)
    if (pair === null) return []
    const errors = attended.map((session) => {
      const both = pairOf(session)
      return both === null ? null : both.guess - both.rating
    })
    return [
      { sessionNumber: newest.number, emotion, ...pair, error: usualOf(newest.number, errors, errorScale) },
    ]
  })
}

/** The number of sessions since it was last noted that feelings were explored, null if it never was. */
export function sinceExploredOf(attended: readonly RecordedSession[]): number | null {
  const last = attended.findLastIndex(({ events }) => events.includes('feelings-explored'))
  return last === -1 ? null : attended.length - 1 - last
}

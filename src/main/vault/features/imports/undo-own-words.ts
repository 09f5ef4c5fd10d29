import { currentWording, type OwnWords, type WordingId } from '#shared/records/own-words.ts'
import type { Records } from '../../records/records.ts'
import { digestOf, type KeptOwnWords } from './kept-imports.ts'

/** How many ratings are taken out before the next pause. */
const ratingsInSlice = 100

/**
 * Takes the ratings in own words of an import out, with the wordings, goals and problems that it made. Keeps those that
 * somebody has changed or rated since, that a removed session can bring back, or that are asked for again. Yields after
 * some ratings.
 */
export function* undoOwnWords(
  { ownWords, removedSessions, formDrafts }: Pick<Records, 'ownWords' | 'removedSessions' | 'formDrafts'>,
  kept: readonly KeptOwnWords[],
): Generator<undefined, { ownRatings: number; kept: number }> {
  const taken = { ownRatings: 0, kept: 0 }
  /** Whether a wording is as the import made it, and nothing rests on it. */
  const isUntouched = (
    { id, words, ratings }: OwnWords['wordings'][number],
    made: ReadonlyMap<WordingId, string>,
  ): boolean => ratings.length === 0 && made.get(id) === digestOf(words) && !removedSessions.refersTo(id)

  for (const { id, made, wordings, ratings } of kept) {
    let gone = 0
    for (const [at, rating] of ratings.entries()) {
      if (ownWords.removeRating(rating)) gone += 1
      if (at % ratingsInSlice === 0) yield undefined
    }
    taken.ownRatings += gone
    const now = ownWords.get(id)
    const byId = new Map(wordings.map((wording) => [wording.id, wording.digest]))
    const isTyped = formDrafts.get({ form: 'own-rewording', subject: id }) !== null
    let isWhole = gone === ratings.length
    if (now !== null && made !== null) {
      // What was there before the import has a wording of its own, so only what the import made can go as a whole.
      if (!isTyped && now.endedOn === made && now.wordings.every((each) => isUntouched(each, byId)))
        ownWords.remove(id)
      else isWhole = false
    } else if (now !== null) {
      const isAsked = (wording: OwnWords['wordings'][number]): boolean =>
        now.endedOn === null && currentWording(now).id === wording.id
      for (const wording of now.wordings.filter((each) => byId.has(each.id))) {
        const latest = ownWords.get(id)
        if (latest !== null && isUntouched(wording, byId) && !isAsked(wording))
          ownWords.removeWording(latest, wording.id)
        else isWhole = false
      }
    }
    if (!isWhole) taken.kept += 1
  }
  return taken
}

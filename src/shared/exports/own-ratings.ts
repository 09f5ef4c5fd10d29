import { z } from 'zod'
import { instantSchema } from '../records/calendar.ts'
import {
  longestWording,
  ownRatingValueSchema,
  ownWordsKindSchema,
  type OwnWordsKind,
} from '../records/own-words.ts'
import { lineSchema } from '../records/text.ts'

/** A client has at most three that are asked for at once, so even a long life leaves fewer. */
const placeSchema = z.int().min(1).max(1_000)

/** One rating of a goal or problem in the client's own words as it leaves the vault. */
export const exportedOwnRatingSchema = z.strictObject({
  kind: ownWordsKindSchema,
  /** Which goal or problem of this client that has a rating, counted from 1 in the order in which they were added. */
  item: placeSchema,
  /** Which wording of it that has a rating, counted from 1. */
  wording: placeSchema,
  recordedAt: instantSchema,
  value: ownRatingValueSchema,
  /** Empty if words were not asked for. */
  words: lineSchema(longestWording),
})
export type ExportedOwnRating = z.output<typeof exportedOwnRatingSchema>

/** The part of a goal or problem that an export takes. */
interface OwnWordsToExport {
  readonly kind: OwnWordsKind
  readonly wordings: readonly {
    readonly words: string
    readonly ratings: readonly {
      readonly sessionId: string
      readonly value: number
      readonly ratedAt: string
    }[]
  }[]
}

/**
 * The ratings of a client's own words, by session. Only what has a rating is counted: the places are then the same after
 * an import, which brings nothing that was never rated.
 */
export function ownRatingsBySession(ownWords: readonly OwnWordsToExport[]): Map<string, ExportedOwnRating[]> {
  const rated = ownWords
    .map(({ kind, wordings }) => ({ kind, wordings: wordings.filter(({ ratings }) => ratings.length > 0) }))
    .filter(({ wordings }) => wordings.length > 0)
  const bySession = new Map<string, ExportedOwnRating[]>()
  for (const [item, { kind, wordings }] of rated.entries())
    for (const [wording, { words, ratings }] of wordings.entries())
      for (const { sessionId, ratedAt, value } of ratings) {
        const own = bySession.get(sessionId) ?? []
        bySession.set(sessionId, own)
        own.push({ kind, item: item + 1, wording: wording + 1, recordedAt: ratedAt, value, words })
      }
  return bySession
}

import { z } from 'zod'
import { calendarDateSchema, instantSchema } from './calendar.ts'
import { clientIdSchema, sessionIdSchema } from './ids.ts'
import { enteredLineSchema, lineSchema } from './text.ts'

/** Whether the client says where they want to get to, or what troubles them. */
export const ownWordsKinds = ['goal', 'problem'] as const
export const ownWordsKindSchema = z.enum(ownWordsKinds)
export type OwnWordsKind = z.output<typeof ownWordsKindSchema>

/** The most goals and problems that a client rates at a hand-over. */
export const mostOpenOwnWords = 3

/** The longest wording, in UTF-16 code units. */
export const longestWording = 200

/** The ends of the rating: of a goal 10 is reached, of a problem 10 is as bad as can be. */
export const ownRatingScale = { minimum: 0, maximum: 10 } as const
export const ownRatingValueSchema = z.int().min(ownRatingScale.minimum).max(ownRatingScale.maximum)

/** Where in the client's form they are asked for. */
export const ownWordsPlaces = ['after', 'before', 'not-asked'] as const
export const ownWordsPlaceSchema = z.enum(ownWordsPlaces)
export type OwnWordsPlace = z.output<typeof ownWordsPlaceSchema>

export const ownWordsIdSchema = z.uuid().brand<'OwnWordsId'>()
export type OwnWordsId = z.output<typeof ownWordsIdSchema>
export const wordingIdSchema = z.uuid().brand<'WordingId'>()
export type WordingId = z.output<typeof wordingIdSchema>

/** A goal or problem as the client puts it, as it is typed in. */
export const enteredWordingSchema = enteredLineSchema(longestWording).pipe(z.string().min(1))

/** One rating by the client. A second one in the same session leaves the first. */
export const ownRatingSchema = z.strictObject({
  sessionId: sessionIdSchema,
  value: ownRatingValueSchema,
  ratedAt: instantSchema,
})
export type OwnRating = z.output<typeof ownRatingSchema>

/** One way to put it, with its ratings in the order in which they were made. */
export const wordingSchema = z.strictObject({
  id: wordingIdSchema,
  words: lineSchema(longestWording),
  since: calendarDateSchema,
  ratings: z.array(ownRatingSchema),
})
export type Wording = z.output<typeof wordingSchema>

/** One goal or problem of a client with every wording it had, the first one first. */
export const ownWordsSchema = z.strictObject({
  id: ownWordsIdSchema,
  clientId: clientIdSchema,
  kind: ownWordsKindSchema,
  /** The day from which it is no longer asked for; null while it is. */
  endedOn: calendarDateSchema.nullable(),
  wordings: z.array(wordingSchema).min(1),
})
export type OwnWords = z.output<typeof ownWordsSchema>

/** What the client's form asks for: the current wording of a goal or problem. */
export const askedWordingSchema = z.strictObject({
  id: wordingIdSchema,
  kind: ownWordsKindSchema,
  words: lineSchema(longestWording),
})
export type AskedWording = z.output<typeof askedWordingSchema>

/** The rating of a session: the newest of any wording; null if the session has none. */
export function ownRatingIn(
  { wordings }: Pick<OwnWords, 'wordings'>,
  sessionId: string,
): { readonly wording: Wording; readonly rating: OwnRating } | null {
  const found = wordings.flatMap((wording) =>
    wording.ratings.filter((rating) => rating.sessionId === sessionId).map((rating) => ({ wording, rating })),
  )
  return found.reduce<(typeof found)[number] | null>(
    (newest, each) => (newest === null || each.rating.ratedAt >= newest.rating.ratedAt ? each : newest),
    null,
  )
}

/** The wording that is current, or was when it ended. */
export function currentWording({ wordings }: Pick<OwnWords, 'wordings'>): Wording {
  const last = wordings.at(-1)
  if (last === undefined) throw new Error('own words have at least one wording')
  return last
}

import { randomUUID } from 'node:crypto'
import type { ClientId } from '#shared/records/ids.ts'
import {
  ownWordsIdSchema,
  wordingIdSchema,
  type OwnRating,
  type OwnWordsKind,
  type WordingId,
} from '#shared/records/own-words.ts'
import type { Session } from '#shared/records/session.ts'
import type { Records } from '../../records/records.ts'

/** The ratings of one wording in a session, with the words that were rated. */
interface RatedWords {
  readonly kind: OwnWordsKind
  readonly words: string
  readonly ratings: readonly OwnRating[]
}

/** Takes the ratings of own words out of a session that moves, inside the caller's transaction. */
export function takeOwnRatings(
  ownWords: Records['ownWords'],
  session: Pick<Session, 'id' | 'clientId'>,
): RatedWords[] {
  const sessionId = session.id
  const rated = ownWords.ratedIn(session).flatMap(({ kind, wordings }) =>
    wordings.map(({ words, ratings }) => ({
      kind,
      words,
      ratings: ratings.filter((rating) => rating.sessionId === sessionId),
    })),
  )
  ownWords.takeRatings(sessionId)
  return rated.filter(({ ratings }) => ratings.length > 0)
}

/**
 * Keeps these ratings with the client that the session now belongs to: with the same words if the client has them, else
 * with new ones that have ended on the session's day, so that nobody is asked for them.
 */
export function giveOwnRatings(
  ownWords: Records['ownWords'],
  clientId: ClientId,
  { rated, day }: { readonly rated: readonly RatedWords[]; readonly day: string },
): void {
  const used = new Set<WordingId>()
  for (const { kind, words, ratings } of rated) {
    const same = ownWords
      .ofClient(clientId)
      .filter((each) => each.kind === kind)
      .flatMap(({ wordings }) => wordings)
      .find((wording) => wording.words === words && !used.has(wording.id))
    const wordingId = same?.id ?? addEnded(ownWords, clientId, { kind, words, day })
    used.add(wordingId)
    for (const rating of ratings) ownWords.rate(clientId, wordingId, rating)
  }
}

function addEnded(
  ownWords: Records['ownWords'],
  clientId: ClientId,
  { kind, words, day }: { readonly kind: OwnWordsKind; readonly words: string; readonly day: string },
): WordingId {
  const added = { id: ownWordsIdSchema.parse(randomUUID()), clientId, kind, endedOn: day }
  const wording = { id: wordingIdSchema.parse(randomUUID()), words, since: day }
  ownWords.add(added)
  ownWords.addWording(added, wording)
  return wording.id
}

import type { HandOverAnswers, HandOverForm } from '#shared/contract/operations/hand-over.ts'
import { AppError } from '#shared/contract/result.ts'
import { currentWording } from '#shared/records/own-words.ts'
import type { Session } from '#shared/records/session.ts'
import type { Records } from '../../records/records.ts'

/** The goals and problems that the client's form asks for: the current wording of each that is open. */
export function askedOwnWords(
  { ownWords }: Pick<Records, 'ownWords'>,
  clientId: string,
): HandOverForm['ownWords'] {
  const place = ownWords.placeOf(clientId)
  const open = ownWords.ofClient(clientId).filter(({ endedOn }) => endedOn === null)
  const asked = open.map(({ kind, ...each }) => {
    const { id, words } = currentWording(each)
    return { id, kind, words }
  })
  return { isFirst: place === 'before', asked: place === 'not-asked' ? [] : asked }
}

/** Throws `not-found` for a rating of something that the form doesn't ask for. */
export function checkOwnRatings({ asked }: HandOverForm['ownWords'], given: HandOverAnswers): void {
  for (const wordingId of Object.keys(given.ownRatings))
    if (asked.every(({ id }) => id !== wordingId))
      throw new AppError('not-found', [`ownRatings.${wordingId}`])
}

/** Keeps the client's ratings of their own words with the session. */
export function keepOwnRatings(
  { ownWords }: Pick<Records, 'ownWords'>,
  { id: sessionId, clientId }: Pick<Session, 'id' | 'clientId'>,
  given: HandOverAnswers,
  ratedAt: string,
): void {
  for (const [wordingId, value] of Object.entries(given.ownRatings))
    ownWords.rate(clientId, wordingId, { sessionId, value, ratedAt })
}

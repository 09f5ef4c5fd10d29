import type { ClientId } from '#shared/records/ids.ts'
import type { Records } from '../../records/records.ts'
import { digestOf, type KeptOwnWords } from './kept-imports.ts'
import type { PlannedOwnWords } from './plan-own-words.ts'

/** How many ratings are written before the next pause. */
const ratingsInSlice = 100

/** Writes what is planned of one client's own words, inside the caller's transaction. Yields after some ratings. */
export function* applyOwnWords(
  { ownWords }: Pick<Records, 'ownWords'>,
  clientId: ClientId,
  planned: readonly PlannedOwnWords[],
): Generator<undefined, KeptOwnWords[]> {
  const kept: KeptOwnWords[] = []
  for (const { id, kind, endedOn, isNew, wordings, ratings } of planned) {
    if (isNew) ownWords.add({ id, clientId, kind, endedOn })
    for (const { at, ...wording } of wordings) ownWords.insertWording({ id, clientId }, wording, at)
    for (const [at, { wordingId, ...rating }] of ratings.entries()) {
      ownWords.rate(clientId, wordingId, rating)
      if (at % ratingsInSlice === 0) yield undefined
    }
    kept.push({
      id,
      made: isNew ? endedOn : null,
      wordings: wordings.map(({ id: wording, words }) => ({ id: wording, digest: digestOf(words) })),
      ratings: ratings.map(({ wordingId, sessionId, ratedAt }) => ({ wordingId, sessionId, ratedAt })),
    })
  }
  return kept
}

import { randomUUID } from 'node:crypto'
import { clientIdSchema, sessionIdSchema } from '#shared/records/ids.ts'
import { ownWordsIdSchema, wordingIdSchema, type OwnWordsKind } from '#shared/records/own-words.ts'
import { createOwnWordsRepository } from '../../../records/clients/own-words.repository.ts'
import type { TestVault } from '../../../testing/test-vault.ts'

/** A goal or problem with its wordings, each with its ratings: session, value and, if it matters, the instant. */
interface MadeOwnWords {
  readonly kind: OwnWordsKind
  readonly isEnded?: boolean
  readonly wordings: readonly {
    readonly words: string
    readonly ratings: readonly (readonly [session: number, value: number, ratedAt?: string])[]
  }[]
}

const afterSession = '2026-03-16T15:00:00.000Z'

/** Puts goals and problems into a vault as if the client had rated them. Ratings of sessions that aren't there are left out. */
export function putOwnWords({ db }: TestVault, code: string, made: readonly MadeOwnWords[]): void {
  const ownWords = createOwnWordsRepository(db)
  const clientId = clientIdSchema.parse(db.prepare('SELECT id FROM clients WHERE code = ?').pluck().get(code))
  for (const { kind, isEnded = false, wordings } of made) {
    const id = ownWordsIdSchema.parse(randomUUID())
    ownWords.add({ id, clientId, kind, endedOn: isEnded ? '2026-03-10' : null })
    for (const { words, ratings } of wordings) {
      const wordingId = wordingIdSchema.parse(randomUUID())
      ownWords.addWording({ id, clientId }, { id: wordingId, words, since: '2026-02-01' })
      for (const [number, value, ratedAt = afterSession] of ratings) {
        const session = db
          .prepare('SELECT id FROM sessions WHERE client_id = ? AND number = ?')
          .pluck()
          .get(clientId, number)
        if (session === undefined) continue
        ownWords.rate(clientId, wordingId, { sessionId: sessionIdSchema.parse(session), value, ratedAt })
      }
    }
  }
}

/** A client's own words as a vault has them, without ids: each with the day on which it has ended, and its ratings by session. */
export function ownWordsIn({ db }: TestVault, code: string) {
  const clientId = String(db.prepare('SELECT id FROM clients WHERE code = ?').pluck().get(code))
  const numberOf = db.prepare('SELECT number FROM sessions WHERE id = ?').pluck()
  return createOwnWordsRepository(db)
    .ofClient(clientId)
    .map(({ kind, endedOn, wordings }) => ({
      kind,
      endedOn,
      wordings: wordings.map(({ words, ratings }) => ({
        words,
        ratings: ratings
          .map(({ sessionId, value }): [number, number] => [Number(numberOf.get(sessionId)), value])
          .toSorted(([one], [other]) => one - other),
      })),
    }))
}

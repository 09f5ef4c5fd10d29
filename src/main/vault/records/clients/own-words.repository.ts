import type Database from 'better-sqlite3'
import { z } from 'zod'
import {
  ownRatingIn,
  ownRatingSchema,
  ownWordsPlaceSchema,
  ownWordsSchema,
  wordingSchema,
  type OwnRating,
  type OwnWords,
  type OwnWordsPlace,
  type Wording,
  type WordingId,
} from '#shared/records/own-words.ts'
import type { Session } from '#shared/records/session.ts'
import { rowOf } from '../stored-row.ts'

export const ownWordsQueries = {
  ownWordsOfClient:
    'SELECT id, client_id, kind, ended_on FROM own_words WHERE client_id = ? ORDER BY position',
  lastOwnWords: 'SELECT position FROM own_words WHERE client_id = ? ORDER BY position DESC LIMIT 1',
  ownWordsById: 'SELECT id, client_id, kind, ended_on FROM own_words WHERE id = ?',
  wordingsOfOwnWords: 'SELECT id, words, since FROM own_wordings WHERE own_words_id = ? ORDER BY position',
  ratingsOfWording:
    'SELECT session_id, value, rated_at FROM own_ratings WHERE wording_id = ? ORDER BY rated_at',
  clientOfWording: 'SELECT client_id FROM own_wordings WHERE id = ?',
  ownWordsPlace: 'SELECT place FROM own_words_places WHERE client_id = ?',
} as const

const rowSchema = rowOf(ownWordsSchema.omit({ wordings: true }))
const wordingRowSchema = rowOf(wordingSchema.omit({ ratings: true }))
const ratingRowSchema = rowOf(ownRatingSchema)

/** Which rating it is, without its value. */
export interface OwnRatingKey extends Pick<OwnRating, 'sessionId' | 'ratedAt'> {
  readonly wordingId: WordingId
}

/** Goals and problems in the clients' own words, with their wordings and ratings. */
export function createOwnWordsRepository(db: Database.Database) {
  const select = {
    ofClient: db.prepare(ownWordsQueries.ownWordsOfClient),
    last: db.prepare(ownWordsQueries.lastOwnWords).pluck(),
    byId: db.prepare(ownWordsQueries.ownWordsById),
    wordings: db.prepare(ownWordsQueries.wordingsOfOwnWords),
    ratings: db.prepare(ownWordsQueries.ratingsOfWording),
    clientOfWording: db.prepare(ownWordsQueries.clientOfWording).pluck(),
    place: db.prepare(ownWordsQueries.ownWordsPlace).pluck(),
  }

  const whole = (row: unknown): OwnWords => {
    const found = rowSchema.parse(row)
    const wordings = select.wordings.all(found.id).map((wording): Wording => {
      const { id, ...words } = wordingRowSchema.parse(wording)
      return { id, ...words, ratings: select.ratings.all(id).map((rating) => ratingRowSchema.parse(rating)) }
    })
    return { ...found, wordings }
  }

  const get = (id: string): OwnWords | null => {
    const row = select.byId.get(id)
    return row === undefined ? null : whole(row)
  }

  const addWordingAt = (
    { id: ownWordsId, clientId }: Pick<OwnWords, 'id' | 'clientId'>,
    { id, words, since }: Omit<Wording, 'ratings'>,
    position: number,
  ): void => {
    db.prepare(
      `INSERT INTO own_wordings (id, own_words_id, client_id, position, words, since)
       VALUES (:id, :ownWordsId, :clientId, :position, :words, :since)`,
    ).run({ id, ownWordsId, clientId, position, words, since })
  }
  /** Moves the wordings from a place on by one. Two of them never have the same place, not even on the way. */
  const shiftWordings = (ownWordsId: string, from: number, by: 1 | -1): void => {
    db.prepare(
      'UPDATE own_wordings SET position = -1 - (position + :by) WHERE own_words_id = :ownWordsId AND position >= :from',
    ).run({ ownWordsId, from, by })
    db.prepare(
      'UPDATE own_wordings SET position = -1 - position WHERE own_words_id = :ownWordsId AND position < 0',
    ).run({ ownWordsId })
  }

  return {
    get,
    /** The oldest first. */
    ofClient: (clientId: string): OwnWords[] => select.ofClient.all(clientId).map(whole),
    /** Those of a client that were rated in a session of theirs, the oldest first. */
    ratedIn: ({ id, clientId }: Pick<Session, 'id' | 'clientId'>): OwnWords[] =>
      select.ofClient
        .all(clientId)
        .map(whole)
        .filter((each) => ownRatingIn(each, id) !== null),
    /** Where the client's form asks for them: after the other forms unless the therapist chose. */
    placeOf: (clientId: string): OwnWordsPlace =>
      ownWordsPlaceSchema.optional().parse(select.place.get(clientId)) ?? 'after',
    putPlace: (clientId: string, place: OwnWordsPlace): void => {
      db.prepare(
        `INSERT INTO own_words_places (client_id, place) VALUES (:clientId, :place)
         ON CONFLICT (client_id) DO UPDATE SET place = :place`,
      ).run({ clientId, place })
    },
    /** Adds one after those that the client has. */
    add: (added: Omit<OwnWords, 'wordings'>): void => {
      const position = (z.int().optional().parse(select.last.get(added.clientId)) ?? -1) + 1
      db.prepare(
        `INSERT INTO own_words (id, client_id, kind, position, ended_on)
         VALUES (:id, :clientId, :kind, :position, :endedOn)`,
      ).run({ ...added, position })
    },
    /** Adds a wording after those that are there. */
    addWording: (own: Pick<OwnWords, 'id' | 'clientId'>, wording: Omit<Wording, 'ratings'>): void =>
      addWordingAt(own, wording, select.wordings.all(own.id).length),
    /** Adds a wording at a place, counted from 0, before those that are there and after it. */
    insertWording: (
      own: Pick<OwnWords, 'id' | 'clientId'>,
      wording: Omit<Wording, 'ratings'>,
      at: number,
    ): void => {
      shiftWordings(own.id, at, 1)
      addWordingAt(own, wording, at)
    },
    /** Takes a wording out with its ratings. It must not be the only one. */
    removeWording: ({ id: ownWordsId, wordings }: Pick<OwnWords, 'id' | 'wordings'>, id: WordingId): void => {
      const at = wordings.findIndex((wording) => wording.id === id)
      if (db.prepare('DELETE FROM own_wordings WHERE id = ?').run(id).changes === 1)
        shiftWordings(ownWordsId, at + 1, -1)
    },
    replaceWording: ({ id, words, since }: Omit<Wording, 'ratings'>): void => {
      db.prepare('UPDATE own_wordings SET words = :words, since = :since WHERE id = :id').run({
        id,
        words,
        since,
      })
    },
    setEnd: (id: string, endedOn: string | null): void => {
      db.prepare('UPDATE own_words SET ended_on = :endedOn WHERE id = :id').run({ id, endedOn })
    },
    remove: (id: string): void => {
      db.prepare('DELETE FROM own_words WHERE id = ?').run(id)
    },
    /** Keeps a rating with its session. Ignores a wording that is not one of the client's. */
    rate: (clientId: string, wordingId: string, { sessionId, value, ratedAt }: OwnRating): void => {
      if (select.clientOfWording.get(wordingId) !== clientId) return
      db.prepare(
        `INSERT INTO own_ratings (session_id, wording_id, client_id, rated_at, value)
         VALUES (:sessionId, :wordingId, :clientId, :ratedAt, :value)
         ON CONFLICT (session_id, wording_id, rated_at) DO UPDATE SET value = :value`,
      ).run({ sessionId, wordingId, clientId, ratedAt, value })
    },
    /** Takes a rating out. False if it is not there. */
    removeRating: ({ wordingId, sessionId, ratedAt }: OwnRatingKey): boolean =>
      db
        .prepare(
          'DELETE FROM own_ratings WHERE session_id = :sessionId AND wording_id = :wordingId AND rated_at = :ratedAt',
        )
        .run({ wordingId, sessionId, ratedAt }).changes === 1,
    /** Takes the ratings of a session out, so that they can go to another client's wordings. */
    takeRatings: (sessionId: string): void => {
      db.prepare('DELETE FROM own_ratings WHERE session_id = ?').run(sessionId)
    },
  }
}

import type Database from 'better-sqlite3'
import { z } from 'zod'
import {
  storedSessionLogSchema,
  type Response,
  type SessionLog,
  type StoredSessionLog,
} from '#shared/records/session-log.ts'
import { sessionSchema, type Session, type SessionEvent } from '#shared/records/session.ts'
import { rowOf } from '../stored-row.ts'
import { sessionQueries, sessionStatements } from './session-queries.ts'
import { eventRowSchema, responseRowSchema, sessionRecordSchema, type SessionRecord } from './session-row.ts'

/** A stored session with all its data; nothing is hidden. */
export type FullSession = SessionRecord & {
  readonly responses: readonly Response[]
  readonly events: readonly SessionEvent[]
}

/** The fields of a session that a day's list shows. */
const listedSchema = rowOf(
  sessionSchema.pick({
    id: true,
    clientId: true,
    number: true,
    date: true,
    timeOfDay: true,
    status: true,
  }),
)
const nextSchema = rowOf(sessionSchema.pick({ clientId: true, date: true, timeOfDay: true }))
type NextSession = Omit<z.output<typeof nextSchema>, 'clientId'>
export type ListedSession = z.output<typeof listedSchema>

const placedSchema = rowOf(sessionSchema.pick({ id: true, number: true }))
const placeSchema = z.strictObject({ number: z.int(), date: z.string() })
type PlacedSession = z.output<typeof placedSchema>

/** Computes and stores the scores of a session. */
interface ScoreKeeper {
  put: (full: FullSession) => void
  /** The same for one of many sessions, without what rests on all of the client's. */
  putOne: (full: FullSession) => void
  /** Called before a session gets another number. */
  remove: (sessionId: string) => void
}

/**
 * Sessions with their responses, events and earlier versions, as rows. Everything that can change a score stores the
 * session's scores again, in the same transaction.
 */
export function createSessionRepository(db: Database.Database, scores: ScoreKeeper) {
  const prepared = {
    byId: db.prepare(sessionQueries.byId),
    ofClient: db.prepare(sessionQueries.ofClient),
    idByNumber: db.prepare(sessionQueries.idByNumber).pluck(),
    previous: db.prepare(sessionQueries.previous),
    next: db.prepare(sessionQueries.next),
    lastNumber: db.prepare(sessionQueries.lastNumber).pluck(),
    numberOfOther: db.prepare(sessionQueries.numberOfOther).pluck(),
    numbersOfOthers: db.prepare(sessionQueries.numbersOfOthers).pluck(),
    shareNumber: db.prepare(sessionStatements.shareNumber),
    responsesOfSession: db.prepare(sessionQueries.responsesOfSession),
    responsesOfClient: db.prepare(sessionQueries.responsesOfClient),
    eventsOfSession: db.prepare(sessionQueries.eventsOfSession),
    eventsOfClient: db.prepare(sessionQueries.eventsOfClient),
    plannedFrom: db.prepare(sessionQueries.plannedFrom),
    begunFrom: db.prepare(sessionQueries.begunFrom),
    dateOfNumber: db.prepare(sessionQueries.dateOfNumber).pluck(),
    upsert: db.prepare(sessionStatements.upsert),
    insertResponse: db.prepare(sessionStatements.insertResponse),
    eraseResponsesBy: db.prepare(sessionStatements.eraseResponsesBy),
    insertEvent: db.prepare(sessionStatements.insertEvent),
    eraseEvents: db.prepare(sessionStatements.eraseEvents),
  }

  const get = (id: string): FullSession | null => {
    const row = prepared.byId.get(id)
    if (row === undefined) return null
    return {
      ...sessionRecordSchema.parse(row),
      responses: prepared.responsesOfSession.all(id).map((raw) => responseRowSchema.parse(raw).response),
      events: prepared.eventsOfSession.all(id).map((raw) => eventRowSchema.parse(raw).event),
    }
  }

  const score = (id: string): void => {
    const full = get(id)
    if (full) scores.put(full)
  }

  const insertResponses = (sessionId: string, responses: readonly Response[]): void => {
    responses.forEach((response, position) => {
      prepared.insertResponse.run({
        ...response,
        sessionId,
        position,
        answers: JSON.stringify(response.answers),
        words: JSON.stringify(response.words),
      })
    })
  }

  const putSession = (
    { session, ruptureNote, responses, events }: SessionLog,
    revision: number,
    savedAt: string,
  ): void => {
    const note = ruptureNote === null ? null : JSON.stringify(ruptureNote)
    prepared.upsert.run({ ...session, ruptureNote: note, revision, savedAt })
    prepared.eraseResponsesBy.run(session.id, 'therapist')
    insertResponses(
      session.id,
      responses.filter(({ rater }) => rater === 'therapist'),
    )
    prepared.eraseEvents.run(session.id)
    events.forEach((event, position) => {
      prepared.insertEvent.run({ ...event, sessionId: session.id, position })
    })
  }

  const list = (query: string, date: string): ListedSession[] =>
    db
      .prepare(query)
      .all(date)
      .map((row) => listedSchema.parse(row))

  return {
    get,
    /** A client's sessions in order of their numbers, each with its responses and events. */
    listOfClient: (clientId: string): FullSession[] => {
      const responses = groupBySession(
        prepared.responsesOfClient.all(clientId).map((row) => responseRowSchema.parse(row)),
      )
      const events = groupBySession(
        prepared.eventsOfClient.all(clientId).map((row) => eventRowSchema.parse(row)),
      )
      return prepared.ofClient.all(clientId).map((row) => {
        const record = sessionRecordSchema.parse(row)
        return {
          ...record,
          responses: (responses.get(record.session.id) ?? []).map(({ response }) => response),
          events: (events.get(record.session.id) ?? []).map(({ event }) => event),
        }
      })
    },
    idWithNumber: (clientId: string, number: number): string | null =>
      z
        .string()
        .nullable()
        .parse(prepared.idByNumber.get(clientId, number) ?? null),
    /** The client's sessions with the next lower and the next higher number. */
    neighbours: ({ clientId, number }: Session) => {
      const at = (statement: Database.Statement): PlacedSession | null =>
        placedSchema.optional().parse(statement.get(clientId, number)) ?? null
      return { previous: at(prepared.previous), next: at(prepared.next) }
    },
    /** The numbers of a client's sessions with their days, in order. */
    placesOfClient: (clientId: string): { number: number; date: string }[] =>
      db
        .prepare(sessionQueries.placesOfClient)
        .all(clientId)
        .map((row) => placeSchema.parse(row)),
    /** Higher than every number that a session of the client has, or that has left in a bundle. */
    nextNumber: (clientId: string): number => z.int().parse(prepared.lastNumber.get({ clientId })) + 1,
    /** Whether no other session of the client has a number, and none had it when it left in a bundle. */
    isNumberFree: ({ clientId, number, id }: Pick<Session, 'clientId' | 'number' | 'id'>): boolean =>
      prepared.numberOfOther.get({ clientId, number, id }) === undefined,
    /** The numbers of a client that are not free for a session. */
    numbersOfOthers: ({ clientId, id }: Pick<Session, 'clientId' | 'id'>): Set<number> =>
      new Set(z.array(z.int()).parse(prepared.numbersOfOthers.all({ clientId, id }))),
    /** Notes that numbers of a client have left in a bundle: from now on they stand for these sessions alone. */
    shareNumbers: (clientId: string, numbers: readonly number[]): void => {
      for (const number of numbers) prepared.shareNumber.run(clientId, number)
    },
    /** Writes the session with its events and the therapist's responses; leaves the client's responses unchanged. */
    putTherapistPart: (log: SessionLog, revision: number, savedAt: string): void => {
      scores.remove(log.session.id)
      putSession(log, revision, savedAt)
      score(log.session.id)
    },
    /**
     * Writes one of many sessions with all its responses and events, and returns it as stored. Its number must be the one
     * that it has. The caller works out the client's own spreads once, after the last one.
     */
    putWhole: (log: SessionLog, revision: number, savedAt: string): FullSession => {
      putSession(log, revision, savedAt)
      prepared.eraseResponsesBy.run(log.session.id, 'client')
      insertResponses(
        log.session.id,
        log.responses.filter(({ rater }) => rater === 'client'),
      )
      const full = get(log.session.id)
      if (full === null) throw new Error('a session that was just written is not there')
      scores.putOne(full)
      return full
    },
    /** Replaces all of the client's responses in this session. */
    putClientResponses: (sessionId: string, responses: readonly Response[]): void => {
      prepared.eraseResponsesBy.run(sessionId, 'client')
      insertResponses(sessionId, responses)
      score(sessionId)
    },
    setGuess: (id: string, guess: 'sealed' | 'skipped'): void => {
      db.prepare(sessionStatements.setGuess).run(guess, id)
      // A sealed guess makes the client's emotions visible.
      score(id)
    },
    /** Removes a session's scores, before its number or its client changes. */
    forgetScores: (id: string): void => scores.remove(id),
    /** Works out a session's scores again, and what the search knows of it. */
    workOut: score,
    raiseRevision: (id: string, revision: number, savedAt: string): void => {
      db.prepare(sessionStatements.raiseRevision).run(revision, savedAt, id)
    },
    keepVersion: (version: StoredSessionLog): void => {
      db.prepare(sessionStatements.insertVersion).run(
        version.session.id,
        version.revision,
        JSON.stringify(version),
      )
    },
    versions: (id: string): StoredSessionLog[] =>
      db
        .prepare(sessionQueries.versions)
        .pluck()
        .all(id)
        .map((content) => storedSessionLogSchema.parse(JSON.parse(z.string().parse(content)))),
    onDate: (date: string) => list(sessionQueries.onDate, date),
    plannedAfter: (date: string) => list(sessionQueries.plannedAfter, date),
    /**
     * Each client's next session from a day on: the first planned one, otherwise one that has begun. A session that has
     * begun and is not over is no appointment that is missing, though nobody plans it any more. It names no time.
     */
    nextOfClients: (from: string): Map<string, NextSession> => {
      const begun = prepared.begunFrom
        .all(from)
        .map((row) => nextSchema.parse({ ...Object(row), time_of_day: null }))
      const planned = prepared.plannedFrom.all(from).map((row) => nextSchema.parse(row))
      // The first of a client's sessions stays, and a planned one comes before one that has begun.
      return new Map(
        [...planned, ...begun]
          .toReversed()
          .map(({ clientId, date, timeOfDay }) => [clientId, { date, timeOfDay }]),
      )
    },
    /** The day of a client's session. Throws if there is none of this number. */
    dateOfNumber: (clientId: string, number: number): string =>
      z.string().parse(prepared.dateOfNumber.get(clientId, number)),
    /** A client's sessions on a day, in order of their numbers. */
    ofClientOnDay: (clientId: string, date: string): ListedSession[] =>
      db
        .prepare(sessionQueries.ofClientOnDay)
        .all(clientId, date)
        .map((row) => listedSchema.parse(row))
        .toSorted((one, other) => one.number - other.number),
    unfinishedBefore: (date: string) =>
      list(sessionQueries.unfinishedBefore, date).toSorted((a, b) => (a.date < b.date ? 1 : -1)),
  }
}

export type SessionRepository = ReturnType<typeof createSessionRepository>

function groupBySession<T extends { sessionId: string }>(rows: readonly T[]): Map<string, T[]> {
  return Map.groupBy(rows, (row) => row.sessionId)
}

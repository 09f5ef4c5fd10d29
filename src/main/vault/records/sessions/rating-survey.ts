import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { occasions, raters, type Response } from '#shared/records/session-log.ts'
import { rowOf } from '../stored-row.ts'
import type { SessionRepository } from './session.repository.ts'
import { visibleResponses } from './visible-session.ts'

const surveyQueries = {
  sessions: `SELECT count(*) AS sessions, coalesce(sum(notes <> ''), 0) AS notes
    FROM sessions WHERE client_id = ?`,
  forms: `SELECT r.instrument_id, r.instrument_version, r.rater, r.occasion, count(*) AS forms,
      sum(r.comment <> '') AS comments, sum(json_array_length(r.words)) AS words
    FROM sessions s JOIN responses r ON r.session_id = s.id WHERE s.client_id = ? GROUP BY 1, 2, 3, 4`,
  ownRatings: 'SELECT count(*) FROM own_ratings WHERE client_id = ?',
  withOpenGuess: `SELECT s.id FROM sessions s JOIN responses r ON r.session_id = s.id
    WHERE s.client_id = ? AND s.guess = 'open' AND r.instrument_id = ? AND r.rater = 'client'`,
} as const

const sessionsSchema = z.strictObject({ sessions: z.int(), notes: z.int() })
const formsSchema = rowOf(
  z.strictObject({
    instrumentId: z.string(),
    instrumentVersion: z.int(),
    rater: z.enum(raters),
    occasion: z.enum(occasions),
    /** How many there are, with how many comments and picked words. */
    forms: z.int(),
    comments: z.int(),
    words: z.int(),
  }),
)
type SurveyedForms = z.output<typeof formsSchema>

/** What the sessions of a client hold, without any rating. */
export interface RatingSurvey {
  readonly sessions: number
  readonly notes: number
  /** The forms that the therapist may see, counted by their kind. */
  readonly forms: readonly SurveyedForms[]
  readonly hiddenForms: number
  /** Ratings of goals and problems in the client's own words. */
  readonly ownRatings: number
}

/** Counts the sessions and forms of a client without reading the answers. */
export function createRatingSurvey(db: Database.Database, sessions: Pick<SessionRepository, 'get'>) {
  const ofSessions = db.prepare(surveyQueries.sessions)
  const ofForms = db.prepare(surveyQueries.forms)
  const ofOwnWords = db.prepare(surveyQueries.ownRatings).pluck()
  const withOpenGuess = db.prepare(surveyQueries.withOpenGuess).pluck()
  /** Only sessions with an open guess are read for this, and at most a few have one. */
  const hiddenOf = (clientId: string): Response[] => {
    const ids = withOpenGuess.all(clientId, ownInstruments.emotionsClient).map(String)
    return [...new Set(ids)].flatMap((id) => {
      const full = sessions.get(id)
      if (full === null) return []
      const visible = new Set(visibleResponses(full))
      return full.responses.filter((response) => !visible.has(response))
    })
  }
  return {
    ofClient: (clientId: string): RatingSurvey => {
      const hidden = hiddenOf(clientId)
      const forms = ofForms.all(clientId).map((row) => without(hidden, formsSchema.parse(row)))
      return {
        ...sessionsSchema.parse(ofSessions.get(clientId)),
        forms: forms.filter((each) => each.forms > 0),
        hiddenForms: hidden.length,
        ownRatings: z.int().parse(ofOwnWords.get(clientId)),
      }
    },
  }
}

function without(hidden: readonly Response[], counted: SurveyedForms): SurveyedForms {
  const own = hidden.filter(
    ({ instrumentId, instrumentVersion, rater, occasion }) =>
      instrumentId === counted.instrumentId &&
      instrumentVersion === counted.instrumentVersion &&
      rater === counted.rater &&
      occasion === counted.occasion,
  )
  return {
    ...counted,
    forms: counted.forms - own.length,
    comments: counted.comments - own.filter(({ comment }) => comment !== '').length,
    words: counted.words - own.reduce((sum, { words }) => sum + words.length, 0),
  }
}

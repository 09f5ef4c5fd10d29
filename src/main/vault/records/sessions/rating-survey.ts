import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { occasions, raters } from '#shared/records/session-log.ts'
import { rowOf } from '../stored-row.ts'
import type { SessionRepository } from './session.repository.ts'
import { visibleResponses } from './visible-session.ts'

const surveyQueries = {
  sessions: `SELECT count(*) AS sessions, coalesce(sum(notes <> ''), 0) AS notes
    FROM sessions WHERE client_id = ?`,
  forms: `SELECT s.id AS session_id, s.guess = 'open' AS is_guess_open, r.instrument_id, r.instrument_version,
      r.rater, r.occasion, r.comment <> '' AS comments, json_array_length(r.words) AS words
    FROM sessions s JOIN responses r ON r.session_id = s.id WHERE s.client_id = ?`,
} as const

const sessionsSchema = z.strictObject({ sessions: z.int(), notes: z.int() })
const formSchema = rowOf(
  z.strictObject({
    sessionId: z.string(),
    isGuessOpen: z.literal([0, 1]),
    instrumentId: z.string(),
    instrumentVersion: z.int(),
    rater: z.enum(raters),
    occasion: z.enum(occasions),
    /** 1 if there is a comment. */
    comments: z.int(),
    /** How many words were picked. */
    words: z.int(),
  }),
)
type SurveyedForm = Omit<z.output<typeof formSchema>, 'sessionId' | 'isGuessOpen'>

/** What the sessions of a client hold, without any rating. */
export interface RatingSurvey {
  readonly sessions: number
  readonly notes: number
  /** The forms that the therapist may see. */
  readonly forms: readonly SurveyedForm[]
  readonly hiddenForms: number
}

/** Counts the sessions and forms of a client without reading the answers. */
export function createRatingSurvey(db: Database.Database, sessions: Pick<SessionRepository, 'get'>) {
  const ofSessions = db.prepare(surveyQueries.sessions)
  const ofForms = db.prepare(surveyQueries.forms)
  const areEmotionsHidden = (sessionId: string): boolean => {
    const full = sessions.get(sessionId)
    return full !== null && visibleResponses(full).length < full.responses.length
  }
  return {
    ofClient: (clientId: string): RatingSurvey => {
      const forms = ofForms.all(clientId).map((row) => formSchema.parse(row))
      const visible = forms.filter(({ sessionId, isGuessOpen, instrumentId, rater }) => {
        const isAboutEmotions = instrumentId === ownInstruments.emotionsClient && rater === 'client'
        return !(isGuessOpen === 1 && isAboutEmotions && areEmotionsHidden(sessionId))
      })
      return {
        ...sessionsSchema.parse(ofSessions.get(clientId)),
        forms: visible,
        hiddenForms: forms.length - visible.length,
      }
    },
  }
}

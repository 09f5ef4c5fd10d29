import { z } from 'zod'
import { chosenWordsSchema, answersSchema } from '../instruments/response.ts'
import type { Instrument } from '../instruments/instrument.ts'
import { measureIdSchema } from '../instruments/plain-text.ts'
import { scoreResponse } from '../instruments/score.ts'
import { clientSchema, type Client } from '../records/client.ts'
import { responseSchema, type Response } from '../records/session-log.ts'
import { sessionSchema, type Session } from '../records/session.ts'
import { exportedOwnRatingSchema, type ExportedOwnRating } from './own-ratings.ts'

const formFields = responseSchema.pick({
  instrumentId: true,
  instrumentVersion: true,
  rater: true,
  occasion: true,
  recordedAt: true,
  fromPaperAt: true,
  comment: true,
})

/** One filled-in form as it leaves the vault, with the scores that follow from its answers. */
export const exportedFormSchema = formFields.extend({
  answers: answersSchema,
  words: chosenWordsSchema,
  /** By scale; null if too few items were answered. */
  scores: z.record(measureIdSchema, z.number().nullable()),
})
export type ExportedForm = z.output<typeof exportedFormSchema>

const sessionFields = sessionSchema.pick({
  number: true,
  date: true,
  status: true,
  modality: true,
  durationMinutes: true,
  notes: true,
})

/** One session of a client with its ratings. The client's code stands for the client; there are no ids. */
export const exportedSessionSchema = sessionFields.extend({
  client: clientSchema.shape.code,
  isFictional: z.boolean(),
  forms: z.array(exportedFormSchema).max(40),
  /** Ratings of goals and problems in the client's own words. */
  ownRatings: z.array(exportedOwnRatingSchema).max(1_000),
})
export type ExportedSession = z.output<typeof exportedSessionSchema>

/** What a form is besides its answers: one combination of these occurs at most once in a session. */
export interface FormKind {
  readonly instrument: Instrument
  readonly rater: Response['rater']
  readonly occasion: Response['occasion']
}

/** Finds an instrument in exactly one version; throws if it is unknown. */
export type FindInstrument = (id: string, version: number) => Instrument

/** The parts of a session that an export may hold. */
interface SessionToExport {
  readonly client: Pick<Client, 'code' | 'isFictional'>
  readonly session: Pick<Session, keyof typeof sessionFields.shape>
  readonly responses: readonly Omit<Response, 'id'>[]
  readonly ownRatings: readonly ExportedOwnRating[]
}

/** A session as it leaves the vault. Without words, it has no note, no comment, no chosen word and no words of the client's own. */
export function toExportedSession(
  { client, session, responses, ownRatings }: SessionToExport,
  find: FindInstrument,
  withWords: boolean,
): ExportedSession {
  const { number, date, status, modality, durationMinutes, notes } = session
  return {
    client: client.code,
    isFictional: client.isFictional,
    number,
    date,
    status,
    modality,
    durationMinutes,
    notes: withWords ? notes : '',
    forms: responses.map(
      ({
        instrumentId,
        instrumentVersion,
        rater,
        occasion,
        recordedAt,
        fromPaperAt,
        answers,
        ...written
      }) => ({
        instrumentId,
        instrumentVersion,
        rater,
        occasion,
        recordedAt,
        fromPaperAt,
        answers,
        words: withWords ? written.words : [],
        comment: withWords ? written.comment : '',
        scores: scoresOf(find(instrumentId, instrumentVersion), answers),
      }),
    ),
    ownRatings: ownRatings.map((rating) => (withWords ? rating : { ...rating, words: '' })),
  }
}

function scoresOf(instrument: Instrument, answers: ExportedForm['answers']): ExportedForm['scores'] {
  const scores = Object.entries(scoreResponse(instrument, answers))
  return Object.fromEntries(scores.map(([scale, { value }]) => [scale, value]))
}

/** The columns that begin each row of both tables, in order. */
export const sessionColumns = [
  'client',
  'fictional',
  'session',
  'date',
  'status',
  'modality',
  'minutes',
] as const

import { z } from 'zod'
import { rowNotesSchema } from './import-note.ts'
import { fileRefusalSchema, rowProblemsSchema } from './import-problem.ts'
import { leftOutRowsSchema } from './rated-session.ts'
import { howToReadSchema, importLimits, tablePlaceSchema } from './how-to-read.ts'
import { mappingSchema } from './mapping.ts'
import { tableSurveySchema } from './table-survey.ts'

const count = z.int().min(0)
// A character has at least one byte, so a longer text is always too large.
const textSchema = z.string().max(importLimits.bytes)

/** What an export of Attune is read from: its long table, its FHIR bundle, or a table that adds to the sessions of these. */
export const ownFormats = ['tables', 'fhir', 'own-words', 'words'] as const
export type OwnFormat = (typeof ownFormats)[number]

/** A file whose columns are to be found. Without a place, Attune looks for it. */
export const fileToSurveySchema = z.strictObject({ text: textSchema, place: tablePlaceSchema.nullable() })

export const surveyedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('table'), survey: tableSurveySchema }),
  /** An export of Attune, which needs no mapping. */
  z.strictObject({ kind: z.literal('attune'), format: z.enum(ownFormats) }),
  z.strictObject({ kind: z.literal('refused'), refusal: fileRefusalSchema }),
])
export type Surveyed = z.output<typeof surveyedSchema>

/** A file of ratings with all that is needed to read it. */
export const fileToImportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attune'), format: z.enum(ownFormats), text: textSchema }),
  z.strictObject({
    kind: z.literal('table'),
    text: textSchema,
    how: howToReadSchema,
    /** One for each questionnaire, rater and occasion that the table has columns for. */
    mappings: z.array(mappingSchema).min(1).max(importLimits.questionnaires),
  }),
])
export type FileToImport = z.output<typeof fileToImportSchema>

/** What an import brings, or has brought. */
const broughtSchema = z.strictObject({
  newClients: count,
  newSessions: count,
  /** Sessions that were there and get a form. */
  extendedSessions: count,
  forms: count,
  /** How many of the forms are totals without their answers. */
  totals: count,
  /** Answers that ask for attention at once. */
  risks: count,
  /** Goals and problems in the client's own words that were not there. */
  ownWords: count,
  /** Ratings of goals and problems in the client's own words. */
  ownRatings: count,
  /** Notes, comments and the picked words of a form, for sessions that are there. */
  texts: count,
})

/** What an import would do. */
export const importPlanSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refused'), refusal: fileRefusalSchema }),
  z.strictObject({
    kind: z.literal('plan'),
    brings: broughtSchema,
    /** Codes of the first clients who would be new. */
    newCodes: z.array(z.string()).max(20),
    /** Forms that are there already, with the same answers. */
    unchanged: count,
    /** Texts and ratings in own words that are there already, and the same. */
    unchangedTexts: count,
    unchangedOwnRatings: count,
    leftOut: leftOutRowsSchema,
    /** Totals that differ from the answers beside them, which are imported all the same. */
    notes: rowNotesSchema,
    problems: rowProblemsSchema,
  }),
])
export type ImportPlan = z.output<typeof importPlanSchema>

export const importIdSchema = z.uuid()

/** How many sessions, ratings in own words and texts an import brings: 0 if it brings nothing. */
export function allBrought({
  newSessions,
  extendedSessions,
  ownRatings,
  texts,
}: z.output<typeof broughtSchema>): number {
  return newSessions + extendedSessions + ownRatings + texts
}

/** An import of this run of the vault that can be taken back. */
export const doneImportSchema = z.strictObject({
  id: importIdSchema,
  at: z.iso.datetime(),
  brought: broughtSchema,
})
export type DoneImport = z.output<typeof doneImportSchema>

/** What taking an import back has removed, and what it has kept because it was changed since. */
export const takenBackSchema = z.strictObject({
  clients: count,
  sessions: count,
  forms: count,
  ownRatings: count,
  texts: count,
  kept: count,
})
export type TakenBack = z.output<typeof takenBackSchema>

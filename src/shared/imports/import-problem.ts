import { z } from 'zod'
import { importLimits } from './how-to-read.ts'

/** Why a whole file is not read. */
export const fileRefusals = [
  'empty',
  'excel',
  'spss',
  'not-text',
  'open-quote',
  'too-many-rows',
  'too-many-columns',
  'too-large',
  'damaged',
  'damaged-bundle',
  'other-json',
  'without-words',
] as const
export const fileRefusalSchema = z.strictObject({
  code: z.enum(fileRefusals),
  /** The row in which it was found, counted from 1; null if it is about the whole file. */
  row: z.int().min(1).nullable(),
})
export type FileRefusal = z.output<typeof fileRefusalSchema>

/** What can be wrong with a row, as the file says it. */
const ofFile = [
  'no-client',
  'code-unfit',
  'no-place',
  'date-unreadable',
  'session-unreadable',
  'rater-unknown',
  'answer-unreadable',
  'answer-not-possible',
  'total-not-possible',
  'answered-twice',
  'word-not-possible',
] as const
/** What can be wrong with a form or a session in this vault. */
const ofVault = [
  'needs-date',
  'in-future',
  'earlier-than-others',
  'other-date',
  'two-dates',
  'several-sessions',
  'number-taken',
  'not-held',
  'other-answers',
  'other-total',
  'other-rater',
  'guess-open',
  'form-unknown',
  'client-fictional',
  'code-looks-alike',
  'session-full',
  'session-missing',
  'form-missing',
  'other-text',
  'other-rating',
] as const
export const rowProblemCodes = [...ofFile, ...ofVault] as const

/** Why a row, or the form or session that begins there, is not imported. */
export const rowProblemSchema = z.strictObject({
  row: z.int().min(1),
  code: z.enum(rowProblemCodes),
  /** The name of the column, or nothing. */
  column: z.string().max(60),
  /** What the cell holds, cut if it is long. */
  text: z.string().max(60),
})
export type RowProblem = z.output<typeof rowProblemSchema>
export type RowProblemCode = RowProblem['code']

/** The first problems, and how many there are beyond them. */
export const rowProblemsSchema = z.strictObject({
  listed: z.array(rowProblemSchema).max(importLimits.problems),
  further: z.int().min(0),
})
export type RowProblems = z.output<typeof rowProblemsSchema>

/** Collects problems, and keeps the first ones. */
export function createProblemList(begin: RowProblems = { listed: [], further: 0 }) {
  const listed = [...begin.listed]
  let { further } = begin
  let last = { row: 0, known: new Set<string>() }
  return {
    /** Adds a problem. The same one again of the same row, for another questionnaire, changes nothing. */
    add: (row: number, code: RowProblemCode, column = '', text = ''): void => {
      const key = JSON.stringify([code, column, text])
      if (last.row !== row) last = { row, known: new Set() }
      if (last.known.has(key)) return
      last.known.add(key)
      if (listed.length < importLimits.problems)
        listed.push({ row, code, column: column.slice(0, 60), text: text.slice(0, 60) })
      else further += 1
    },
    all: (): RowProblems => ({ listed, further }),
  }
}

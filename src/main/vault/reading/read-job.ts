import { z } from 'zod'
import { bundleHeadSchema } from '#shared/bundles/bundle.ts'
import { readBundle } from '#shared/bundles/bundle-json.ts'
import { bundledClientSchema } from '#shared/bundles/bundled-client.ts'
import { readReply, replySchema } from '#shared/bundles/reply.ts'
import { bundleProblemSchema } from '#shared/bundles/strict-document.ts'
import { articleDraftSchema } from '#shared/evidence/article.ts'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import { articleProblemSchema } from '#shared/evidence/article-problem.ts'
import { importFormatSchema, leftOutSchema } from '#shared/evidence/import-preview.ts'
import { exportedSessionSchema } from '#shared/exports/exported-ratings.ts'
import { ratingsProblemSchema } from '#shared/exports/read/ratings-read.ts'
import { readOwnWordsTable, readWordsTable } from '#shared/exports/read/read-additions.ts'
import { readFhirBundle } from '#shared/exports/read/read-fhir-bundle.ts'
import { readTables } from '#shared/exports/read/read-tables.ts'
import { sessionAdditionsSchema } from '#shared/exports/read/session-additions.ts'
import { howToReadSchema, importLimits, tablePlaceSchema } from '#shared/imports/how-to-read.ts'
import { surveyedSchema } from '#shared/imports/import-preview.ts'
import { rowNotesSchema } from '#shared/imports/import-note.ts'
import { fileRefusalSchema, rowProblemsSchema } from '#shared/imports/import-problem.ts'
import { mappingSchema } from '#shared/imports/mapping.ts'
import { leftOutRowsSchema, ratedSessionSchema, type RatedSession } from '#shared/imports/rated-session.ts'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { packDecisionsSchema, packPreviewSchema, previewPack } from '#shared/instruments/packs/index.ts'
import { readRecords } from '../records/evidence/formats/read-records.ts'
import { readRatingsTable, surveyRatings, type OnShare } from './read-ratings-file.ts'

/** One file to read: its text, and what to read it as. */
export const readJobSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('records'), name: z.string(), text: z.string() }),
  z.strictObject({
    kind: z.literal('pack'),
    text: z.string(),
    decisions: packDecisionsSchema.optional(),
    choices: z.unknown().optional(),
  }),
  /** The long table of an export, with its table of words if there is one. */
  z.strictObject({ kind: z.literal('rating-tables'), text: z.string(), words: z.string().nullable() }),
  z.strictObject({ kind: z.literal('rating-bundle'), text: z.string() }),
  /** A table of an export that adds to its sessions: ratings in own words, or words. */
  z.strictObject({ kind: z.literal('own-words-table'), text: z.string() }),
  z.strictObject({ kind: z.literal('words-table'), text: z.string() }),
  /** A table of another program: its columns first, then its ratings as somebody said that the columns are. */
  z.strictObject({ kind: z.literal('ratings-survey'), text: z.string(), place: tablePlaceSchema.nullable() }),
  z.strictObject({
    kind: z.literal('ratings-table'),
    text: z.string(),
    how: howToReadSchema,
    questionnaires: z
      .array(z.strictObject({ mapping: mappingSchema, instrument: instrumentSchema }))
      .min(1)
      .max(importLimits.questionnaires),
  }),
  /** What another person shared, decrypted. The reader gets no key. */
  z.strictObject({ kind: z.literal('shared-bundle'), text: z.string() }),
  z.strictObject({ kind: z.literal('shared-reply'), text: z.string() }),
])
export type ReadJob = z.output<typeof readJobSchema>

const record = { line: z.int().min(1), label: z.string().max(100) }

const readRecordSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('summary'), ...record, article: articleDraftSchema }),
  z.strictObject({
    kind: z.literal('reference'),
    ...record,
    article: articleDraftSchema.omit({ id: true }),
    leftOut: z.array(leftOutSchema),
  }),
  z.strictObject({
    kind: z.literal('refused'),
    ...record,
    problems: z.array(articleProblemSchema).min(1).max(articleLimits.problems),
  }),
])

/** One piece of what was read. Parsed again by the process that asked, because the reader may have been tricked. */
export const readPieceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    format: importFormatSchema.nullable(),
    problems: z.array(articleProblemSchema).max(articleLimits.problems),
  }),
  z.strictObject({ kind: z.literal('records'), records: z.array(readRecordSchema) }),
  z.strictObject({ kind: z.literal('pack'), preview: packPreviewSchema }),
  z.strictObject({ kind: z.literal('ratings'), sessions: z.array(exportedSessionSchema) }),
  z.strictObject({ kind: z.literal('additions'), sessions: z.array(sessionAdditionsSchema) }),
  z.strictObject({ kind: z.literal('no-ratings'), problem: ratingsProblemSchema }),
  z.strictObject({ kind: z.literal('surveyed'), surveyed: surveyedSchema }),
  z.strictObject({ kind: z.literal('rated'), sessions: z.array(ratedSessionSchema) }),
  z.strictObject({
    kind: z.literal('rated-end'),
    problems: rowProblemsSchema,
    notes: rowNotesSchema,
    leftOut: leftOutRowsSchema,
  }),
  z.strictObject({ kind: z.literal('table-refused'), refusal: fileRefusalSchema }),
  z.strictObject({ kind: z.literal('shared-head'), head: bundleHeadSchema }),
  z.strictObject({ kind: z.literal('shared-client'), client: bundledClientSchema }),
  z.strictObject({ kind: z.literal('shared-reply'), reply: replySchema }),
  z.strictObject({ kind: z.literal('no-bundle'), problem: bundleProblemSchema }),
])
export type ReadPiece = z.output<typeof readPieceSchema>

/** Records in one piece: few enough to be checked within a few milliseconds. */
const recordsInPiece = 50

/** Sessions of a table in one piece; they are smaller. */
const sessionsInPiece = 200

/** Reads a file and gives the pieces as JSON text, in order. Reports how much of a table it has read. */
export async function* readInPieces(job: ReadJob, onShare: OnShare): AsyncGenerator<string> {
  const piece = (value: z.input<typeof readPieceSchema>): string => JSON.stringify(value)
  if (job.kind === 'pack') {
    yield piece({ kind: 'pack', preview: previewPack(job.text, job.choices, job.decisions) })
    return
  }
  if (job.kind === 'rating-tables' || job.kind === 'rating-bundle') {
    const read = job.kind === 'rating-tables' ? readTables(job.text, job.words) : readFhirBundle(job.text)
    if (read.kind === 'refused') yield piece({ kind: 'no-ratings', problem: read.problem })
    else
      for (let first = 0; first < read.sessions.length; first += recordsInPiece)
        yield piece({ kind: 'ratings', sessions: read.sessions.slice(first, first + recordsInPiece) })
    return
  }
  if (job.kind === 'own-words-table' || job.kind === 'words-table') {
    const read = job.kind === 'words-table' ? readWordsTable(job.text) : readOwnWordsTable(job.text)
    if (read.kind === 'refused') yield piece({ kind: 'no-ratings', problem: read.problem })
    else
      for (let first = 0; first < read.sessions.length; first += recordsInPiece)
        yield piece({ kind: 'additions', sessions: read.sessions.slice(first, first + recordsInPiece) })
    return
  }
  if (job.kind === 'ratings-survey') {
    yield piece({ kind: 'surveyed', surveyed: surveyRatings(job.text, job.place, onShare) })
    return
  }
  if (job.kind === 'ratings-table') {
    const read = readRatingsTable(job, onShare)
    if ('code' in read) {
      yield piece({ kind: 'table-refused', refusal: read })
      return
    }
    let sessions: RatedSession[] = []
    for (const session of read.sessions()) {
      sessions.push(session)
      if (sessions.length < sessionsInPiece) continue
      yield piece({ kind: 'rated', sessions })
      sessions = []
    }
    yield piece({ kind: 'rated', sessions })
    yield piece({ kind: 'rated-end', ...read.end() })
    return
  }
  if (job.kind === 'shared-bundle') {
    const read = readBundle(job.text)
    if (read.kind === 'refused') {
      yield piece({ kind: 'no-bundle', problem: read.problem })
      return
    }
    const { clients, ...head } = read.bundle
    yield piece({ kind: 'shared-head', head })
    for (const client of clients) yield piece({ kind: 'shared-client', client })
    return
  }
  if (job.kind === 'shared-reply') {
    const read = readReply(job.text)
    yield read.kind === 'read'
      ? piece({ kind: 'shared-reply', reply: read.reply })
      : piece({ kind: 'no-bundle', problem: read.problem })
    return
  }
  const { format, problems, records } = await readRecords(job)
  yield piece({ kind: 'file', format, problems })
  for (let first = 0; first < records.length; first += recordsInPiece)
    yield piece({ kind: 'records', records: records.slice(first, first + recordsInPiece) })
}

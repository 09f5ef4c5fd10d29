import { z } from 'zod'
import { articleDraftSchema } from './article.ts'
import { articleProblemSchema } from './article-problem.ts'
import { slugSchema } from './effect.ts'

/** The formats that summaries and references come in. */
export const importFormatSchema = z.enum(['markdown', 'ris', 'bibtex', 'nbib', 'enw'])
export type ImportFormat = z.output<typeof importFormatSchema>

/** The formats that Attune writes, a part of those it reads. */
export const exportFormatSchema = importFormatSchema.extract(['markdown', 'ris', 'bibtex'])
export type ExportFormat = z.output<typeof exportFormatSchema>

const record = {
  /** Its place in the file, from 0. */
  index: z.int().min(0),
  /** The line it begins on, from 1. */
  line: z.int().min(1),
  /** Its title, or its first words if it has none. */
  label: z.string(),
}
/** A part of a reference that is in the file and can't be understood, or a field and all after it; with its words. */
export const leftOutSchema = z.strictObject({
  part: z.enum(['year', 'doi', 'rest']),
  text: z.string().max(100),
})
export type LeftOut = z.output<typeof leftOutSchema>

const readable = {
  ...record,
  article: articleDraftSchema,
  leftOut: z.array(leftOutSchema),
  /** Its missing parts; empty if it is complete. */
  toComplete: z.array(articleProblemSchema),
}

/** What an import would do with one record of a file. */
export const importRecordSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('new'), ...readable }),
  /** One of the user's own summaries has this id and differs: it would be overwritten. */
  z.strictObject({ outcome: z.literal('changes-own'), ...readable, revision: z.int().min(1) }),
  /** The same summary, or a reference with the same DOI or the same title and year, exists: it is skipped. */
  z.strictObject({ outcome: z.literal('known'), ...readable, knownAs: slugSchema }),
  /** It can't be imported; the problems say where and why. */
  z.strictObject({
    outcome: z.literal('refused'),
    ...record,
    problems: z.array(articleProblemSchema).min(1),
  }),
])
export type ImportRecord = z.output<typeof importRecordSchema>

/** The content of a file. If `problems` of the file itself are listed, there are no records. */
export const importPreviewSchema = z.strictObject({
  format: importFormatSchema.nullable(),
  records: z.array(importRecordSchema),
  problems: z.array(articleProblemSchema),
})
export type ImportPreview = z.output<typeof importPreviewSchema>

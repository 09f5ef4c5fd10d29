import { z } from 'zod'
import { articleDraftSchema } from '../../evidence/article.ts'
import { articleLimits } from '../../evidence/article-limits.ts'
import { slugSchema } from '../../evidence/effect.ts'
import {
  evidenceEntrySchema,
  evidenceFiltersSchema,
  evidenceItemSchema,
  evidenceNoteSchema,
  evidenceResultSchema,
  marksSchema,
} from '../../evidence/evidence-item.ts'
import { libraryCountsSchema } from '../../evidence/library-counts.ts'
import { importFormatSchema, importPreviewSchema } from '../../evidence/import-preview.ts'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { freeTextSchema } from '../../records/text.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const byId = z.strictObject({ id: slugSchema })
const note = z.string().max(articleLimits.note)
const mostResults = 200

/** A file that was chosen: its name says the format where its text doesn't. */
const importFileSchema = z.strictObject({
  name: z.string().max(1000),
  // A character has at least one byte: what is longer than this is too large in any case.
  text: z.string().max(articleLimits.bytes),
})

/** An own summary with what was added to it, so that removing it can be undone. */
export const removedOwnSchema = z.strictObject({
  article: articleDraftSchema,
  marks: marksSchema,
  note: note.nullable(),
})

/** The studies that come with Attune and the user's own, with bookmarks, reading state and private notes. */
export const evidence = {
  /** Every summary by its short citation. */
  list: vaultQuery({ input: nothing, output: z.array(evidenceItemSchema) }),
  /** What there is to narrow a search down by; a small answer however large the library is. */
  counts: vaultQuery({ input: nothing, output: libraryCountsSchema }),
  get: vaultQuery({ input: byId, output: evidenceEntrySchema }),
  /**
   * The summaries in which every word of the query begins some word, the nearest first; all that pass the filters
   * where the query has no words. `total` counts those beyond the limit too.
   */
  search: vaultQuery({
    input: z.strictObject({
      query: z.string().max(articleLimits.query),
      filters: evidenceFiltersSchema.prefault({}),
      limit: z.int().min(1).max(mostResults).default(50),
      offset: z.int().min(0).default(0),
    }),
    output: z.strictObject({ total: z.int(), results: z.array(evidenceResultSchema) }),
  }),
  /** Changes what is given and leaves the rest. */
  mark: vaultMutation({
    input: z.strictObject({
      id: slugSchema,
      isBookmarked: z.boolean().optional(),
      state: z.enum(['unread', 'read']).optional(),
    }),
    output: marksSchema,
  }),
  /** Keeps a private note; an empty one removes it. Names the revision it started from, 0 for a first note. */
  saveNote: vaultMutation({
    input: z.strictObject({
      id: slugSchema,
      text: freeTextSchema(articleLimits.note),
      expectedRevision: z.int().min(0),
    }),
    output: evidenceNoteSchema.nullable(),
  }),
  /**
   * Keeps an own summary, complete or not. Without an id it is a new one, and is given one. Names the revision it
   * started from, 0 for a new one; saving the same again changes nothing. `id-taken` where a study that ships has it.
   */
  saveOwn: vaultMutation({
    input: z.strictObject({
      id: slugSchema.nullable(),
      article: articleDraftSchema.omit({ id: true }),
      expectedRevision: z.int().min(0),
    }),
    output: evidenceEntrySchema,
  }),
  /** Removes an own summary with its marks and its note; the answer is what `restoreOwn` takes to undo it. */
  removeOwn: vaultMutation({ input: byId, output: removedOwnSchema }),
  /** Puts a removed summary back. `conflict` where another has its id by now. */
  restoreOwn: vaultMutation({ input: removedOwnSchema, output: evidenceEntrySchema }),
  /** What is in a file of summaries (Markdown) or references (RIS, BibTeX); nothing is kept. */
  previewImport: vaultQuery({ input: importFileSchema, output: importPreviewSchema }),
  /** Looks at the file anew and keeps the records named, or all that are new or changed; all of them or none. */
  import: vaultMutation({
    input: importFileSchema.extend({
      records: z.array(z.int().min(0)).max(articleLimits.records).optional(),
    }),
    output: z.strictObject({ imported: z.array(slugSchema) }),
  }),
  /**
   * Summaries as text: in Attune's format, several one after the other, or their references as RIS or BibTeX.
   * `export-too-large` where `import` would refuse a file of that size.
   */
  export: vaultQuery({
    input: z.strictObject({
      ids: z.array(slugSchema).min(1).max(articleLimits.records),
      format: importFormatSchema,
    }),
    output: z.strictObject({ fileName: z.string(), text: z.string() }),
  }),
  /**
   * Writes the same as `export` gives to the file the user chose: `evidence-export` for summaries, `evidence-ris` and
   * `evidence-bibtex` for references.
   */
  saveExport: vaultMutation({
    input: z.strictObject({
      token: fileTokenSchema,
      ids: z.array(slugSchema).min(1).max(articleLimits.records),
      format: importFormatSchema,
    }),
    output: nothing,
  }),
}

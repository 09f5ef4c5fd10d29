import { z } from 'zod'
import { articleDraftSchema } from '../../evidence/article.ts'
import { articleLimits } from '../../evidence/article-limits.ts'
import { slugSchema } from '../../evidence/effect.ts'
import {
  evidenceEntrySchema,
  evidenceFiltersSchema,
  evidenceItemSchema,
  evidenceNoteSchema,
  evidenceResultsSchema,
  marksSchema,
} from '../../evidence/evidence-item.ts'
import { libraryCountsSchema } from '../../evidence/library-counts.ts'
import { exportFormatSchema, importPreviewSchema } from '../../evidence/import-preview.ts'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { freeTextSchema } from '../../records/text.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const byId = z.strictObject({ id: slugSchema })
const note = z.string().max(articleLimits.note)
const mostResults = 200

/** A file that the user chose. Its name gives the format if the text doesn't. */
const importFileSchema = z.strictObject({
  name: z.string().max(1000),
  // A character has at least one byte, so a longer text is always too large.
  text: z.string().max(articleLimits.bytes),
})

/** One of the user's own summaries with its marks and note, so that removing it can be undone. */
export const removedOwnSchema = z.strictObject({
  article: articleDraftSchema,
  marks: marksSchema,
  note: note.nullable(),
})

/** The studies that come with Attune and the user's own, with bookmarks, reading state and private notes. */
export const evidence = {
  /** Every summary by its short citation. */
  list: vaultQuery({ input: nothing, output: z.array(evidenceItemSchema) }),
  /** The filters of a search with their counts. The answer is small however large the library is. */
  counts: vaultQuery({ input: nothing, output: libraryCountsSchema }),
  get: vaultQuery({ input: byId, output: evidenceEntrySchema }),
  /**
   * The summaries in which each word of the query begins some word, best match first; a synonym or another spelling of
   * the field counts as the word. If nothing is found, words with a slip are read as the nearest word of the library,
   * which `instead` says. Without words, all that pass the filters. `total` includes those beyond the limit.
   */
  search: vaultQuery({
    input: z.strictObject({
      query: z.string().max(articleLimits.query),
      filters: evidenceFiltersSchema.prefault({}),
      limit: z.int().min(1).max(mostResults).default(50),
      offset: z.int().min(0).default(0),
    }),
    output: evidenceResultsSchema,
  }),
  /** Changes only the given fields. */
  mark: vaultMutation({
    input: z.strictObject({
      id: slugSchema,
      isBookmarked: z.boolean().optional(),
      state: z.enum(['unread', 'read']).optional(),
    }),
    output: marksSchema,
  }),
  /** Saves a private note; an empty one removes it. `revision` is the one it started from, 0 for a first note. */
  saveNote: vaultMutation({
    input: z.strictObject({
      id: slugSchema,
      text: freeTextSchema(articleLimits.note),
      expectedRevision: z.int().min(0),
    }),
    output: evidenceNoteSchema.nullable(),
  }),
  /**
   * Saves one of the user's own summaries, complete or not. Without an id it is new and gets one. `revision` is the
   * one it started from, 0 for a new one; a repeated save changes nothing. Fails with `id-taken` if a shipped study
   * has the id.
   */
  saveOwn: vaultMutation({
    input: z.strictObject({
      id: slugSchema.nullable(),
      article: articleDraftSchema.omit({ id: true }),
      expectedRevision: z.int().min(0),
    }),
    output: evidenceEntrySchema,
  }),
  /** Removes one of the user's own summaries with its marks and note. `restoreOwn` takes the answer to undo it. */
  removeOwn: vaultMutation({ input: byId, output: removedOwnSchema }),
  /** Restores a removed summary. Fails with `conflict` if another has its id by now. */
  restoreOwn: vaultMutation({ input: removedOwnSchema, output: evidenceEntrySchema }),
  /** Previews a file of summaries (Markdown) or references (RIS, BibTeX); saves nothing. */
  previewImport: vaultQuery({ input: importFileSchema, output: importPreviewSchema }),
  /** Reads the file again and saves the named records, or all new and changed ones; all of them or none. */
  import: vaultMutation({
    input: importFileSchema.extend({
      records: z.array(z.int().min(0)).max(articleLimits.records).optional(),
    }),
    output: z.strictObject({ imported: z.array(slugSchema) }),
  }),
  /**
   * Summaries as text: in Attune's format, several one after the other, or their references as RIS or BibTeX. Fails
   * with `export-too-large` if `import` would refuse a file of that size.
   */
  export: vaultQuery({
    input: z.strictObject({
      ids: z.array(slugSchema).min(1).max(articleLimits.records),
      format: exportFormatSchema,
    }),
    output: z.strictObject({ fileName: z.string(), text: z.string() }),
  }),
  /**
   * Writes the text of `export` to the file the user chose: `evidence-export` for summaries, `evidence-ris` and
   * `evidence-bibtex` for references.
   */
  saveExport: vaultMutation({
    input: z.strictObject({
      token: fileTokenSchema,
      ids: z.array(slugSchema).min(1).max(articleLimits.records),
      format: exportFormatSchema,
    }),
    output: nothing,
  }),
}

import { z } from 'zod'
import { instantSchema } from '../records/calendar.ts'
import { articleDraftSchema, articleSchema } from './article.ts'
import { articleLimits } from './article-limits.ts'
import { articleProblemSchema } from './article-problem.ts'
import { designSchema, slugSchema } from './effect.ts'
import { topicIdSchema } from './topics.ts'

/** Whether a summary ships with Attune or was written or imported by the user. */
export const originSchema = z.enum(['shipped', 'own'])
export type Origin = z.output<typeof originSchema>

const marks = {
  isBookmarked: z.boolean(),
  /** When it was marked as read; null if it is unread. */
  readAt: instantSchema.nullable(),
}

/** The reader's marks on a summary. */
export const marksSchema = z.strictObject(marks)
export type Marks = z.output<typeof marksSchema>

/** A summary's entry in a list, small enough for thousands. */
export const evidenceItemSchema = z.strictObject({
  id: slugSchema,
  origin: originSchema,
  title: z.string(),
  /** A short citation; the title if there is none yet. */
  shortCitation: z.string(),
  authors: z.array(z.string()),
  year: z.int().nullable(),
  journal: z.string().nullable(),
  doi: z.string().nullable(),
  topics: z.array(topicIdSchema),
  /** Null in a draft without a design. */
  design: designSchema.nullable(),
  strength: z.strictObject({ words: z.string(), order: z.int() }).nullable(),
  /** False for a draft that is unfinished; `evidence.get` says which parts it lacks. */
  isComplete: z.boolean(),
  findings: z.int(),
  differences: z.int(),
  ...marks,
  hasNote: z.boolean(),
})
export type EvidenceItem = z.output<typeof evidenceItemSchema>

/** A private note on a summary. */
export const evidenceNoteSchema = z.strictObject({
  text: z.string(),
  revision: z.int().min(1),
  savedAt: instantSchema,
})
export type EvidenceNote = z.output<typeof evidenceNoteSchema>

const entry = {
  marks: marksSchema,
  note: evidenceNoteSchema.nullable(),
  /** Rises with each save of the user's own summary; 0 for a shipped one. */
  revision: z.int().min(0),
  /** Null for a shipped one. */
  savedAt: instantSchema.nullable(),
}

/** One whole summary with the reader's marks and note; for a draft also its missing parts. */
export const evidenceEntrySchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('complete'), origin: originSchema, article: articleSchema, ...entry }),
  z.strictObject({
    state: z.literal('draft'),
    origin: z.literal('own'),
    article: articleDraftSchema,
    problems: z.array(articleProblemSchema),
    ...entry,
  }),
])
export type EvidenceEntry = z.output<typeof evidenceEntrySchema>

const most = articleLimits.entries

/** The filters of a search; an empty list, null or false turns a filter off. */
export const evidenceFiltersSchema = z.strictObject({
  /** Under any of these. */
  topics: z.array(topicIdSchema).max(most).default([]),
  designs: z.array(designSchema).max(most).default([]),
  yearFrom: z.int().nullable().default(null),
  yearTo: z.int().nullable().default(null),
  /** The lowest strength of design; see `strengthOf`. */
  leastStrength: z.int().nullable().default(null),
  origin: originSchema.nullable().default(null),
  onlyBookmarked: z.boolean().default(false),
  onlyUnread: z.boolean().default(false),
  onlyWithNote: z.boolean().default(false),
  onlyDrafts: z.boolean().default(false),
})
export type EvidenceFilters = z.output<typeof evidenceFiltersSchema>

/** A stretch of text, `end` excluded, in UTF-16 code units as `slice` counts them. */
export const textRangeSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) })
export type TextRange = z.output<typeof textRangeSchema>

/** The part of a summary that contains a match; `note` is the reader's own. */
export const searchedPartSchema = z.enum(['title', 'citation', 'topic', 'claim', 'body', 'note'])
export type SearchedPart = z.output<typeof searchedPartSchema>

/** One text of a summary that contains searched words, with their positions. */
export const textMatchSchema = z.strictObject({
  part: searchedPartSchema,
  text: z.string(),
  ranges: z.array(textRangeSchema),
  /** The finding that a claim belongs to. */
  effectId: z.string().optional(),
})
export type TextMatch = z.output<typeof textMatchSchema>

/** A summary in the search result; without matches if the query has no words. */
export const evidenceResultSchema = z.strictObject({
  item: evidenceItemSchema,
  matches: z.array(textMatchSchema),
})
export type EvidenceResult = z.output<typeof evidenceResultSchema>

/** A typed word that is in no summary, and the word that was searched for instead. */
export const searchSlipSchema = z.strictObject({ typed: z.string(), read: z.string() })
export type SearchSlip = z.output<typeof searchSlipSchema>

/** A page of results with the number of all. `instead` is empty unless nothing was found for the words as typed. */
export const evidenceResultsSchema = z.strictObject({
  total: z.int(),
  results: z.array(evidenceResultSchema),
  instead: z.array(searchSlipSchema),
})
export type EvidenceResults = z.output<typeof evidenceResultsSchema>

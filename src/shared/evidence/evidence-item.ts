import { z } from 'zod'
import { instantSchema } from '../records/calendar.ts'
import { articleDraftSchema, articleSchema } from './article.ts'
import { articleLimits } from './article-limits.ts'
import { articleProblemSchema } from './article-problem.ts'
import { designSchema, slugSchema } from './effect.ts'
import { topicIdSchema } from './topics.ts'

/** Whether a summary came with Attune or was written or imported here. */
export const originSchema = z.enum(['shipped', 'own'])
export type Origin = z.output<typeof originSchema>

const marks = {
  isBookmarked: z.boolean(),
  /** When it was marked as read; null where it is unread. */
  readAt: instantSchema.nullable(),
}

/** What the reader marked a summary with. */
export const marksSchema = z.strictObject(marks)
export type Marks = z.output<typeof marksSchema>

/** What a list tells of a summary, which is light enough for thousands. */
export const evidenceItemSchema = z.strictObject({
  id: slugSchema,
  origin: originSchema,
  title: z.string(),
  /** A few words to name it; the title where there are none yet. */
  shortCitation: z.string(),
  authors: z.array(z.string()),
  year: z.int().nullable(),
  journal: z.string().nullable(),
  doi: z.string().nullable(),
  topics: z.array(topicIdSchema),
  /** Null in a draft that doesn't say yet. */
  design: designSchema.nullable(),
  strength: z.strictObject({ words: z.string(), order: z.int() }).nullable(),
  /** False for a draft that lacks parts; `evidence.get` says which. */
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
  /** Goes up with each save of an own summary; 0 for one that ships. */
  revision: z.int().min(0),
  /** Null for one that ships. */
  savedAt: instantSchema.nullable(),
}

/** One summary, whole, with what the reader added to it; a draft comes with what it still lacks. */
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

/** What a search is narrowed down by; an empty list, null or false leaves a filter open. */
export const evidenceFiltersSchema = z.strictObject({
  /** Under any of these. */
  topics: z.array(topicIdSchema).max(most).default([]),
  designs: z.array(designSchema).max(most).default([]),
  yearFrom: z.int().nullable().default(null),
  yearTo: z.int().nullable().default(null),
  /** At least this far up the order of designs; see `strengthOf`. */
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

/** The part of a summary in which something was found; `note` is the reader's own. */
export const searchedPartSchema = z.enum(['title', 'citation', 'topic', 'claim', 'body', 'note'])
export type SearchedPart = z.output<typeof searchedPartSchema>

/** One text of a summary in which words were found, with where they stand in it. */
export const textMatchSchema = z.strictObject({
  part: searchedPartSchema,
  text: z.string(),
  ranges: z.array(textRangeSchema),
  /** The finding that a claim belongs to. */
  effectId: z.string().optional(),
})
export type TextMatch = z.output<typeof textMatchSchema>

/** A summary that was found; without matches where nothing was searched for. */
export const evidenceResultSchema = z.strictObject({
  item: evidenceItemSchema,
  matches: z.array(textMatchSchema),
})
export type EvidenceResult = z.output<typeof evidenceResultSchema>

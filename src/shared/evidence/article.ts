import { z } from 'zod'
import { articleLimits } from './article-limits.ts'
import { articleTextSchema, doiSchema, pageAddressSchema } from './article-text.ts'
import { designSchema, effectSchema, slugSchema } from './effect.ts'
import { topicIdSchema } from './topics.ts'

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2018-11')

const referencePartSchema = z.enum([
  'authors',
  'initials',
  'year',
  'journal',
  'volume and pages',
  'doi',
  'month of the summary',
])

/** Where the summary and the published abstract differ, or the summary contradicts itself. */
const discrepancySchema = z.strictObject({
  effect: slugSchema.optional(),
  summary: articleTextSchema,
  published: articleTextSchema,
  note: articleTextSchema.optional(),
})

const { entries } = articleLimits
const authors = z.array(articleTextSchema).max(entries)
const filedUnder = z.array(topicIdSchema).max(topicIdSchema.options.length)
const findings = z.array(effectSchema).max(entries)
const caveats = z.array(articleTextSchema).max(entries)
const sampleNameSchema = articleTextSchema.refine((name) => name !== '__proto__', 'A name that is taken')

const metadataFields = {
  id: slugSchema,
  title: articleTextSchema,
  citation: articleTextSchema,
  shortCitation: articleTextSchema,
  authors: authors.min(1),
  year: z.number().int().min(1900).max(2200).optional(),
  journal: articleTextSchema.optional(),
  doi: doiSchema.optional(),
  /** Where the reader found it. */
  link: pageAddressSchema.optional(),
  missing: z.array(referencePartSchema).max(referencePartSchema.options.length),
  topics: filedUnder.min(1),
  design: designSchema,
  sample: z.record(sampleNameSchema, z.number().int().positive()),
  effects: findings.min(1),
  discrepancies: z.array(discrepancySchema).max(entries),
  caveats: caveats.min(1),
  checked: z.strictObject({ doi: z.boolean(), abstract: z.boolean() }),
  source: z.strictObject({ publication: articleTextSchema, month: monthSchema.optional() }),
  /** Set for a study that Attune added from its published abstract, without anybody else's summary. */
  chosenBy: z.literal('attune').optional(),
}

// In a file such lines start a part or the next summary.
const paragraphSchema = articleTextSchema.refine(
  (text) => !/^(## |---$)/.test(text),
  'Text must not be a heading',
)
const paragraphsSchema = z.array(paragraphSchema).min(1).max(entries)

/** The four parts of a summary's text, each as plain paragraphs without markup. */
export const articleSectionsSchema = z.strictObject({
  inBrief: paragraphsSchema,
  whatWasFound: paragraphsSchema,
  inPractice: paragraphsSchema,
  keepInMind: paragraphsSchema,
})

const draftParagraphs = z.array(paragraphSchema).max(entries)

/**
 * An unfinished summary, such as one started from a reference. Its parts follow the format; all except id and title
 * may be absent.
 */
export const articleDraftSchema = z.strictObject({
  ...metadataFields,
  citation: articleTextSchema.optional(),
  shortCitation: articleTextSchema.optional(),
  authors,
  design: designSchema.optional(),
  topics: filedUnder,
  effects: findings,
  caveats,
  source: metadataFields.source.optional(),
  sections: z.strictObject({
    inBrief: draftParagraphs,
    whatWasFound: draftParagraphs,
    inPractice: draftParagraphs,
    keepInMind: draftParagraphs,
  }),
})

export type ArticleDraft = z.infer<typeof articleDraftSchema>

/**
 * A summary of one study: its reference, its findings with their figures, and the text in our own words.
 *
 * Beyond the shape it refuses repeated finding ids, an absent part of the reference that `missing` does not name, an
 * unchecked DOI, an abstract quoted but not read, and a value outside its own interval that no discrepancy explains.
 */
export const articleSchema = z
  .strictObject({ ...metadataFields, sections: articleSectionsSchema })
  .superRefine((article, context) => {
    const refuse = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message })

    const absentParts = [
      { part: 'year', absent: article.year === undefined },
      { part: 'journal', absent: article.journal === undefined },
      { part: 'doi', absent: article.doi === undefined },
      {
        part: 'month of the summary',
        absent: article.source.month === undefined && article.chosenBy === undefined,
      },
    ] as const
    for (const { part, absent } of absentParts) {
      const isListed = article.missing.includes(part)
      if (absent && !isListed) refuse(['missing'], `is absent and not listed as missing: ${part}`)
      if (!absent && isListed) refuse(['missing'], `is listed as missing but there: ${part}`)
    }
    if (article.doi !== undefined && !article.checked.doi)
      refuse(['doi'], 'a DOI that was not checked is left out')

    const known = new Set<string>()
    article.effects.forEach((effect, index) => {
      if (known.has(effect.id)) refuse(['effects', index, 'id'], 'another finding has this id')
      known.add(effect.id)
      if (effect.reportedIn === 'abstract' && !article.checked.abstract) {
        refuse(['effects', index, 'reportedIn'], 'the abstract was not read')
      }
      if (effect.reportedIn === 'summary' && article.chosenBy !== undefined) {
        refuse(['effects', index, 'reportedIn'], 'there is no summary to read it in')
      }
      const isOutside =
        effect.ci !== undefined &&
        effect.value !== undefined &&
        (effect.value < effect.ci.low || effect.value > effect.ci.high)
      if (isOutside && !article.discrepancies.some((discrepancy) => discrepancy.effect === effect.id)) {
        refuse(['effects', index, 'ci'], 'the value lies outside its interval and no discrepancy says why')
      }
    })
    article.discrepancies.forEach((discrepancy, index) => {
      if (discrepancy.effect !== undefined && !known.has(discrepancy.effect)) {
        refuse(['discrepancies', index, 'effect'], 'no finding has this id')
      }
    })
  })

export type Article = z.infer<typeof articleSchema>

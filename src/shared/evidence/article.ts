import { z } from 'zod'
import { designSchema, effectSchema, slugSchema } from './effect.ts'
import { topicIdSchema } from './topics.ts'

const sentenceSchema = z.string().trim().min(1)

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

/** Where the summary and the published abstract part ways, or where the summary contradicts itself. */
const discrepancySchema = z.strictObject({
  effect: slugSchema.optional(),
  summary: sentenceSchema,
  published: sentenceSchema,
  note: sentenceSchema.optional(),
})

const metadataFields = {
  id: slugSchema,
  title: sentenceSchema,
  citation: sentenceSchema,
  shortCitation: sentenceSchema,
  authors: z.array(sentenceSchema).min(1),
  year: z.number().int().min(1900).max(2200).optional(),
  journal: sentenceSchema.optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'a bare DOI such as 10.1037/pst0000193')
    .optional(),
  missing: z.array(referencePartSchema),
  topics: z.array(topicIdSchema).min(1),
  design: designSchema,
  sample: z.record(z.string().min(1), z.number().int().positive()),
  effects: z.array(effectSchema).min(1),
  discrepancies: z.array(discrepancySchema),
  caveats: z.array(sentenceSchema).min(1),
  checked: z.strictObject({ doi: z.boolean(), abstract: z.boolean() }),
  source: z.strictObject({ publication: sentenceSchema, month: monthSchema.optional() }),
}

const paragraphsSchema = z.array(sentenceSchema).min(1)

/** The four parts of a summary's text, each as plain paragraphs without markup. */
export const articleSectionsSchema = z.strictObject({
  inBrief: paragraphsSchema,
  whatWasFound: paragraphsSchema,
  inPractice: paragraphsSchema,
  keepInMind: paragraphsSchema,
})

/**
 * A summary of one study: its reference, its findings with their figures, and the text in our own words.
 *
 * Beyond the shape it refuses repeated finding ids, an absent part of the reference that `missing` does not
 * own up to, a DOI that nobody checked, an abstract quoted but not read, and a value outside its own interval
 * that no discrepancy explains.
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
      { part: 'month of the summary', absent: article.source.month === undefined },
    ] as const
    for (const { part, absent } of absentParts) {
      if (absent !== article.missing.includes(part)) {
        refuse(['missing'], `"${part}" is listed as missing exactly when it is absent`)
      }
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

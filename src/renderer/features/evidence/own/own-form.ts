import { z } from 'zod'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import { articleDraftSchema, type ArticleDraft } from '#shared/evidence/article.ts'
import {
  designSchema,
  effectSchema,
  statisticSchema,
  type Design,
  type Effect,
} from '#shared/evidence/effect.ts'
import { topicIdSchema, type TopicId } from '#shared/evidence/topics.ts'
import { bareDoi } from './typed-values.ts'

/** One finding as typed: numbers stay text until they are saved, so that Attune never changes what was typed. */
export interface FindingForm {
  /** Identifies the row in the form: the finding's own id, if it has one. */
  readonly key: string
  readonly claim: string
  readonly statistic: Effect['statistic']
  /** A number, or two with "to" between them. */
  readonly value: string
  readonly low: string
  readonly high: string
  readonly level: string
  readonly pRelation: '=' | '<' | '>'
  readonly p: string
  readonly count: string
  readonly of: string
  readonly reportedIn: Effect['reportedIn']
  readonly note: string
  /** Values without a field, kept unchanged. */
  readonly kept: Pick<Effect, 'design' | 't' | 'df'>
}

/** One count of the study's sample, such as 40 therapists. */
export interface SampleForm {
  readonly key: string
  readonly what: string
  readonly count: string
}

type MissingPart = ArticleDraft['missing'][number]

/** A summary as typed. */
export interface OwnForm {
  readonly title: string
  /** One per line. */
  readonly authors: string
  readonly year: string
  readonly journal: string
  readonly doi: string
  /** The address of a page, or a DOI. */
  readonly link: string
  readonly isDoiChecked: boolean
  readonly citation: string
  /** Parts of the reference that are not known and have no field. */
  readonly missing: readonly MissingPart[]
  readonly design: Design | null
  readonly sample: readonly SampleForm[]
  readonly topics: readonly TopicId[]
  readonly findings: readonly FindingForm[]
  readonly inBrief: string
  readonly whatWasFound: string
  readonly inPractice: string
  readonly keepInMind: string
  /** One per line. */
  readonly caveats: string
  readonly publication: string
  readonly month: string
  readonly isAbstractChecked: boolean
  /** Values without a field, kept unchanged. */
  readonly discrepancies: ArticleDraft['discrepancies']
}

/** The longest texts of the fields, in UTF-16 code units. */
export const ownLimits = {
  text: articleLimits.text,
  year: 10,
  month: 10,
  doi: 500,
  link: articleLimits.address,
  sampleCount: 20,
  counted: 200,
  figure: 30,
  value: 60,
} as const

/** The names of the fields with a text that is too long, such as `findings.finding-2.value`. */
export function tooLongFields(form: OwnForm): string[] {
  const { text, year, month, doi, link, sampleCount, counted, figure, value } = ownLimits
  const fields: (readonly [name: string, text: string, limit: number])[] = [
    ...textFields.map((name) => [name, form[name], text] as const),
    ['year', form.year, year],
    ['month', form.month, month],
    ['doi', form.doi, doi],
    ['link', form.link, link],
    ...form.sample.flatMap((row) => [
      [`sample.${row.key}.count`, row.count, sampleCount] as const,
      [`sample.${row.key}.what`, row.what, counted] as const,
    ]),
    ...form.findings.flatMap((finding) => {
      const at = `findings.${finding.key}`
      return [
        [`${at}.claim`, finding.claim, text] as const,
        [`${at}.note`, finding.note, text] as const,
        [`${at}.value`, finding.value, value] as const,
        [`${at}.of`, finding.of, counted] as const,
        ...figureFields.map((name) => [`${at}.${name}`, finding[name], figure] as const),
      ]
    }),
  ]
  return fields.filter(([, typed, limit]) => typed.length > limit).map(([name]) => name)
}

const textFields = [
  'title',
  'journal',
  'citation',
  'publication',
  'inBrief',
  'whatWasFound',
  'inPractice',
  'keepInMind',
  'caveats',
] as const
const figureFields = ['low', 'high', 'level', 'p', 'count'] as const

const { design, t, df, reportedIn } = effectSchema.shape
const text = z.string()
const row = { key: text, count: text }

/** Accepts a draft: the form as it was typed, and the stored revision that it changes; 0 for a new summary. */
export const ownDraftSchema: z.ZodType<{ readonly form: OwnForm; readonly revision: number }> =
  z.strictObject({
    form: z.strictObject({
      title: text,
      authors: text,
      year: text,
      journal: text,
      doi: text,
      // Drafts of earlier versions have no link.
      link: text.default(''),
      isDoiChecked: z.boolean(),
      citation: text,
      missing: articleDraftSchema.shape.missing,
      design: designSchema.nullable(),
      sample: z.array(z.strictObject({ ...row, what: text })),
      topics: z.array(topicIdSchema),
      findings: z.array(
        z.strictObject({
          ...row,
          claim: text,
          statistic: statisticSchema,
          value: text,
          low: text,
          high: text,
          level: text,
          pRelation: z.enum(['=', '<', '>']),
          p: text,
          of: text,
          reportedIn,
          note: text,
          kept: z.strictObject({ design, t, df }),
        }),
      ),
      inBrief: text,
      whatWasFound: text,
      inPractice: text,
      keepInMind: text,
      caveats: text,
      publication: text,
      month: text,
      isAbstractChecked: z.boolean(),
      discrepancies: articleDraftSchema.shape.discrepancies,
    }),
    revision: z.int().min(0),
  })
export type OwnDraft = z.output<typeof ownDraftSchema>

/** An empty form. */
export const emptyForm: OwnForm = {
  title: '',
  authors: '',
  year: '',
  journal: '',
  doi: '',
  link: '',
  isDoiChecked: false,
  citation: '',
  missing: [],
  design: null,
  sample: [],
  topics: [],
  findings: [],
  inBrief: '',
  whatWasFound: '',
  inPractice: '',
  keepInMind: '',
  caveats: '',
  publication: '',
  month: '',
  isAbstractChecked: false,
  discrepancies: [],
}

/** Whether a form has more than the three fields of a short summary; a DOI that its link names is no more. */
export function hasMore(form: OwnForm): boolean {
  const { title, link, inBrief, doi } = form
  // A part with a field of its own is missing because that field is empty.
  const missing = form.missing.filter((part) => !['authors', 'initials', 'volume and pages'].includes(part))
  const short = { ...emptyForm, title, link, inBrief, missing, doi: doi === bareDoi(link) ? doi : '' }
  return JSON.stringify(form) !== JSON.stringify({ ...form, ...short })
}

/** An empty finding. */
export function emptyFinding(key: string): FindingForm {
  return {
    key,
    claim: '',
    statistic: 'direction',
    value: '',
    low: '',
    high: '',
    level: '95',
    pRelation: '=',
    p: '',
    count: '',
    of: '',
    reportedIn: 'summary',
    note: '',
    kept: {},
  }
}

/** The first key after `finding-` or `sample-` that no row uses. */
export function freeKey(stem: string, rows: readonly { readonly key: string }[]): string {
  const taken = new Set(rows.map(({ key }) => key))
  for (let number = 1; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`
  }
}

import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { Design, Effect } from '#shared/evidence/effect.ts'
import type { TopicId } from '#shared/evidence/topics.ts'

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

/** An empty form. */
export const emptyForm: OwnForm = {
  title: '',
  authors: '',
  year: '',
  journal: '',
  doi: '',
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

/** Turns a saved summary into a form. */
export function formOf(article: ArticleDraft): OwnForm {
  const { sections, source } = article
  return {
    title: article.title,
    authors: article.authors.join('\n'),
    year: textOf(article.year),
    journal: article.journal ?? '',
    doi: article.doi ?? '',
    isDoiChecked: article.checked.doi,
    citation: article.citation ?? '',
    missing: article.missing,
    design: article.design ?? null,
    sample: Object.entries(article.sample).map(([what, count], index) => ({
      key: `sample-${index + 1}`,
      what,
      count: String(count),
    })),
    topics: article.topics,
    findings: article.effects.map(findingOf),
    inBrief: sections.inBrief.join('\n\n'),
    whatWasFound: sections.whatWasFound.join('\n\n'),
    inPractice: sections.inPractice.join('\n\n'),
    keepInMind: sections.keepInMind.join('\n\n'),
    caveats: article.caveats.join('\n'),
    publication: source?.publication ?? '',
    month: source?.month ?? '',
    isAbstractChecked: article.checked.abstract,
    discrepancies: article.discrepancies,
  }
}

function findingOf(effect: Effect): FindingForm {
  const { ci, p, n, range, design, t, df } = effect
  return {
    key: effect.id,
    claim: effect.claim,
    statistic: effect.statistic,
    value: range === undefined ? textOf(effect.value) : `${range.low} to ${range.high}`,
    low: textOf(ci?.low),
    high: textOf(ci?.high),
    level: textOf(ci?.level ?? 95),
    pRelation: p?.relation ?? '=',
    p: textOf(p?.value),
    count: textOf(n?.count),
    of: n?.of ?? '',
    reportedIn: effect.reportedIn,
    note: effect.note ?? '',
    kept: {
      ...(design === undefined ? {} : { design }),
      ...(t === undefined ? {} : { t }),
      ...(df === undefined ? {} : { df }),
    },
  }
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}

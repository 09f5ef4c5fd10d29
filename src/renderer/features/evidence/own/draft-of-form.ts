import type { ArticleDraft } from '#shared/evidence/article.ts'
import { doiSchema, pageAddressSchema } from '#shared/evidence/article-text.ts'
import type { Effect } from '#shared/evidence/effect.ts'
import { apaReference, shortCitationOf } from '#shared/evidence/reference.ts'
import { typedNumber } from '#shared/typed/typed-number.ts'
import { tooLongFields, type FindingForm, type OwnForm, type SampleForm } from './own-form.ts'
import { bareDoi, cleanLine, linesOf, paragraphsOf, typedRange } from './typed-values.ts'

/** What is wrong with a field, as a code for the message below it. */
export type FieldError =
  | 'title'
  | 'year'
  | 'doi'
  | 'link'
  | 'month'
  | 'count'
  | 'counted'
  | 'counted-twice'
  | 'claim'
  | 'value'
  | 'value-needed'
  | 'interval'
  | 'interval-order'
  | 'level'
  | 'p'
  | 'too-long'

/** Errors by the name of their field, such as `findings.finding-2.value`. */
export type FieldErrors = ReadonlyMap<string, FieldError>

/** The part of a form that can be saved, and the errors in the rest. */
export interface TypedDraft {
  readonly article: Omit<ArticleDraft, 'id'>
  readonly errors: FieldErrors
}

/** The words for text that was unfinished when Attune locked. */
export interface UnfinishedWords {
  readonly title: string
  readonly claim: string
  readonly note: (typed: string) => string
}

type Refuse = (field: string, error: FieldError) => void

/**
 * Reads a form. The article can always be saved: it leaves out refused values, and keeps figures that are no numbers as
 * text in the note of their finding.
 */
export function draftOfForm(form: OwnForm, unfinished: UnfinishedWords): TypedDraft {
  const errors = new Map<string, FieldError>()
  const refuse: Refuse = (field, error) => {
    if (!errors.has(field)) errors.set(field, error)
  }

  const title = cleanLine(form.title)
  if (title === '') refuse('title', 'title')
  const authors = linesOf(form.authors)
  const year = yearOf(form.year, refuse)
  const journal = cleanLine(form.journal)
  const typedLink = cleanLine(form.link)
  const doiOfLink = doiSchema.safeParse(bareDoi(typedLink)).data
  const link = pageAddressSchema.safeParse(typedLink).data
  if (typedLink !== '' && link === undefined && doiOfLink === undefined) refuse('link', 'link')
  const typedDoi = bareDoi(form.doi)
  const doi = typedDoi === '' ? doiOfLink : doiSchema.safeParse(typedDoi).data
  const isDoi = doi !== undefined
  if (typedDoi !== '' && !isDoi) refuse('doi', 'doi')
  const month = form.month.trim()
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
  if (month !== '' && !isMonth) refuse('month', 'month')
  const publication = cleanLine(form.publication)

  const parts = {
    title: title === '' ? unfinished.title : title,
    authors,
    ...(year === null ? {} : { year }),
    ...(journal === '' ? {} : { journal }),
    ...(isDoi ? { doi } : {}),
    ...(link === undefined ? {} : { link }),
  }
  const citation = cleanLine(form.citation)
  const isNameable = title !== '' && authors.length > 0
  const caveats = linesOf(form.caveats)
  for (const field of tooLongFields(form)) refuse(field, 'too-long')
  return {
    errors,
    article: {
      ...parts,
      // Composed from the parts, so that nobody has to type it; a typed one wins.
      ...(citation === '' ? (isNameable ? { citation: apaReference(parts) } : {}) : { citation }),
      ...(isNameable ? { shortCitation: shortCitationOf(parts) } : {}),
      missing: missingOf(form, { hasYear: year !== null, hasJournal: journal !== '', isDoi, isMonth }),
      topics: [...form.topics],
      ...(form.design === null ? {} : { design: form.design }),
      sample: sampleOf(form.sample, refuse),
      effects: form.findings.flatMap((finding) => effectOf(finding, refuse, unfinished) ?? []),
      discrepancies: form.discrepancies,
      caveats,
      checked: { doi: isDoi && form.isDoiChecked, abstract: form.isAbstractChecked },
      ...(publication === '' ? {} : { source: { publication, ...(isMonth ? { month } : {}) } }),
      sections: {
        inBrief: paragraphsOf(form.inBrief),
        whatWasFound: paragraphsOf(form.whatWasFound),
        inPractice: paragraphsOf(form.inPractice),
        keepInMind: paragraphsOf(form.keepInMind),
      },
    },
  }
}

function yearOf(text: string, refuse: Refuse): number | null {
  if (text.trim() === '') return null
  const year = typedNumber(text)
  if (year !== null && Number.isInteger(year) && year >= 1900 && year <= 2200) return year
  refuse('year', 'year')
  return null
}

/** Parts with a field of their own are missing exactly if the field is empty; for the others the form says so. */
function missingOf(
  form: OwnForm,
  given: { hasYear: boolean; hasJournal: boolean; isDoi: boolean; isMonth: boolean },
): ArticleDraft['missing'] {
  const absent = {
    year: !given.hasYear,
    journal: !given.hasJournal,
    doi: !given.isDoi,
    'month of the summary': !given.isMonth,
  }
  const said = form.missing.filter((part) => !Object.hasOwn(absent, part))
  const found = (['year', 'journal', 'doi', 'month of the summary'] as const).filter((part) => absent[part])
  return [...said, ...found]
}

function sampleOf(rows: readonly SampleForm[], refuse: Refuse): Record<string, number> {
  const sample: Record<string, number> = {}
  for (const { key, what, count } of rows) {
    const name = cleanLine(what)
    if (name === '' && count.trim() === '') continue
    const number = typedNumber(count)
    const isCount = number !== null && Number.isInteger(number) && number > 0
    if (!isCount) refuse(`sample.${key}.count`, 'count')
    if (name === '' || name === '__proto__') refuse(`sample.${key}.what`, 'counted')
    else if (Object.hasOwn(sample, name)) refuse(`sample.${key}.what`, 'counted-twice')
    else if (isCount) sample[name] = number
  }
  return sample
}

function effectOf(finding: FindingForm, refuse: Refuse, unfinished: UnfinishedWords): Effect | null {
  const claim = cleanLine(finding.claim)
  const isEmpty = [claim, finding.value, finding.low, finding.high, finding.p, finding.count, finding.note]
    .join('')
    .trim()
  if (isEmpty === '') return null
  const at = `findings.${finding.key}`
  const unread: string[] = []
  const fail = (field: string, error: FieldError, typed: string): undefined => {
    refuse(`${at}.${field}`, error)
    if (typed.trim() !== '') unread.push(typed.trim())
    return undefined
  }
  if (claim === '') fail('claim', 'claim', '')

  const figure = figureOf(finding, fail)
  const ci = intervalOf(finding, fail)
  const p = probabilityOf(finding, fail)
  const n = countOf(finding, fail)
  const notes = [
    cleanLine(finding.note),
    unread.length === 0 ? '' : unfinished.note(cleanLine(unread.join('; '))),
  ].filter(Boolean)
  return {
    id: finding.key,
    claim: claim === '' ? unfinished.claim : claim,
    ...finding.kept,
    // A figure that is no number is kept as words, and with words alone only the direction is known.
    ...(figure ?? { statistic: 'direction' as const }),
    ...(ci === undefined ? {} : { ci }),
    ...(p === undefined ? {} : { p }),
    ...(n === undefined ? {} : { n }),
    reportedIn: finding.reportedIn,
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
  }
}

type Fail = (field: string, error: FieldError, typed: string) => undefined

function figureOf({ statistic, value }: FindingForm, fail: Fail) {
  if (statistic === 'direction') return value.trim() === '' ? undefined : fail('value', 'value', value)
  if (value.trim() === '') return fail('value', 'value-needed', '')
  const range = typedRange(value)
  if (range !== null) return { statistic, range }
  const number = typedNumber(value)
  return number === null ? fail('value', 'value', value) : { statistic, value: number }
}

function intervalOf({ low, high, level }: FindingForm, fail: Fail): Effect['ci'] {
  if (low.trim() === '' && high.trim() === '') return undefined
  const typed = `${low} to ${high}`
  const from = typedNumber(low)
  const to = typedNumber(high)
  const sure = typedNumber(level)
  if (from === null) return fail('low', 'interval', typed)
  if (to === null) return fail('high', 'interval', typed)
  if (from > to) return fail('low', 'interval-order', typed)
  if (sure === null || sure <= 50 || sure >= 100) return fail('level', 'level', `${typed} (${level})`)
  return { level: sure, low: from, high: to }
}

function probabilityOf({ pRelation, p }: FindingForm, fail: Fail): Effect['p'] {
  if (p.trim() === '') return undefined
  const value = typedNumber(p)
  if (value === null || value <= 0 || value > 1) return fail('p', 'p', `p ${pRelation} ${p}`)
  return { relation: pRelation, value }
}

function countOf({ count, of }: FindingForm, fail: Fail): Effect['n'] {
  const what = cleanLine(of)
  if (count.trim() === '' && what === '') return undefined
  const number = typedNumber(count)
  if (number === null || !Number.isInteger(number) || number < 1)
    return fail('count', 'count', `${count} ${of}`)
  if (what === '') return fail('of', 'counted', count)
  return { count: number, of: what }
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleDraftSchema } from '#shared/evidence/article.ts'
import { completenessOf, isShortSummary } from '#shared/evidence/completeness.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { draftOfForm } from './draft-of-form.ts'
import {
  emptyFinding,
  emptyForm,
  hasMore,
  ownDraftSchema,
  type FindingForm,
  type OwnForm,
} from './own-form.ts'
import { formOf } from './form-of-draft.ts'

const unfinished = {
  title: 'Untitled',
  claim: 'Unfinished finding',
  note: (typed: string) => `Typed: ${typed}`,
}
const read = (form: Partial<OwnForm>) => draftOfForm({ ...emptyForm, title: 'A study', ...form }, unfinished)
const finding = (changes: Partial<FindingForm>): FindingForm => ({
  ...emptyFinding('finding-1'),
  claim: 'Trust goes with staying.',
  ...changes,
})

describe('a saved summary', () => {
  test('survives the form unchanged', () => {
    const article = exampleArticle({
      doi: '10.1037/pst0000175',
      missing: ['initials'],
      checked: { doi: true, abstract: true },
    })
    const { id: _id, ...saved } = article
    const { article: again, errors } = draftOfForm(formOf(article), unfinished)
    expect([...errors]).toEqual([])
    expect({ ...again, shortCitation: saved.shortCitation, missing: again.missing.toSorted() }).toEqual({
      ...saved,
      missing: [
        ...saved.missing,
        ...again.missing.filter((part) => !saved.missing.includes(part)),
      ].toSorted(),
    })
  })
})

describe('a short summary', () => {
  test('keeps its link, takes a DOI from it, and is the same three fields when it is opened again', () => {
    const form = { link: 'https://doi.org/10.1037/pst0000193', inBrief: 'Ask.' }
    const { article, errors } = read(form)
    expect([...errors]).toEqual([])
    expect(article).toMatchObject({ link: form.link, doi: '10.1037/pst0000193' })
    expect(isShortSummary({ id: 'own', ...article })).toBe(true)
    const again = formOf({ id: 'own', ...article })
    expect(again).toMatchObject(form)
    expect(hasMore(again)).toBe(false)
    expect(hasMore({ ...again, year: '2018' })).toBe(true)
    expect(hasMore({ ...again, missing: ['authors'] })).toBe(true)
  })

  test('takes a bare DOI as its link, and refuses what is neither', () => {
    expect(read({ link: '10.1037/pst0000193' }).article).toMatchObject({ doi: '10.1037/pst0000193' })
    expect([...read({ link: 'somewhere' }).errors]).toEqual([['link', 'link']])
  })

  test('needs a link or a DOI, and a line', () => {
    expect(isShortSummary({ id: 'own', ...read({ inBrief: 'Ask.' }).article })).toBe(false)
    expect(isShortSummary({ id: 'own', ...read({ link: 'https://example.org' }).article })).toBe(false)
  })

  test('is read from a draft of an earlier version, which has no link', () => {
    const { link: _link, ...earlier } = { ...emptyForm, title: 'Kept' }
    expect(ownDraftSchema.parse({ form: earlier, revision: 0 }).form).toEqual({ ...emptyForm, title: 'Kept' })
  })
})

describe('typed text', () => {
  test('gives the reference and the missing parts by itself', () => {
    const { article } = read({
      authors: 'Elliott, R.\nBohart, A. C.',
      year: '2018',
      journal: 'Psychotherapy',
    })
    expect(article.citation).toBe('Elliott, R., & Bohart, A. C. (2018). A study. Psychotherapy.')
    expect(article.shortCitation).toBe('Elliott and Bohart, 2018')
    expect(article.missing).toEqual(['doi', 'month of the summary'])
  })

  test('is read as figures in any usual notation', () => {
    const { article, errors } = read({
      findings: [
        finding({
          statistic: 'r',
          value: '−.39',
          low: '-0,57',
          high: '-.18',
          p: '.001',
          pRelation: '<',
          count: '1,204',
          of: 'clients',
        }),
        finding({ key: 'finding-2', statistic: 'g', value: '0.14 to 0.49' }),
      ],
    })
    expect([...errors]).toEqual([])
    expect(article.effects).toEqual([
      {
        id: 'finding-1',
        claim: 'Trust goes with staying.',
        statistic: 'r',
        value: -0.39,
        ci: { level: 95, low: -0.57, high: -0.18 },
        p: { relation: '<', value: 0.001 },
        n: { count: 1204, of: 'clients' },
        reportedIn: 'summary',
      },
      {
        id: 'finding-2',
        claim: 'Trust goes with staying.',
        statistic: 'g',
        range: { low: 0.14, high: 0.49 },
        reportedIn: 'summary',
      },
    ])
  })

  test('is refused at its field, and the note of a finding keeps figures that are no numbers', () => {
    const { article, errors } = read({
      year: '20x4',
      doi: 'not a doi',
      sample: [{ key: 'sample-1', what: 'clients', count: 'many' }],
      findings: [finding({ statistic: 'r', value: 'about .3', low: '0.4', high: '0.2' })],
    })
    expect(Object.fromEntries(errors)).toEqual({
      year: 'year',
      doi: 'doi',
      'sample.sample-1.count': 'count',
      'findings.finding-1.value': 'value',
      'findings.finding-1.low': 'interval-order',
    })
    expect(article.effects[0]).toMatchObject({ statistic: 'direction', note: 'Typed: about .3; 0.4 to 0.2' })
  })

  test('splits into paragraphs and lines, without invisible characters', () => {
    const { article } = read({ inBrief: 'One\nline.\n\n## Two\u202e.', caveats: 'Small.\n\nOne clinic.' })
    expect(article.sections.inBrief).toEqual(['One line.', 'Two.'])
    expect(article.caveats).toEqual(['Small.', 'One clinic.'])
  })

  test('gives a DOI without the address around it', () => {
    const { article, errors } = read({ doi: ' https://doi.org/10.1037/pst\u200b0000175\ufeff' })
    expect([...errors]).toEqual([])
    expect(article.doi).toBe('10.1037/pst0000175')
  })

  test('can always be saved', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 })
    const findings = fc.array(
      fc.record({
        claim: text,
        value: text,
        low: text,
        high: text,
        level: text,
        p: text,
        count: text,
        of: text,
        note: text,
      }),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(
        fc.record({
          title: text,
          authors: text,
          year: text,
          doi: text,
          month: text,
          inBrief: text,
          caveats: text,
          citation: text,
          publication: text,
        }),
        findings,
        (typed, rows) => {
          const { article } = draftOfForm(
            {
              ...emptyForm,
              ...typed,
              isDoiChecked: true,
              findings: rows.map((row, index) => ({
                ...emptyFinding(`finding-${index + 1}`),
                statistic: 'r',
                ...row,
              })),
            },
            unfinished,
          )
          expect(articleDraftSchema.safeParse({ id: 'own', ...article }).error).toBeUndefined()
        },
      ),
    )
  })

  test('is complete once every part is there', () => {
    const { article } = read({
      authors: 'Example, A.',
      year: '2020',
      journal: 'Journal',
      design: 'longitudinal',
      topics: ['alliance'],
      findings: [finding({ statistic: 'r', value: '.3' })],
      inBrief: 'a',
      whatWasFound: 'b',
      inPractice: 'c',
      keepInMind: 'd',
      caveats: 'e',
      publication: 'The article itself',
    })
    expect(completenessOf({ id: 'own', ...article }).isComplete).toBe(true)
  })
})

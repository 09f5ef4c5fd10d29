import { describe, expect, it } from 'vitest'
import { apaReference, citationOf, referenceOf, shortCitationOf } from './reference.ts'
import { exampleArticle } from './testing/example-article.ts'

const whole = {
  authors: ['Elliott, R.', 'Bohart, A. C.', 'Murphy, D.'],
  year: 2018,
  title: 'Therapist empathy and client outcome',
  journal: 'Psychotherapy',
  volume: '55',
  issue: '4',
  pages: '399–410',
  doi: '10.1037/pst0000175',
}

describe('a reference in APA style', () => {
  it('has authors, year, title, journal, volume, pages and DOI in their order', () => {
    expect(apaReference(whole)).toBe(
      'Elliott, R., Bohart, A. C., & Murphy, D. (2018). Therapist empathy and client outcome. Psychotherapy, 55(4), 399–410. https://doi.org/10.1037/pst0000175',
    )
  })

  it('leaves out unknown parts, and writes "n.d." for an unknown year', () => {
    expect(apaReference({ authors: ['Knox'], title: 'What failed?' })).toBe('Knox. (n.d.). What failed?')
    expect(apaReference({ authors: [], year: 2020, title: 'No one', journal: 'J', issue: '2' })).toBe(
      'No one. (2020). J, (2).',
    )
  })

  it('names nineteen of more than twenty authors and the last', () => {
    const authors = Array.from({ length: 21 }, (_, index) => `Author${index}, A.`)
    expect(apaReference({ authors, year: 2020, title: 'Many' })).toMatch(
      /^Author0, A\., .*Author18, A\., \. \. \. Author20, A\. \(2020\)\. Many\.$/,
    )
  })

  it('is the summary’s own citation if it has one', () => {
    expect(citationOf(exampleArticle())).toBe(exampleArticle().citation)
    const { citation: _citation, ...draft } = exampleArticle()
    expect(citationOf(draft)).toBe('Example, A. (2020). Warmth in the first hour. Journal of Examples.')
  })
})

it('a work is named by one author, two, or the first of more', () => {
  expect(shortCitationOf(whole)).toBe('Elliott and others, 2018')
  expect(shortCitationOf({ ...whole, authors: ['Elliott, R.', 'Other, B.'] })).toBe('Elliott and Other, 2018')
  expect(shortCitationOf({ authors: [], title: 'No one' })).toBe('No one')
})

it('volume, issue and pages are read from the citation, after the journal’s name', () => {
  expect(referenceOf(exampleArticle())).toMatchObject({ volume: '1', pages: '1–2' })
  const citation = 'Example, A. (2020). Psychotherapy, 12 years on. Psychotherapy, 55(4), 399–410.'
  expect(referenceOf(exampleArticle({ citation, journal: 'Psychotherapy' }))).toMatchObject({
    volume: '55',
    issue: '4',
    pages: '399–410',
  })
  expect(
    referenceOf(exampleArticle({ citation: 'Example, A. (2020). Online first.' })).volume,
  ).toBeUndefined()
})

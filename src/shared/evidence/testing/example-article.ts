import { type Article, articleSchema } from '../article.ts'

const complete: Article = {
  id: 'example-2020',
  title: 'Warmth in the first hour',
  citation: 'Example, A. (2020). Warmth in the first hour. Journal of Examples, 1, 1–2.',
  shortCitation: 'Example, 2020',
  authors: ['Example, A.'],
  year: 2020,
  journal: 'Journal of Examples',
  missing: ['doi'],
  topics: ['alliance'],
  design: 'longitudinal',
  sample: { 'pairs of therapist and client': 40, sessions: 1600 },
  effects: [
    { id: 'warmth', claim: 'Warmth goes with trust.', statistic: 'r', value: 0.3, reportedIn: 'summary' },
  ],
  discrepancies: [],
  caveats: ['A small study.'],
  checked: { doi: false, abstract: false },
  source: { publication: 'A blog', month: '2021-03' },
  sections: {
    inBrief: ['Forty pairs.'],
    whatWasFound: ['Warmth and trust went together.'],
    inPractice: ['You could notice it.'],
    keepInMind: ['One study.'],
  },
}

/** The example as unchecked input with parts replaced, so that a test can break it. */
export function exampleArticleInput(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...complete, ...changes }
}

/** A fictional article in the right format, with parts replaced. */
export function exampleArticle(changes: Partial<Article> = {}): Article {
  return articleSchema.parse(exampleArticleInput(changes))
}

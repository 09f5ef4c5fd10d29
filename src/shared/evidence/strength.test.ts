import { describe, expect, it } from 'vitest'
import type { Effect } from './effect.ts'
import { strengthOf } from './strength.ts'
import { exampleArticle } from './testing/example-article.ts'

const direction: Effect = { id: 'warmth', claim: 'Warmth.', statistic: 'direction', reportedIn: 'abstract' }

describe('the strength of a study', () => {
  it('is its design and its size in words', () => {
    expect(strengthOf(exampleArticle({ sample: { 'pairs of therapist and client': 40 } })).words).toBe(
      'One observational study, 40 pairs of therapist and client',
    )
    expect(strengthOf(exampleArticle({ design: 'randomized-trial', sample: { therapists: 40 } })).words).toBe(
      'One trial, 40 therapists',
    )
  })

  it('shows only the first two counts, with a thousands separator', () => {
    const article = exampleArticle({
      design: 'meta-analysis',
      sample: { samples: 82, clients: 6138, countries: 9 },
    })
    expect(strengthOf(article).words).toBe('Meta-analysis, 82 samples, 6,138 clients')
  })

  it('ranks pooled studies above a trial, and a trial above an observation', () => {
    const designs = [
      'meta-analysis',
      'randomized-trial',
      'longitudinal',
      'cross-sectional',
      'qualitative',
    ] as const
    const orders = designs.map((design) => strengthOf(exampleArticle({ design })).order)
    expect(orders).toEqual(orders.toSorted((one, other) => other - one))
    expect(new Set(orders).size).toBe(designs.length)
  })
})

describe('the strength of one finding', () => {
  it('prefers the design and count of the finding to those of its study', () => {
    const pooled: Effect = { ...direction, design: 'meta-analysis', n: { count: 11, of: 'studies' } }
    expect(strengthOf(exampleArticle({ design: 'review' }), pooled).words).toBe('Meta-analysis, 11 studies')
  })

  it('says when only a summary could be read', () => {
    const article = exampleArticle({ sample: { clients: 13 }, design: 'qualitative' })
    expect(strengthOf(article, { ...direction, reportedIn: 'summary' }).words).toBe(
      'One interview study, 13 clients (finding from a summary, not the paper)',
    )
    expect(
      strengthOf(article, { ...direction, statistic: 'r', value: 0.2, reportedIn: 'summary' }).words,
    ).toBe('One interview study, 13 clients (figure from a summary, not the paper)')
  })
})

import { describe, expect, it } from 'vitest'
import { parseArticle } from './parse-article.ts'

const frontMatter = `---
id: example-2020
title: 'Warmth: the first hour'
citation: Example, A. (2020). Warmth.
shortCitation: Example, 2020
authors: ['Example, A.']
year: 2020
journal: Journal of Examples
missing: [doi]
topics: [alliance]
design: longitudinal
sample: { pairs: 40 }
effects:
  - { id: warmth, claim: Warmth goes with trust., statistic: r, value: 0.30, reportedIn: summary }
discrepancies: []
caveats: [A small study.]
checked: { doi: false, abstract: false }
source: { publication: A blog, month: 2021-03 }
---
`

const body = `
## In brief

Forty pairs
of people.

A second paragraph.

## What was found

Warmth and trust went together.

## In practice

You could notice it.

## Keep in mind

One study.
`

function pathsOf(text: string): string[] {
  const parsed = parseArticle(text)
  return parsed.ok ? [] : parsed.problems.map(({ place }) => place)
}

describe('reading a summary', () => {
  it('returns the front matter and the four parts in paragraphs', () => {
    const parsed = parseArticle(frontMatter + body)
    expect(parsed.ok && parsed.article).toMatchObject({
      id: 'example-2020',
      effects: [{ id: 'warmth', value: 0.3 }],
      source: { month: '2021-03' },
      sections: {
        inBrief: ['Forty pairs of people.', 'A second paragraph.'],
        whatWasFound: ['Warmth and trust went together.'],
        inPractice: ['You could notice it.'],
        keepInMind: ['One study.'],
      },
    })
  })

  it('reads a file from Windows with a byte order mark in the same way', () => {
    const fromWindows = `\uFEFF${(frontMatter + body).replaceAll('\n', '\r\n')}`
    expect(parseArticle(fromWindows)).toEqual(parseArticle(frontMatter + body))
  })

  it('names a part that is missing, unknown, or before the first heading', () => {
    expect(pathsOf(frontMatter + body.replace('## Keep in mind', '## Afterthought'))).toEqual(['sections'])
    expect(pathsOf(frontMatter + body.replace(/## Keep in mind[^]*/, ''))).toEqual(['sections.keepInMind'])
    expect(pathsOf(`${frontMatter}Loose text.\n${body}`)).toEqual(['sections'])
  })

  it('names the front matter field that departs from the format', () => {
    expect(pathsOf(frontMatter.replace('statistic: r,', 'statistic: luck,') + body)).toEqual([
      'effects.0.statistic',
    ])
    expect(pathsOf(frontMatter.replace('design: longitudinal\n', '') + body)).toEqual(['design'])
  })

  it('refuses a file without front matter, or with front matter that is no YAML mapping', () => {
    expect(parseArticle(body).ok).toBe(false)
    expect(parseArticle('').ok).toBe(false)
    expect(parseArticle(`---\n- one\n- two\n---\n${body}`).ok).toBe(false)
    expect(parseArticle(`---\nid: [\n---\n${body}`).ok).toBe(false)
  })

  it('refuses aliases, which could expand a small file into a huge one', () => {
    const withAlias = frontMatter.replace('[A small study.]', '[&caveat A small study., *caveat]')
    expect(parseArticle(withAlias + body).ok).toBe(false)
  })
})

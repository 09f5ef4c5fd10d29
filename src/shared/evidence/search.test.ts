import { describe, expect, it } from 'vitest'
import { searchArticles } from './search.ts'
import { exampleArticle } from './testing/example-article.ts'

const inTitle = exampleArticle({ id: 'in-title', title: 'Crying in the room' })
const inClaim = exampleArticle({
  id: 'in-claim',
  effects: [
    {
      id: 'relief',
      claim: 'Relief after crying goes with trust.',
      statistic: 'direction',
      reportedIn: 'summary',
    },
  ],
})
const inBody = exampleArticle({ id: 'in-body', caveats: ['Crying was rare.'] })
const accented = exampleArticle({ id: 'accented', citation: 'Vîslă, A., & Flückiger, C. (2021). Skills.' })
const library = [inBody, inClaim, inTitle, accented]

function found(query: string): string[] {
  return searchArticles(library, query).map(({ article }) => article.id)
}

describe('the search', () => {
  it('puts a word in the title before one in a finding, and that before one in the text', () => {
    expect(found('crying')).toEqual(['in-title', 'in-claim', 'in-body'])
  })

  it('wants every word, wherever it stands', () => {
    expect(found('crying relief')).toEqual(['in-claim'])
    expect(found('crying xylophone')).toEqual([])
  })

  it('finds a word by its beginning and not by its middle', () => {
    expect(found('cry')).toEqual(['in-title', 'in-claim', 'in-body'])
    expect(found('rying')).toEqual([])
  })

  it('pays no heed to case and accents, in the query or in the text', () => {
    expect(found('VISLA')).toEqual(['accented'])
    expect(found('flückiger')).toEqual(['accented'])
  })

  it('keeps the whole library in its order for an empty query', () => {
    expect(found('  ')).toEqual(['in-body', 'in-claim', 'in-title', 'accented'])
  })

  it('marks just what was matched, in the text as it was written', () => {
    const [result] = searchArticles([accented], 'fluck')
    const match = result?.matches.find(({ part }) => part === 'citation')
    expect(match?.ranges.map(({ start, end }) => match.text.slice(start, end))).toEqual(['Flück'])
  })

  it('marks overlapping matches once', () => {
    const [result] = searchArticles([inTitle], 'cry crying')
    expect(result?.matches[0]?.ranges).toEqual([{ start: 0, end: 6 }])
  })

  it('says which finding a claim belongs to', () => {
    const [result] = searchArticles([inClaim], 'relief')
    expect(result?.matches.map(({ effectId }) => effectId)).toEqual(['relief'])
  })

  it('keeps its ranges right when folding changes the length of a text', () => {
    const article = exampleArticle({ title: 'İstanbul ﬁne e\u0301tude crying' })
    const [result] = searchArticles([article], 'etude crying')
    const match = result?.matches[0]
    expect(match?.ranges.map(({ start, end }) => match.text.slice(start, end))).toEqual([
      'e\u0301tude',
      'crying',
    ])
  })
})

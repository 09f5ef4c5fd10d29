import { describe, expect, it } from 'vitest'
import { excerptAround } from './excerpt.ts'

const sentence = 'Clients who felt understood stayed longer in therapy than the others did. '
const long = `${sentence.repeat(4)}A repaired rupture went with better outcome. ${sentence.repeat(4)}`.trim()
const start = long.indexOf('rupture')
const mark = { start, end: start + 'rupture'.length }

describe('an excerpt', () => {
  it('leaves a short text whole', () => {
    const ranges = [{ start: 0, end: 7 }]
    expect(excerptAround(sentence.trim(), ranges)).toEqual({
      text: sentence.trim(),
      ranges,
      isCutBefore: false,
      isCutAfter: false,
    })
  })

  it('holds the first mark, in its new place', () => {
    const { text, ranges, isCutBefore, isCutAfter } = excerptAround(long, [mark])
    expect(ranges.map((range) => text.slice(range.start, range.end))).toEqual(['rupture'])
    expect([isCutBefore, isCutAfter]).toEqual([true, true])
  })

  it('breaks between words and stays short', () => {
    const { text } = excerptAround(long, [mark])
    expect(text.length).toBeLessThanOrEqual(180)
    expect(` ${long} `).toContain(` ${text} `)
  })

  it('starts at the beginning if the mark is near it, and drops marks that fall outside', () => {
    const near = { start: 0, end: 7 }
    const { text, ranges, isCutBefore } = excerptAround(long, [near, { start: 500, end: 505 }])
    expect(isCutBefore).toBe(false)
    expect(text.startsWith('Clients')).toBe(true)
    expect(ranges).toEqual([near])
  })

  it('begins with the mark if no space comes before it for long', () => {
    const word = `${'a'.repeat(200)}(rupture and so on`
    const { text, ranges } = excerptAround(word, [{ start: 201, end: 208 }])
    expect(text.slice(ranges[0]?.start, ranges[0]?.end)).toBe('rupture')
  })
})

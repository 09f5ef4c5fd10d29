import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  packNoteCodes,
  packProblemSchema,
  packReasonCodes,
  type PackReason,
} from '#shared/instruments/packs/index.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { placeWords, reasonWords } from './pack-words.ts'

beforeAll(startI18n)

const figures = {
  limit: 3,
  byte: 4,
  line: 5,
  column: 6,
  least: 7,
  minimum: 8,
  maximum: 9,
  expected: 'number',
  id: 'mood',
  found: 'Patient',
  allowed: ['sum', 'mean'],
}

/** A reason for each code with only the figures that belong to it. */
function exampleOf(code: PackReason['code']): PackReason {
  const names = Object.keys(figures)
  for (let kept = 0; kept < 2 ** names.length; kept += 1) {
    const some = Object.entries(figures).filter((_, bit) => (kept & (1 << bit)) !== 0)
    const read = packProblemSchema.shape.reason.safeParse({ code, ...Object.fromEntries(some) })
    if (read.success) return read.data
  }
  throw new Error(`no example of ${code}`)
}

describe('the words for a pack’s problems', () => {
  it.each(packReasonCodes)('explain %s in a whole sentence with its figures', (code) => {
    const words = reasonWords(i18next.t, exampleOf(code))
    expect(words).toMatch(/^\p{Lu}.*[.]$/u)
    expect(words).not.toMatch(/packs\.|\{\{|undefined/)
    const used = Object.entries(exampleOf(code)).filter(([name]) => name !== 'code')
    for (const [, value] of used) {
      for (const figure of [value].flat()) expect(words).toContain(String(figure))
    }
  })

  it.each(packNoteCodes)('explain the note %s in a whole sentence', (code) => {
    expect(i18next.t(`packs.note.${code}`)).toMatch(/^\p{Lu}.*[.]$/u)
  })

  it('count places from 1, and keep a name that only the file has', () => {
    expect(placeWords(i18next.t, 'items.2.labels.0.text')).toBe('Question 3, answer 1, words')
    expect(placeWords(i18next.t, 'choices.scales.1.title')).toBe('What you added, score 2, title')
    expect(placeWords(i18next.t, 'script')).toBe('Script')
    expect(placeWords(i18next.t, '')).toBe('The file as a whole')
  })
})

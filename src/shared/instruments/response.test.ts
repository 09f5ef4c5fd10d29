import { describe, expect, it } from 'vitest'
import { instrumentSchema } from './instrument.ts'
import {
  answersSchema,
  askedItems,
  endorsedRiskItems,
  validateAnswers,
  validateChosenWords,
} from './response.ts'

const files = import.meta.glob<unknown>('../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const shipped = (id: string) => instrumentSchema.parse(files[`../../../assets/instruments/${id}.json`])

const instrument = shipped('phq-9')
const given = (value: number) => ({ value, missingReason: null })

describe('answersSchema', () => {
  it('accepts a number, or a reason for having none', () => {
    const answers = { calm: given(3), tense: { value: null, missingReason: 'stopped' } }
    expect(answersSchema.parse(answers)).toEqual(answers)
  })

  it.each([
    ['a missing value without a reason', { calm: { value: null, missingReason: null } }],
    ['a reason beside a value', { calm: { value: 3, missingReason: 'skipped' } }],
    ['a reason it does not know', { calm: { value: null, missingReason: 'forgot' } }],
    ['a value that is no number', { calm: { value: Number.NaN, missingReason: null } }],
    ['an id that is not one', { __proto: given(3) }],
    ['more than it asked for', { calm: { ...given(3), note: 'x' } }],
  ])('refuses %s', (_what, answers) => {
    expect(answersSchema.safeParse(answers).success).toBe(false)
  })
})

describe('askedItems', () => {
  const asked = (answers: Record<string, number>) =>
    askedItems(
      instrument.items,
      Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, given(value)])),
    ).map(({ id }) => id)

  it('leaves out a question whose condition does not hold', () => {
    expect(asked({})).not.toContain('phq9-difficulty')
    expect(asked({ 'phq9-1': 0, 'phq9-9': 0 })).toHaveLength(9)
  })

  it('has the question from the lowest answer on that calls for it', () => {
    expect(asked({ 'phq9-4': 1 })).toContain('phq9-difficulty')
    expect(asked({ 'phq9-4': 3 })).toHaveLength(10)
  })
})

describe('validateAnswers', () => {
  it('finds nothing in answers that fit', () => {
    expect(validateAnswers(instrument, { 'phq9-1': given(3), 'phq9-2': given(0) })).toEqual([])
  })

  it('names each answer that does not fit, and how', () => {
    const answers = { 'phq9-1': given(4), 'phq9-2': given(1.5), 'phq9-3': given(2), 'phq9-10': given(1) }
    expect(validateAnswers(instrument, answers)).toEqual([
      { itemId: 'phq9-1', problem: 'out-of-range' },
      { itemId: 'phq9-2', problem: 'off-step' },
      { itemId: 'phq9-10', problem: 'unknown-item' },
    ])
  })

  it('treats a value that is not a number as out of range', () => {
    expect(validateAnswers(instrument, { 'phq9-1': given(Number.NaN) })).toEqual([
      { itemId: 'phq9-1', problem: 'out-of-range' },
    ])
  })
})

describe('validateChosenWords', () => {
  it('names words that are not offered or picked twice', () => {
    const words = shipped('attune-feelings-before')
    expect(validateChosenWords(words, ['liking', 'drained'])).toEqual([])
    expect(validateChosenWords(words, ['liking', 'boredom', 'liking'])).toEqual(['boredom', 'liking'])
    expect(validateChosenWords(instrument, ['liking'])).toEqual(['liking'])
  })
})

describe('endorsedRiskItems', () => {
  it.each([1, 2, 3])('reports PHQ-9 item 9 answered %i', (value) => {
    expect(endorsedRiskItems(instrument, { 'phq9-9': given(value) })).toEqual([{ itemId: 'phq9-9', value }])
  })

  it('reports nothing if item 9 is denied or left out, or another item is high', () => {
    expect(endorsedRiskItems(instrument, { 'phq9-9': given(0), 'phq9-6': given(3) })).toEqual([])
    expect(endorsedRiskItems(instrument, { 'phq9-9': { value: null, missingReason: 'skipped' } })).toEqual([])
    expect(endorsedRiskItems(instrument, {})).toEqual([])
  })
})

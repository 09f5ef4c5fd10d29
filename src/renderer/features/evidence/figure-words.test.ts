import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { effectSchema, type Effect } from '#shared/evidence/effect.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { figureWords, intervalWords, numberWords, testWords } from './figure-words.ts'

beforeAll(startI18n)

function effect(changes: Record<string, unknown>): Effect {
  return effectSchema.parse({
    id: 'warmth',
    claim: 'Warmth goes with trust.',
    reportedIn: 'summary',
    ...changes,
  })
}

describe('a figure in words', () => {
  it('names its statistic and keeps two decimals, as the sources print coefficients', () => {
    expect(figureWords(i18next.t, effect({ statistic: 'g', value: 0.4 }))).toBe('g = 0.40')
    expect(figureWords(i18next.t, effect({ statistic: 'r', value: 0.278 }))).toBe('r = 0.278')
  })

  it('has a true minus sign', () => {
    expect(figureWords(i18next.t, effect({ statistic: 'b', value: -1.83 }))).toBe('b = −1.83')
  })

  it('leaves counts and shares as they are', () => {
    expect(figureWords(i18next.t, effect({ statistic: 'count', value: 5400 }))).toBe('5,400')
    expect(figureWords(i18next.t, effect({ statistic: 'percent', value: 17.7 }))).toBe('17.7%')
  })

  it('gives both ends of a range', () => {
    const words = figureWords(i18next.t, effect({ statistic: 'g', range: { low: 0.14, high: 0.49 } }))
    expect(words).toBe('g = 0.14 to 0.49')
  })

  it('says if there is none', () => {
    expect(figureWords(i18next.t, effect({ statistic: 'direction' }))).toBe('no figure')
  })
})

describe('the words beside a figure', () => {
  it('give the test, as far as it is published', () => {
    const whole = effect({ statistic: 'b', value: 1, t: -5.2, df: 531, p: { relation: '<', value: 0.001 } })
    expect(testWords(i18next.t, whole).replaceAll('\u00a0', ' ')).toBe('t = −5.20, df = 531, p < 0.001')
    expect(testWords(i18next.t, effect({ statistic: 'b', value: 1 }))).toBe('')
  })

  it('give the interval with its level', () => {
    const withInterval = effect({ statistic: 'r', value: 0.28, ci: { level: 97.5, low: -0.1, high: 0.33 } })
    expect(intervalWords(i18next.t, withInterval)).toBe('−0.10 to 0.33 (97.5%)')
    expect(intervalWords(i18next.t, effect({ statistic: 'r', value: 0.28 }))).toBeNull()
  })
})

describe('a number', () => {
  it('is grouped in thousands', () => {
    expect(numberWords(18644)).toBe('18,644')
  })
})

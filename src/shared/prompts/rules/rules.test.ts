import { describe, expect, it } from 'vitest'
import { ruleAreas } from '../prompt.ts'
import { initialRuleParameters } from '../../rules/rule-parameters.ts'
import type { Rule } from '../rule.ts'
import { rules } from './rules.ts'

const inWords = ({ rule }: Rule) => (typeof rule === 'string' ? rule : rule(initialRuleParameters))

describe('every rule', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s speaks in its first example', (_, rule) => {
    const finding = rule.find(rule.examples.fires)
    expect(finding).not.toBeNull()
    expect(finding?.numbers.length).toBeGreaterThan(0)
    expect(finding?.numbers.every(({ value, n }) => Number.isFinite(value) && n >= 1)).toBe(true)
    expect(finding?.because).toMatch(/\d/)
    expect(finding?.because).not.toMatch(/undefined|NaN|null/)
  })

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s is silent in its second example', (_, rule) => {
    expect(rule.find(rule.examples.doesNot)).toBeNull()
  })

  it('has an id of its own, and names only known rules that give way to it', () => {
    const ids = rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(rules.flatMap(({ supersedes }) => supersedes ?? [])))
  })

  it('suggests without instructing, and claims no cause and no proof', () => {
    for (const rule of rules) {
      const { suggestion, cantTell, title } = rule
      expect(suggestion).toMatch(/\?|could|may/)
      expect(`${title} ${inWords(rule)} ${suggestion} ${cantTell}`).not.toMatch(
        /\b(must|should|always|never|proves?|leads? to|causes)\b/i,
      )
    }
  })

  it('belongs to a known area and says what it cannot tell', () => {
    for (const rule of rules) {
      expect(ruleAreas).toContain(rule.area)
      expect(rule.cantTell.length).toBeGreaterThan(40)
      expect(inWords(rule).length).toBeGreaterThan(40)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { ruleAreas } from '../prompt.ts'
import { rules } from './rules.ts'

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
    for (const { suggestion, cantTell, title, rule } of rules) {
      expect(suggestion).toMatch(/\?|could|may/)
      expect(`${title} ${rule} ${suggestion} ${cantTell}`).not.toMatch(
        /\b(must|should|always|never|proves?|leads? to|causes)\b/i,
      )
    }
  })

  it('belongs to a known area and says what it cannot tell', () => {
    for (const { area, cantTell, rule } of rules) {
      expect(ruleAreas).toContain(area)
      expect(cantTell.length).toBeGreaterThan(40)
      expect(rule.length).toBeGreaterThan(40)
    }
  })
})

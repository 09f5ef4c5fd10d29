import { describe, expect, it } from 'vitest'
import { initialRuleParameters } from '../../rule-settings/rule-parameters.ts'
import { contextLinks } from '../context-links.ts'
import { ruleAreas } from '../prompt.ts'
import { ruleInWords } from '../rule.ts'
import { ownRules, rules } from './rules.ts'

const words = [...rules, ...ownRules].map((rule) => ({
  id: rule.id,
  title: rule.title,
  area: rule.area,
  suggestion: rule.suggestion,
  cantTell: rule.cantTell,
  supersedes: rule.supersedes ?? [],
  rule: ruleInWords(rule, initialRuleParameters),
}))

/** Words that push, judge or predict. */
const pushing =
  /\b(must|should|have to|need to|ought|always|never|fail(ed|ure|s|ing)?|weak|strong alliance|bad|wrong|resistan\w*|diagnos\w*|disorder|symptomatic|patholog\w*|drop(s|ped)? ?out|likely to (leave|end|drop|get)|will (leave|end|drop|get worse)|at risk of)\b/i

/** Words that claim a cause or a proof. */
const causal =
  /\b(proves?|proven|leads? to|causes|results? in|because of the|improves|reduces|prevents|works)\b/i

/** The findings of each rule in its two examples, by its id. */
const examples = [
  ...rules.map((rule) => ({
    id: rule.id,
    fires: rule.find(rule.examples.fires()),
    doesNot: rule.find(rule.examples.doesNot()),
  })),
  ...ownRules.map((rule) => ({
    id: rule.id,
    fires: rule.find(rule.examples.fires()),
    doesNot: rule.find(rule.examples.doesNot()),
  })),
]

describe('every rule', () => {
  it.each(examples)('$id makes a prompt with numbers in its first example', ({ fires }) => {
    expect(fires).not.toBeNull()
    expect(fires?.numbers.length).toBeGreaterThan(0)
    expect(fires?.numbers.every(({ value, n }) => Number.isFinite(value) && n >= 1)).toBe(true)
    expect(fires?.because).not.toMatch(/undefined|NaN|null/)
  })

  it.each(examples)('$id makes no prompt in its second example', ({ doesNot }) => {
    expect(doesNot).toBeNull()
  })

  it('has its own id, and replaces only known rules', () => {
    const ids = words.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(words.flatMap(({ supersedes }) => supersedes)))
  })

  it('names in its reason at least one number, if only of a session', () => {
    expect(examples.filter(({ fires }) => !/\d/.test(fires?.because ?? '')).map(({ id }) => id)).toEqual([])
  })

  it.each(words)('$id suggests in the conditional or asks, and instructs nobody', ({ suggestion }) => {
    expect(suggestion).toMatch(/\?|could|may/)
    expect(suggestion).not.toMatch(/^(Ask|Tell|Do|Try|Avoid|Make sure|Consider)\b/)
  })

  it.each(words)('$id uses no word that pushes, judges or predicts', (rule) => {
    const fires = examples.find(({ id }) => id === rule.id)?.fires
    const all = [
      rule.title,
      rule.suggestion,
      rule.rule,
      rule.cantTell,
      fires?.because,
      ...(fires?.numbers ?? []).map(({ label }) => label),
    ]
    expect(all.join(' ')).not.toMatch(pushing)
  })

  it.each(words)('$id claims no cause and no proof', ({ title, suggestion, rule, cantTell }) => {
    expect([title, suggestion, rule, cantTell].join(' ')).not.toMatch(causal)
  })

  it.each(words)('$id belongs to a known area and names its limits', ({ area, cantTell, rule }) => {
    expect(ruleAreas).toContain(area)
    expect(cantTell.length).toBeGreaterThan(60)
    expect(rule.length).toBeGreaterThan(40)
  })

  it.each(words)('$id uses typographic apostrophes', ({ title, suggestion, rule, cantTell }) => {
    expect([title, suggestion, rule, cantTell].filter((text) => text.includes("'"))).toEqual([])
  })
})

describe('every link in context', () => {
  it.each(contextLinks)('to $articleId neither pushes nor claims a cause', ({ words: linkWords }) => {
    expect(linkWords).not.toMatch(pushing)
    expect(linkWords).not.toMatch(causal)
    expect(linkWords).not.toContain("'")
  })
})

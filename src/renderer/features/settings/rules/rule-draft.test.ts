import { describe, expect, it } from 'vitest'
import { initialRuleParameters, ruleParameterNameSchema } from '#shared/rule-settings/rule-parameters.ts'
import { draftOf, keptRuleDraftSchema, readDraft, restoredDraft } from './rule-draft.ts'

const kept = initialRuleParameters
const read = (change: Partial<ReturnType<typeof draftOf>>) => readDraft({ ...draftOf(kept), ...change }, kept)

describe('the fields of the rules', () => {
  it('give back exactly the given value, even one with many digits', () => {
    expect(read({}).parameters).toEqual(kept)
    const thirds = { ...kept, trackShare: 2 / 3 }
    expect(draftOf(thirds).trackShare).toBe('0.6667')
    expect(readDraft(draftOf(thirds), thirds).parameters).toEqual(thirds)
  })

  it('accept a point or a comma, and spaces around the number', () => {
    expect(read({ ruptureSpreads: ' 3,5 ' }).parameters?.ruptureSpreads).toBe(3.5)
    expect(read({ trackShare: '.25' }).parameters?.trackShare).toBe(0.25)
  })

  it.each([
    ['ratingsBeforeFall', '4', 'outside'],
    ['ratingsBeforeFall', '31', 'outside'],
    ['ratingsBeforeFall', '5.5', 'not-whole'],
    ['ratingsBeforeFall', 'five', 'not-whole'],
    ['ratingsBeforeFall', '', 'not-whole'],
    ['unknownShare', '', 'outside'],
    ['unknownShare', '1e1', 'outside'],
    ['congruencePairs', '5', 'outside'],
    ['ruptureSpreads', '1.75', 'shallow-rupture'],
  ] as const)('refuse %s of "%s" as %s, and then give no parameters', (name, text, problem) => {
    const { parameters, problems } = read({ [name]: text })
    expect(problems.get(name)).toBe(problem)
    expect(parameters).toBeNull()
  })

  it('fault 405: come back from a draft with a parameter that is gone, and without one that is new', () => {
    const { dipSpreads: _new, ...earlier } = draftOf(kept)
    const found = keptRuleDraftSchema.parse({ ...earlier, windowSessions: '7', limitsBaseline: '' })
    expect(restoredDraft(found, { ...kept, dipSpreads: 2.75 })).toEqual({
      ...draftOf(kept),
      windowSessions: '7',
      dipSpreads: '2.75',
    })
    expect(keptRuleDraftSchema.safeParse({ windowSessions: 7 }).success).toBe(false)
  })

  it('have a field for every parameter', () => {
    expect(Object.keys(draftOf(kept)).toSorted()).toEqual(ruleParameterNameSchema.options.toSorted())
  })
})

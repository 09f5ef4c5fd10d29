import { describe, expect, it } from 'vitest'
import { initialRuleParameters, ruleParameterNameSchema } from '#shared/rule-settings/rule-parameters.ts'
import { draftOf, readDraft } from './rule-draft.ts'

const kept = initialRuleParameters
const read = (change: Partial<ReturnType<typeof draftOf>>) => readDraft({ ...draftOf(kept), ...change }, kept)

describe('the fields of the rules', () => {
  it('give back exactly the given value, even a twelfth of a scale', () => {
    expect(read({}).parameters).toEqual(kept)
    expect(draftOf(kept).betweenSd).toBe('0.8333')
    expect(readDraft(draftOf(kept), { ...kept, betweenSd: 2 }).parameters).toEqual(kept)
  })

  it('accept a point or a comma, and spaces around the number', () => {
    expect(read({ ruptureDepth: ' 3,5 ' }).parameters?.ruptureDepth).toBe(3.5)
    expect(read({ trackShare: '.25' }).parameters?.trackShare).toBe(0.25)
  })

  it.each([
    ['minimumRatings', '2', 'outside'],
    ['minimumRatings', '31', 'outside'],
    ['minimumRatings', '5.5', 'not-whole'],
    ['minimumRatings', 'five', 'not-whole'],
    ['minimumRatings', '', 'not-whole'],
    ['betweenSd', '', 'outside'],
    ['betweenSd', '1e1', 'outside'],
    ['limitsBaseline', '7', 'outside'],
    ['ruptureDepth', '0.75', 'shallow-rupture'],
  ] as const)('refuse %s of "%s" as %s, and then give no parameters', (name, text, problem) => {
    const { parameters, problems } = read({ [name]: text })
    expect(problems.get(name)).toBe(problem)
    expect(parameters).toBeNull()
  })

  it('read an empty field for the control limits as all ratings', () => {
    expect(read({ limitsBaseline: '12' }).parameters?.limitsBaseline).toBe(12)
    const some = { ...kept, limitsBaseline: 12 }
    expect(readDraft({ ...draftOf(some), limitsBaseline: '' }, some).parameters?.limitsBaseline).toBeNull()
  })

  it('have a field for every parameter', () => {
    expect(Object.keys(draftOf(kept)).toSorted()).toEqual(ruleParameterNameSchema.options.toSorted())
  })
})

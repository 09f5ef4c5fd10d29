import { describe, expect, it } from 'vitest'
import { instrumentSchema } from '../../instrument.ts'
import type { PackReason } from '../index.ts'
import { core, phq9Loinc, problemsOf } from '../testing/fhir-preview.ts'
import { questionnaireOf } from '../testing/questionnaire-of.ts'
import type { BuiltQuestionnaire } from '../testing/questionnaire-of.ts'

const files = import.meta.glob<unknown>('../../../../../assets/instruments/earlier/*.json', {
  eager: true,
  import: 'default',
})
const phq9 = instrumentSchema.parse(files['../../../../../assets/instruments/earlier/phq-9.1.json'])

function spoilt(change: (questionnaire: BuiltQuestionnaire) => unknown): BuiltQuestionnaire {
  const questionnaire = questionnaireOf(phq9, phq9Loinc)
  change(questionnaire)
  return questionnaire
}

const question = (q: BuiltQuestionnaire, position = 0) => q.item[0]!.item![position]!

describe('a resource that is no R4 Questionnaire', () => {
  const other = (found: string): PackReason => ({ code: 'other-fhir-version', found })

  it.each(['Bundle', 'QuestionnaireResponse', 'Patient'])('is refused by name: %s', (resourceType) => {
    expect(problemsOf({ resourceType, item: [] })).toEqual([
      ['resourceType', { code: 'other-resource', found: resourceType }],
    ])
  })

  it('is refused if its type is not even a word', () => {
    expect(problemsOf({ resourceType: { toString: 1 } })).toEqual([
      ['resourceType', { code: 'other-resource', found: 'object' }],
    ])
  })

  it.each<[what: string, change: (q: BuiltQuestionnaire) => unknown, place: string, reason: PackReason]>([
    ['R5 by its version', (q) => (q.fhirVersion = '5.0.0'), 'fhirVersion', other('5.0.0')],
    [
      'R5 by its profile',
      (q) => (q.meta = { profile: [`${core}Questionnaire|5.0.0`] }),
      'meta.profile.0',
      other('5.0.0'),
    ],
    [
      'STU3 by its profile',
      (q) => (q.meta = { profile: ['http://hl7.org/fhir/3.0/StructureDefinition/Questionnaire'] }),
      'meta.profile.0',
      other('3.0'),
    ],
    ['R5 by a label', (q) => (q.copyrightLabel = 'x'), 'copyrightLabel', other('R5')],
    ['R5 by its type of question', (q) => (question(q).type = 'coding'), 'item.0.item.0.type', other('R5')],
    [
      'R5 by a constraint',
      (q) => (question(q, 3).answerConstraint = 'optionsOnly'),
      'item.0.item.3.answerConstraint',
      other('R5'),
    ],
    ['STU3 by its options', (q) => (question(q).option = []), 'item.0.item.0.option', other('STU3')],
    [
      'STU3 by a condition',
      (q) => (question(q).enableWhen = [{ question: 'all', hasAnswer: true }]),
      'item.0.item.0.enableWhen.0.hasAnswer',
      other('STU3'),
    ],
    ['DSTU2 by its group', (q) => (q.group = {}), 'group', other('DSTU2')],
  ])('is refused as another version: %s', (_what, change, place, reason) => {
    expect(problemsOf(spoilt(change))).toContainEqual([place, reason])
  })

  it('is distinguished from R4 and R4B, which are accepted', () => {
    for (const version of ['4.0', '4.3']) {
      const profile = [`http://hl7.org/fhir/${version}/StructureDefinition/Questionnaire`]
      expect(problemsOf(spoilt((q) => (q.meta = { profile })))).toEqual([['', { code: 'choices-needed' }]])
    }
  })
})

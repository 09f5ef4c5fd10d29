import { describe, expect, it } from 'vitest'
import { instrumentSchema } from '../../instrument.ts'
import type { PackReason } from '../index.ts'
import { choicesFor, core, dataCapture, phq9Loinc, problemsOf } from '../testing/fhir-preview.ts'
import { questionnaireOf } from '../testing/questionnaire-of.ts'
import type { BuiltQuestionnaire } from '../testing/questionnaire-of.ts'

const files = import.meta.glob<unknown>('../../../../../assets/instruments/earlier/*.json', {
  eager: true,
  import: 'default',
})
const phq9 = instrumentSchema.parse(files['../../../../../assets/instruments/earlier/phq-9.1.json'])
const choices = choicesFor(phq9)

function spoilt(change: (questionnaire: BuiltQuestionnaire) => unknown): BuiltQuestionnaire {
  const questionnaire = questionnaireOf(phq9, phq9Loinc)
  change(questionnaire)
  return questionnaire
}

const question = (q: BuiltQuestionnaire, position = 0) => q.item[0]!.item![position]!

describe('a Questionnaire whose scores would not be the publisher’s', () => {
  const at = 'item.0.item.0'
  const option = `${at}.answerOption.1`
  const condition = (linkId: string) => [{ question: linkId, operator: '=', answerInteger: 1 }]

  it.each<[what: string, change: (q: BuiltQuestionnaire) => unknown, place: string, reason: PackReason]>([
    [
      'an element R4 does not have',
      (q) => (question(q).weight = 1),
      `${at}.weight`,
      { code: 'unknown-field' },
    ],
    [
      'markup',
      (q) => (question(q).text = 'Calm <img src=x onerror=alert(1)>'),
      `${at}.text`,
      { code: 'markup' },
    ],
    [
      'a script in its narrative',
      (q) => (q.text = { div: '<div><script>1</script></div>' }),
      'text.div',
      { code: 'markup' },
    ],
    ['no words', (q) => Reflect.deleteProperty(question(q), 'text'), `${at}.text`, { code: 'missing' }],
    ['rules of its own', (q) => (q.implicitRules = 'http://x'), 'implicitRules', { code: 'implicit-rules' }],
    [
      'an extension that changes meanings',
      (q) => (question(q).modifierExtension = []),
      `${at}.modifierExtension`,
      { code: 'modifier-extension' },
    ],
    [
      'an answer without a score',
      (q) => Reflect.deleteProperty(question(q).answerOption![1]!, 'extension'),
      option,
      { code: 'score-missing' },
    ],
    [
      'an answer without words',
      (q) => Reflect.deleteProperty(question(q).answerOption![1]!.valueCoding, 'display'),
      option,
      { code: 'option-without-words' },
    ],
    [
      'an answer of another kind',
      (q) => Reflect.set(question(q).answerOption!, 1, { valueDate: '2020-01-01' }),
      option,
      { code: 'option-type' },
    ],
    [
      'two scores for one answer',
      (q) =>
        (question(q).answerOption![1]!.valueCoding.extension = [
          { url: `${core}itemWeight`, valueDecimal: 5 },
        ]),
      option,
      { code: 'scores-conflict' },
    ],
    ['a single answer', (q) => question(q).answerOption!.splice(1), at, { code: 'too-few-answers' }],
    [
      'a weight on the question',
      (q) => (question(q).extension = [{ url: `${core}itemWeight`, valueDecimal: 2 }]),
      at,
      { code: 'weighted-item' },
    ],
    [
      'free text beside scored answers',
      (q) => (question(q).type = 'open-choice'),
      at,
      { code: 'unsupported-type', found: 'open-choice' },
    ],
    [
      'a decimal question',
      (q) => (question(q).type = 'decimal'),
      at,
      { code: 'unsupported-type', found: 'decimal' },
    ],
    [
      'a type nobody knows',
      (q) => (question(q).type = 'mood'),
      at,
      { code: 'unsupported-type', found: 'mood' },
    ],
    [
      'a whole number without bounds',
      (q) => Object.assign(question(q), { type: 'integer', answerOption: undefined }),
      at,
      { code: 'range-missing' },
    ],
    ['several answers at once', (q) => (question(q).repeats = true), at, { code: 'repeats' }],
    ['a group asked again', (q) => (q.item[0]!.repeats = true), at, { code: 'repeats' }],
    ['a condition', (q) => (question(q).enableWhen = condition('/phq9-2')), at, { code: 'conditional' }],
    [
      'a condition on its group',
      (q) => (q.item[0]!.enableWhen = condition('all')),
      at,
      { code: 'conditional' },
    ],
    [
      'a condition worked out',
      (q) => (question(q).extension = [{ url: `${dataCapture}enableWhenExpression` }]),
      at,
      { code: 'conditional' },
    ],
    [
      'an answer worked out',
      (q) => (question(q).extension = [{ url: `${dataCapture}calculatedExpression` }]),
      at,
      { code: 'computed' },
    ],
    [
      'a question nobody sees',
      (q) => (question(q).extension = [{ url: `${core}questionnaire-hidden`, valueBoolean: true }]),
      at,
      { code: 'not-answerable' },
    ],
    [
      'answers kept elsewhere',
      (q) => Object.assign(question(q), { answerOption: undefined, answerValueSet: 'http://x' }),
      `${at}.answerValueSet`,
      { code: 'value-set-elsewhere' },
    ],
    [
      'answers in two places',
      (q) => (question(q).answerValueSet = '#x'),
      at,
      { code: 'options-and-value-set' },
    ],
    [
      'a linkId given twice',
      (q) => (question(q).linkId = '/phq9-2'),
      'item.0.item.1.linkId',
      { code: 'duplicate-id' },
    ],
    [
      'a condition on nothing',
      (q) => (question(q).enableWhen = condition('nowhere')),
      `${at}.enableWhen.0.question`,
      { code: 'unknown-reference' },
    ],
    [
      'a group that waits for its own question',
      (q) => (q.item[0]!.enableWhen = condition('/phq9-1')),
      'item.0.enableWhen',
      { code: 'cycle' },
    ],
    ['no question with a score', (q) => (q.item[0]!.item = []), 'item', { code: 'no-scored-items' }],
    ['no items', (q) => Reflect.deleteProperty(q, 'item'), 'item', { code: 'missing' }],
  ])('is refused: %s', (_what, change, place, reason) => {
    expect(problemsOf(spoilt(change), choices)).toContainEqual([place, reason])
  })

  it('is refused if conditions form a circle', () => {
    const circle = spoilt((q) => {
      question(q, 0).enableWhen = condition('/phq9-2')
      question(q, 1).enableWhen = condition('/phq9-3')
      question(q, 2).enableWhen = condition('/phq9-1')
      question(q, 3).enableWhen = condition('/phq9-1')
    })
    const circular = problemsOf(circle).filter(([, { code }]) => code === 'cycle')
    expect(circular.map(([place]) => place)).toEqual(
      [0, 1, 2, 3].map((n) => `item.0.item.${String(n)}.enableWhen`),
    )
  })

  it('is refused if nearly two thousand items share a name', () => {
    const item = Array.from({ length: 1900 }, () => ({ linkId: 'a', type: 'display', text: 'A' }))
    expect(problemsOf({ resourceType: 'Questionnaire', status: 'active', item })).toContainEqual([
      'item',
      { code: 'too-many', limit: 1000 },
    ])
  })
})

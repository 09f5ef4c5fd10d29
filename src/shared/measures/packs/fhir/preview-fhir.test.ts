import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instrument } from '../../instrument.ts'
import { instrumentSchema } from '../../instrument.ts'
import { scoreResponse } from '../../score.ts'
import { completeFhirDraft, fhirDraftSchema, previewPack } from '../index.ts'
import type { FhirChoices, PackReason } from '../index.ts'
import { questionnaireOf } from '../testing/questionnaire-of.ts'
import type { BuiltQuestionnaire, ScorePlacement } from '../testing/questionnaire-of.ts'

const files = import.meta.glob<unknown>('../../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const phq9 = instrumentSchema.parse(files['../../../../../assets/instruments/phq-9.json'])

// The items of PHQ-9 in LOINC, in their order.
const loinc = [
  '44250-9',
  '44255-8',
  '44259-0',
  '44254-1',
  '44251-7',
  '44258-2',
  '44252-5',
  '44253-3',
  '44260-8',
]

const choices = {
  respondent: 'client',
  occasion: 'any',
  whoMayUse: 'Anyone, without asking',
  validationStatus: 'Validated: Kroenke, Spitzer and Williams (2001)',
  reversed: [],
  scales: [
    {
      id: 'total',
      title: 'PHQ-9 total',
      items: phq9.items.map(({ id }) => id),
      method: 'sum',
      direction: 'lower-is-better',
      missing: { minimumAnswered: 9, prorate: false },
    },
  ],
  riskItems: [],
} satisfies FhirChoices

function imported(questionnaire: object, chosen: unknown = choices): Instrument {
  const preview = previewPack(JSON.stringify(questionnaire), chosen)
  if (!preview.ok) throw new Error(JSON.stringify(preview.problems))
  return preview.instrument
}

function spoilt(change: (questionnaire: BuiltQuestionnaire) => unknown): BuiltQuestionnaire {
  const questionnaire = questionnaireOf(phq9, loinc)
  change(questionnaire)
  return questionnaire
}

function problemsOf(questionnaire: object, chosen?: unknown): [place: string, reason: PackReason][] {
  const preview = previewPack(JSON.stringify(questionnaire), chosen)
  return preview.ok ? [] : preview.problems.map(({ place, reason }) => [place, reason])
}

function notesOf(questionnaire: object): [place: string, code: string][] {
  const preview = previewPack(JSON.stringify(questionnaire))
  return preview.ok ? [] : (preview.draft?.notes ?? []).map(({ place, code }) => [place, code])
}

const question = (q: BuiltQuestionnaire, position = 0) => q.item[0]!.item![position]!
const core = 'http://hl7.org/fhir/StructureDefinition/'
const dataCapture = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-'

describe('a FHIR R4 Questionnaire', () => {
  const placements: ScorePlacement[] = [
    { on: 'option', by: 'ordinalValue' },
    { on: 'coding', by: 'ordinalValue' },
    { on: 'option', by: 'itemWeight' },
    { on: 'coding', by: 'itemWeight' },
  ]

  it.each(placements)('made of our PHQ-9 scores every response like it: $by on the $on', (placement) => {
    const instrument = imported(questionnaireOf(phq9, loinc, placement))
    expect(instrument.items).toEqual(phq9.items)
    expect(instrument.scales).toEqual(phq9.scales)
    const answer = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(null))
    fc.assert(
      fc.property(fc.array(answer, { minLength: 9, maxLength: 9 }), (values) => {
        const answers = Object.fromEntries(
          phq9.items.map(({ id }, position) => {
            const value = values[position] ?? null
            return [id, { value, missingReason: value === null ? ('skipped' as const) : null }]
          }),
        )
        expect(scoreResponse(instrument, answers)).toEqual(scoreResponse(phq9, answers))
      }),
    )
  })

  it('marks the item that LOINC knows as PHQ-9 item 9 as a risk item, and says so', () => {
    const preview = previewPack(JSON.stringify(questionnaireOf(phq9, loinc)), choices)
    expect(preview).toMatchObject({
      ok: true,
      instrument: { riskItems: [{ item: 'phq9-9', atOrAbove: 1 }] },
      notes: [{ place: 'choices.riskItems.phq9-9', code: 'risk-item-added' }],
    })
    const own = { ...choices, riskItems: [{ item: 'phq9-9', atOrAbove: 2 }] }
    expect(imported(questionnaireOf(phq9, loinc), own).riskItems).toEqual(own.riskItems)
  })

  it('waits for the choices that FHIR has no place for, with a draft that can cross to the screen', () => {
    const preview = previewPack(JSON.stringify(questionnaireOf(phq9, loinc)))
    if (preview.ok || preview.draft === null) throw new Error('A draft was expected')
    expect(preview.problems).toEqual([{ place: '', reason: { code: 'choices-needed' } }])
    expect(fhirDraftSchema.parse(preview.draft.fhir)).toMatchObject({
      id: 'phq-9',
      title: 'PHQ-9',
      instruction: phq9.instruction,
      licence: phq9.licence,
      attribution: phq9.attribution,
      riskItems: ['phq9-9'],
    })
    expect(preview.draft.fhir.items[8]).toMatchObject({
      linkId: '/phq9-9',
      codes: [{ system: 'http://loinc.org', code: '44260-8' }],
    })
    expect(completeFhirDraft(preview.draft.fhir, choices)).toMatchObject({ ok: true })
  })

  it('reads numbers as answers, whole numbers between bounds, and a value set that comes with the file', () => {
    const concept = (score: number, display: string) => ({
      code: display,
      display,
      extension: [{ url: `${core}ordinalValue`, valueDecimal: score }],
    })
    const end = (linkId: string, code: string, text: string) => ({
      linkId,
      type: 'display',
      text,
      extension: [{ url: `${core}questionnaire-itemControl`, valueCodeableConcept: { coding: [{ code }] } }],
    })
    const questionnaire = {
      resourceType: 'Questionnaire',
      status: 'active',
      contained: [
        {
          resourceType: 'ValueSet',
          id: 'often',
          status: 'active',
          compose: { include: [{ system: 'x', concept: [concept(0, 'Never'), concept(2, 'Often')] }] },
        },
      ],
      item: [
        {
          linkId: 'A 1',
          type: 'choice',
          text: 'One?',
          answerOption: [{ valueInteger: 1 }, { valueInteger: 2 }],
        },
        { linkId: 'a/1', type: 'choice', text: 'Two?', answerValueSet: '#often' },
        {
          linkId: 'Größe',
          type: 'integer',
          text: 'Three?',
          extension: [
            { url: `${core}minValue`, valueInteger: 0 },
            { url: `${core}maxValue`, valueInteger: 10 },
          ],
          item: [end('l', 'lower', 'Not at all'), end('u', 'upper', 'Fully')],
        },
        {
          linkId: '気分',
          type: 'choice',
          text: 'Four?',
          answerOption: [{ valueInteger: 0 }, { valueInteger: 1 }],
        },
      ],
    }
    const preview = previewPack(JSON.stringify(questionnaire))
    expect(preview.ok || preview.draft?.fhir.items.map(({ item }) => item)).toEqual([
      {
        id: 'a-1',
        text: 'One?',
        minimum: 1,
        maximum: 2,
        step: 1,
        reversed: false,
        labels: [
          { value: 1, text: '1' },
          { value: 2, text: '2' },
        ],
      },
      {
        id: 'a-1-2',
        text: 'Two?',
        minimum: 0,
        maximum: 2,
        step: 2,
        reversed: false,
        labels: [
          { value: 0, text: 'Never' },
          { value: 2, text: 'Often' },
        ],
      },
      {
        id: 'gro-e',
        text: 'Three?',
        minimum: 0,
        maximum: 10,
        step: 1,
        reversed: false,
        anchors: { minimum: 'Not at all', maximum: 'Fully' },
      },
      {
        id: 'item',
        text: 'Four?',
        minimum: 0,
        maximum: 1,
        step: 1,
        reversed: false,
        labels: [
          { value: 0, text: '0' },
          { value: 1, text: '1' },
        ],
      },
    ])
  })

  it('puts answers in the order of their scores, so that words and scores stay together', () => {
    const backwards = spoilt((q) => question(q).answerOption!.reverse())
    expect(imported(backwards).items).toEqual(phq9.items)
    expect(notesOf(backwards)).toEqual([['item.0.item.0', 'answers-reordered']])
  })

  it('leaves out what takes no part in a score, and says where', () => {
    const extra = (fields: { type: string; [field: string]: unknown }) => ({
      linkId: `x${JSON.stringify(fields)}`,
      text: 'More',
      ...fields,
    })
    const calculated = [{ url: `${dataCapture}calculatedExpression`, valueExpression: { expression: '1' } }]
    const questionnaire = spoilt((q) => {
      q.status = 'draft'
      q.text = { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">PHQ-9</div>' }
      q.title = 'PHQ\n  9'
      q.copyright = 'x'.repeat(3000)
      question(q).initial = [{ valueCoding: { code: 'LA0' } }]
      q.item.push(
        extra({ type: 'text' }),
        extra({ type: 'date', enableWhen: [{ question: 'all', operator: 'exists', answerBoolean: true }] }),
        extra({ type: 'choice', answerOption: [{ valueString: 'Yes' }, { valueString: 'No' }] }),
        extra({ type: 'quantity', extension: calculated }),
        extra({ type: 'display' }),
      )
    })
    expect(notesOf(questionnaire)).toEqual([
      ['text', 'narrative-left-out'],
      ['status', 'not-in-force'],
      ['item.0.item.0', 'initial-left-out'],
      ['item.1', 'question-left-out'],
      ['item.2', 'question-left-out'],
      ['item.3', 'question-left-out'],
      ['item.4', 'computed-left-out'],
      ['item.5.text', 'text-left-out'],
      ['title', 'spaces-tidied'],
      ['copyright', 'long-text-left-out'],
    ])
    expect(problemsOf(questionnaire, choices)).toEqual([['choices.licence', { code: 'missing' }]])
    expect(imported(questionnaire, { ...choices, licence: 'Free' }).items).toEqual(phq9.items)
  })
})

describe('a resource that is no R4 Questionnaire', () => {
  const other = (found: string): PackReason => ({ code: 'other-fhir-version', found })

  it.each(['Bundle', 'QuestionnaireResponse', 'Patient'])('is refused by name: %s', (resourceType) => {
    expect(problemsOf({ resourceType, item: [] })).toEqual([
      ['resourceType', { code: 'other-resource', found: resourceType }],
    ])
  })

  it('is refused where its type is not even a word', () => {
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

  it('is told from R4 and R4B, which are taken', () => {
    for (const version of ['4.0', '4.3']) {
      const profile = [`http://hl7.org/fhir/${version}/StructureDefinition/Questionnaire`]
      expect(problemsOf(spoilt((q) => (q.meta = { profile })))).toEqual([['', { code: 'choices-needed' }]])
    }
  })
})

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
      (q) => (question(q).answerOption![1] = { valueDate: '2020-01-01' } as never),
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
    [
      'one score for two answers',
      (q) => (question(q).answerOption![1]!.extension = [{ url: `${core}ordinalValue`, valueDecimal: 0 }]),
      at,
      { code: 'scores-repeat' },
    ],
    [
      'uneven scores',
      (q) => (question(q).answerOption![3]!.extension = [{ url: `${core}ordinalValue`, valueDecimal: 4 }]),
      at,
      { code: 'scores-uneven' },
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

  it('is refused where conditions run in a circle', () => {
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

  it('is refused in a moment where it has ten thousand items of one name', () => {
    const item = Array.from({ length: 10_000 }, () => ({ linkId: 'a', type: 'display', text: 'A' }))
    const start = performance.now()
    expect(problemsOf({ resourceType: 'Questionnaire', status: 'active', item })).toContainEqual([
      'item',
      { code: 'too-many', limit: 1000 },
    ])
    expect(performance.now() - start).toBeLessThan(1500)
  })
})

describe('the choices for a FHIR draft', () => {
  const questionnaire = questionnaireOf(phq9, loinc)
  const [scale] = choices.scales

  it.each<[what: string, chosen: object, place: string, reason: PackReason]>([
    ['who answers', { respondent: undefined }, 'choices.respondent', { code: 'missing' }],
    [
      'a direction',
      { scales: [{ ...scale, direction: undefined }] },
      'choices.scales.0.direction',
      { code: 'missing' },
    ],
    [
      'a scale of items that exist',
      { scales: [{ ...scale, items: ['mood'] }] },
      'choices.scales.0',
      { code: 'unknown-item', id: 'mood' },
    ],
    [
      'reversed items that exist',
      { reversed: ['mood'] },
      'choices.reversed',
      { code: 'unknown-item', id: 'mood' },
    ],
    ['plain words', { whoMayUse: '<b>me</b>' }, 'choices.whoMayUse', { code: 'markup' }],
    ["an id that is not Attune's", { id: 'attune-x' }, 'choices.id', { code: 'reserved-id' }],
    ['known fields', { score: 1 }, 'choices.score', { code: 'unknown-field' }],
  ])('must name %s', (_what, chosen, place, reason) => {
    expect(problemsOf(questionnaire, { ...choices, ...chosen })).toContainEqual([place, reason])
  })

  it('turn items round, take a mean, and bring words of their own', () => {
    const instrument = imported(questionnaire, {
      ...choices,
      title: 'Our PHQ',
      reversed: ['phq9-1'],
      scales: [
        {
          ...scale,
          items: ['phq9-1', 'phq9-2'],
          method: 'mean',
          missing: { minimumAnswered: 2, prorate: false },
        },
      ],
    })
    expect(instrument).toMatchObject({ title: 'Our PHQ', scales: [{ minimum: 0, maximum: 3 }] })
    const answers = {
      'phq9-1': { value: 3, missingReason: null },
      'phq9-2': { value: 1, missingReason: null },
    }
    expect(scoreResponse(instrument, answers)).toMatchObject({ total: { value: 0.5 } })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutScaleFacts } from '../../described-scales.ts'
import { instrumentSchema } from '../../instrument.ts'
import { scoreResponse } from '../../score.ts'
import { completeDraft, packDraftSchema, previewPack } from '../index.ts'
import {
  choicesFor,
  core,
  dataCapture,
  imported,
  notesOf,
  phq9Loinc,
  problemsOf,
} from '../testing/fhir-preview.ts'
import { questionnaireOf } from '../testing/questionnaire-of.ts'
import type { BuiltQuestionnaire, ScorePlacement } from '../testing/questionnaire-of.ts'

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

describe('a FHIR R4 Questionnaire', () => {
  const placements: ScorePlacement[] = [
    { on: 'option', by: 'ordinalValue' },
    { on: 'coding', by: 'ordinalValue' },
    { on: 'option', by: 'itemWeight' },
    { on: 'coding', by: 'itemWeight' },
  ]

  it.each(placements)('made of our PHQ-9 scores every response like it: $by on the $on', (placement) => {
    const instrument = imported(questionnaireOf(phq9, phq9Loinc, placement), choices)
    expect(instrument.items).toEqual(phq9.items)
    // FHIR can't hold what describes a scale.
    expect(instrument.scales).toEqual(withoutScaleFacts(phq9).scales)
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
    const preview = previewPack(JSON.stringify(questionnaireOf(phq9, phq9Loinc)), choices)
    expect(preview).toMatchObject({
      ok: true,
      instrument: { riskItems: [{ item: 'phq9-9', atOrAbove: 1 }] },
      notes: [{ place: 'choices.riskItems.phq9-9', code: 'risk-item-added' }],
    })
    const own = { ...choices, riskItems: [{ item: 'phq9-9', atOrAbove: 2 }] }
    expect(imported(questionnaireOf(phq9, phq9Loinc), own).riskItems).toEqual(own.riskItems)
  })

  it('waits for the choices that FHIR can’t hold, with a draft that fits its schema', () => {
    const preview = previewPack(JSON.stringify(questionnaireOf(phq9, phq9Loinc)))
    if (preview.ok || preview.draft === null) throw new Error('A draft was expected')
    expect(preview.problems).toEqual([{ place: '', reason: { code: 'choices-needed' } }])
    expect(packDraftSchema.parse(preview.draft.read)).toMatchObject({
      id: 'phq-9',
      title: 'PHQ-9',
      instruction: phq9.instruction,
      licence: phq9.licence,
      attribution: phq9.attribution,
      riskItems: ['phq9-9'],
    })
    expect(preview.draft.read.items[8]).toMatchObject({
      linkId: '/phq9-9',
      codes: [{ system: 'http://loinc.org', code: '44260-8' }],
    })
    expect(completeDraft(preview.draft.read, choices)).toMatchObject({ ok: true })
  })

  it('reads numbers as answers, whole numbers between bounds, and a value set in the file', () => {
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
    expect(preview.ok || preview.draft?.read.items.map(({ item }) => item)).toEqual([
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
    expect(imported(backwards, choices).items).toEqual(phq9.items)
    expect(notesOf(backwards)).toEqual([['item.0.item.0', 'answers-reordered']])
  })

  it('leaves out items that no score uses, and says where', () => {
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

import { describe, expect, it } from 'vitest'
import { instrumentSchema } from '../instrument.ts'
import { scoreResponse } from '../score.ts'
import type { PackReason } from './index.ts'
import { choicesFor, imported, phq9Loinc, problemsOf } from './testing/fhir-preview.ts'
import { questionnaireOf } from './testing/questionnaire-of.ts'

const files = import.meta.glob<unknown>('../../../../assets/instruments/earlier/*.json', {
  eager: true,
  import: 'default',
})
const phq9 = instrumentSchema.parse(files['../../../../assets/instruments/earlier/phq-9.1.json'])
const choices = choicesFor(phq9)

describe('the choices for a FHIR draft', () => {
  const questionnaire = questionnaireOf(phq9, phq9Loinc)
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

  it('reverse items, take a mean, and add words of their own', () => {
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

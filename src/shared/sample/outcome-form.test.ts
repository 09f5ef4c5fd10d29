import { describe, expect, it } from 'vitest'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { endorsedRiskItems, validateAnswers } from '#shared/instruments/response.ts'
import { scoreResponse } from '#shared/instruments/score.ts'
import { outcomeForm, phq9Course } from './outcome-form.ts'
import { createRandom } from './random.ts'
import { sessionForms } from './session-forms.ts'
import { oneSessionRupture } from './stories/one-session-rupture.ts'

const files = import.meta.glob('../../../assets/instruments/phq-9.json', { eager: true, import: 'default' })
const phq9 = instrumentSchema.parse(Object.values(files)[0])
const series = phq9Course([18, null, 24, 0])

describe('an outcome questionnaire in a story', () => {
  it('adds up to the totals of the story and never endorses the risk item', () => {
    for (const [index, total] of series.totals.entries()) {
      const form = outcomeForm(series, index + 1, createRandom(`outcome/${index}`))
      if (total === null) {
        expect(form).toBeNull()
        continue
      }
      expect(scoreResponse(phq9, form!.answers)['total']!.value).toBe(total)
      expect(validateAnswers(phq9, form!.answers)).toEqual([])
      expect(endorsedRiskItems(phq9, form!.answers)).toEqual([])
    }
  })

  it('is not given after the series ends', () => {
    expect(outcomeForm(series, 5, createRandom('outcome'))).toBeNull()
  })

  it('is among the client’s forms of the session, and leaves the others unchanged', () => {
    const before = sessionForms(oneSessionRupture, 1)
    const after = sessionForms({ ...oneSessionRupture, outcomes: [series] }, 1)
    expect(after.client?.map(({ instrumentId }) => instrumentId)).toEqual([
      'phq-9',
      ...before.client!.map(({ instrumentId }) => instrumentId),
    ])
    expect(after.client?.slice(1)).toEqual(before.client)
  })
})

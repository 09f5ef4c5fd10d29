import { expect, test } from 'vitest'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { toCheck } from './own-check.ts'

const rated = (id: string) => ({
  id,
  text: `I feel ${id}.`,
  minimum: 0,
  maximum: 10,
  step: 1,
  reversed: false,
  anchors: { minimum: 'Not at all', maximum: 'Completely' },
})
const scored = (id: string) => ({
  id,
  title: id,
  items: [id],
  method: 'mean',
  minimum: 0,
  maximum: 10,
  direction: 'lower-is-better',
  missing: { minimumAnswered: 1, prorate: false },
})
const instrument = instrumentSchema.parse({
  id: 'attune-wellbeing',
  version: 1,
  title: 'How I am doing',
  measures: 'How worn out and how distant somebody feels.',
  respondent: 'therapist',
  occasion: 'any',
  instruction: 'Think about the last two weeks.',
  items: [rated('exhaustion'), rated('disengagement')],
  scales: [scored('exhaustion'), scored('disengagement')],
  riskItems: [],
  licence: 'MIT',
  attribution: 'The Attune authors',
  whoMayUse: 'Anyone, without asking',
  validationStatus: 'Brief items, not validated.',
})
const meta = {
  id: '11111111-1111-4111-8111-111111111111',
  takenOn: '2026-03-20',
  note: 'A long week.',
  at: new Date('2026-03-20T15:00:00.000Z'),
}

test('a check has each given rating and nothing for the others', () => {
  const check = toCheck(instrument, { exhaustion: 6, disengagement: null }, meta)
  expect(check.answers).toEqual({ exhaustion: { value: 6, missingReason: null } })
  expect(check).toMatchObject({
    instrumentId: 'attune-wellbeing',
    takenOn: '2026-03-20',
    note: 'A long week.',
  })
})

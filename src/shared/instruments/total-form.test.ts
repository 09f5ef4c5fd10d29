import { expect, test } from 'vitest'
import { changeThresholdsOf, instrumentSchema, type Instrument } from './instrument.ts'
import { validateAnswers } from './response.ts'
import { isSameMeasure } from './same-measure.ts'
import { scoreResponse } from './score.ts'
import {
  countedForm,
  hasRoomForTotals,
  longestIdWithTotals,
  totalFormId,
  totalFormOf,
  totalSourceIn,
} from './total-form.ts'

const files = import.meta.glob('../../../assets/instruments/{,earlier/}*.json', {
  eager: true,
  import: 'default',
})
const shipped = Object.values(files).map((file) => instrumentSchema.parse(file))
const find = (id: string, version: number) =>
  shipped.find((each) => each.id === id && each.version === version) ?? null
const phq9 = find('phq-9', 2)!
const gad7 = find('gad-7', 2)!

/** PHQ-9 with another scale. */
const scaled = (change: Partial<Instrument['scales'][number]>): Instrument =>
  instrumentSchema.parse({
    ...phq9,
    id: 'mine',
    changeThreshold: undefined,
    changeThresholds: undefined,
    cutoffs: undefined,
    scales: phq9.scales.map((scale) => ({ ...scale, ...change })),
  })

const problemsOf = (form: Instrument, value: number) =>
  validateAnswers(form, { total: { value, missingReason: null } }).map(({ problem }) => problem)

test('a form of totals has a question for each score, whose answer is the score', () => {
  const form = totalFormOf(phq9, true)!
  expect(form).toMatchObject({
    id: 'phq-9-total-only',
    version: 2,
    title: 'PHQ-9 (total only)',
    respondent: 'client',
    totalOf: { instrument: 'phq-9', version: 2 },
    items: [{ id: 'total', minimum: 0, maximum: 27, step: 1 }],
  })
  expect(scoreResponse(form, { total: { value: 14, missingReason: null } })).toMatchObject({
    total: { value: 14, answered: 1, items: 1, missing: [] },
  })
})

test('it claims nothing of the answers: no threshold, no cut-off, no question about risk, and says so', () => {
  const form = totalFormOf(phq9, true)!
  expect([changeThresholdsOf(form), form.cutoffs, form.riskItems]).toEqual([[], undefined, []])
  expect(form.items[0]!.text).toBe(
    'PHQ-9 total as another program gave it (version 2). Its answers are not known, nor whether one of them asked for attention.',
  )
  expect(totalFormOf(gad7, true)!.items[0]!.text).toMatch(/Its answers are not known\.$/)
})

test('a total is one that the answers can give', () => {
  const form = totalFormOf(phq9, true)!
  expect([0, 14, 27, -1, 28, 13.5].map((value) => problemsOf(form, value))).toEqual([
    [],
    [],
    [],
    ['out-of-range'],
    ['out-of-range'],
    ['off-step'],
  ])
})

test('a score that is averaged or filled in is rounded by other programs, so it may have two decimals', () => {
  const mean = totalFormOf(scaled({ method: 'mean', minimum: 0, maximum: 3 }), true)!
  expect([1.33, 1.3, 1.333].map((value) => problemsOf(mean, value))).toEqual([[], [], ['off-step']])
  expect(mean.scales[0]!.step).toBeCloseTo(1 / 9, 9)
  const filledIn = totalFormOf(scaled({ missing: { minimumAnswered: 8, prorate: true } }), true)!
  expect([12.38, 12].map((value) => problemsOf(filledIn, value))).toEqual([[], []])
})

test('totals of different versions are never taken for the same, those of an unknown one are', () => {
  const earlier = find('phq-9', 1)!
  const scaleOf = (instrument: Instrument) => ({ instrument, scale: instrument.scales[0]! })
  const same = (isVersionKnown: boolean) =>
    isSameMeasure(scaleOf(totalFormOf(earlier, isVersionKnown)!), scaleOf(totalFormOf(phq9, isVersionKnown)!))
  expect([same(true), same(false)]).toEqual([false, true])
  expect(totalFormOf(phq9, false)).toMatchObject({
    id: 'phq-9-total-only-any',
    title: 'PHQ-9 (total only, version not known)',
    totalOf: { instrument: 'phq-9', version: null },
  })
})

test('only totals of a known version count for the outcome of their questionnaire', () => {
  expect(countedForm(phq9, find)).toEqual({ instrument: phq9, isTotal: false })
  expect(countedForm(totalFormOf(phq9, true)!, find)).toEqual({ instrument: phq9, isTotal: true })
  expect(countedForm(totalFormOf(phq9, false)!, find)).toBeNull()
  expect(countedForm(totalFormOf(phq9, true)!, () => null)).toBeNull()
})

test('Attune’s own forms and forms of totals have none, nor has an id that would be too long', () => {
  const own = shipped.filter(({ id }) => id.startsWith('attune-'))
  expect(own.length).toBeGreaterThan(5)
  expect(own.map((each) => totalFormOf(each, true))).toEqual(own.map(() => null))
  expect(totalFormOf(totalFormOf(phq9, true)!, true)).toBeNull()
  for (const [length, isVersionKnown] of [
    [53, true],
    [longestIdWithTotals, false],
  ] as const) {
    const [longest, longer] = ['b'.repeat(length), 'b'.repeat(length + 1)]
    expect(totalFormOf({ ...phq9, id: longest }, isVersionKnown)).not.toBeNull()
    expect(totalFormOf({ ...phq9, id: longer }, isVersionKnown)).toBeNull()
    expect(hasRoomForTotals(longest, isVersionKnown)).toBe(true)
    expect(hasRoomForTotals(longer, isVersionKnown)).toBe(false)
  }
})

test('an id says whose totals a form has', () => {
  for (const isVersionKnown of [true, false])
    expect(totalSourceIn(totalFormId('phq-9', isVersionKnown))).toEqual({ id: 'phq-9', isVersionKnown })
  expect(totalSourceIn('phq-9')).toBeNull()
})

import { expect, test } from 'vitest'
import { instrumentSchema, type Instrument } from '../instruments/instrument.ts'
import { totalFormId, totalFormOf, totalSourceIn } from '../instruments/total-form.ts'
import { initialRuleParameters } from '../rule-settings/rule-parameters.ts'
import type { ScoredColumns } from '../series/client-series.ts'
import type { ScoreColumn } from '../series/score-row.ts'
import { ownSeries } from '../series/testing/own-series.ts'
import { buildOverview } from './build-overview.ts'
import { outcomeSources } from './outcome-source.ts'
import { exampleClient, exampleSessions } from './testing/example-sessions.ts'

const files = import.meta.glob('../../../assets/instruments/{,earlier/}{phq-9,gad-7}*.json', {
  eager: true,
  import: 'default',
})
const shipped = Object.values(files).map((file) => instrumentSchema.parse(file))
const find = (id: string, version: number): Instrument | null => {
  const from = totalSourceIn(id)
  const source = shipped.find((each) => each.id === (from?.id ?? id) && each.version === version) ?? null
  return from === null ? source : source && totalFormOf(source, from.isVersionKnown)
}

const known = totalFormId('phq-9', true)
const unknown = totalFormId('phq-9', false)

/** A session with scores: of which form, how much, and when it was filled in. */
type Scored = readonly [id: string, value: number | null, occasion?: ScoreColumn[3], version?: number]
const session = (...scores: readonly Scored[]): ScoredColumns => ({
  columns: scores.map(([id, , occasion = 'before', version = 2]) => {
    return ['client', id, version, occasion, 'total'] as const
  }),
  values: scores.map(([, value]) => value),
})

function outcomesOf(sessions: readonly ScoredColumns[], baseline: number | null = null) {
  const outcomes = outcomeSources(sessions, find, () => baseline)
  return buildOverview(exampleClient, exampleSessions(sessions.map(() => null)), {
    series: ownSeries,
    outcomes,
    parameters: initialRuleParameters,
  }).outcomes
}

test('fault 370: totals of the same version count for reliable change beside answered forms, and are named', () => {
  const outcomes = outcomesOf([session([known, 20]), session([known, 17]), session(['phq-9', 12])])
  expect(outcomes).toMatchObject([
    {
      instrumentId: 'phq-9',
      title: 'PHQ-9',
      scores: [20, 17, 12],
      totals: [0, 1],
      asksAboutRisk: true,
      baseline: { session: 0 },
      change: { values: { before: 20, after: 12 }, verdict: { change: 'reliably-better' } },
    },
  ])
  expect(outcomesOf([session([known, 20]), session([known, 12])])).toMatchObject([
    { totals: [0, 1], change: { verdict: { change: 'reliably-better' } } },
  ])
})

test('fault 370: totals of an unknown version count for nothing', () => {
  expect(outcomesOf([session([unknown, 20]), session([unknown, 5])])).toEqual([])
  expect(outcomesOf([session([unknown, 20]), session(['phq-9', 12]), session(['phq-9', 12])])).toMatchObject([
    { scores: [null, 12, 12], totals: [], baseline: { session: 1 } },
  ])
})

test('fault 370: in a session with answers they count, whatever the total says and even without a score', () => {
  expect(outcomesOf([session(['phq-9', 12], [known, 20]), session([known, 9])])).toMatchObject([
    { scores: [12, 9], totals: [1] },
  ])
  expect(outcomesOf([session([known, 20], ['phq-9', null]), session([known, 9])])).toMatchObject([
    { scores: [null, 9], totals: [1] },
  ])
  expect(outcomesOf([session([known, 20, 'after'], ['phq-9', 8, 'before'])])).toMatchObject([
    { scores: [8], totals: [] },
  ])
})

test('of two totals, before and after a session, the later one counts', () => {
  expect(outcomesOf([session([known, 8, 'after'], [known, 20, 'before'])])).toMatchObject([
    { scores: [8], totals: [0] },
  ])
})

test('totals of a version that can’t be compared are left out and listed', () => {
  const gad = (value: number, version: number): Scored => ['gad-7', value, 'before', version]
  const first = outcomesOf([session(gad(8, 1)), session(gad(8, 2))])
  expect(first).toHaveLength(1)
  const isSame = first[0]!.leftOut.length === 0
  const given = outcomesOf([session([totalFormId('gad-7', true), 8, 'before', 1]), session(gad(8, 2))])
  expect(given).toMatchObject([isSame ? { totals: [0], leftOut: [] } : { totals: [], leftOut: [0] }])
})

test('a total can be the baseline that the therapist chose', () => {
  const sessions = [session(['phq-9', 10]), session([known, 20]), session(['phq-9', 12])]
  expect(outcomesOf(sessions, 1)).toMatchObject([
    { baseline: { session: 1, isChosen: true }, change: { values: { before: 20 } } },
  ])
})
